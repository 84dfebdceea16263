import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Link, Text } from '@backstage/ui';
import type {
  Explanation,
  ObjectRoute,
} from 'backstage-plugin-dataset-access-common';
import { usePrivilegeTitles } from '../api/explainQueries';
import { EntityLink } from '../entities/EntityLink';
import { datasetAccessTranslationRef } from '../translation';
import styles from './Answer.module.css';
import { useExplainLink } from './useExplainParams';

/** @see MissingParts */
export interface MissingPartsProps {
  explanation: Explanation;
  /** Privileges, or ways to the entity. */
  missing: string[];
  /** Who asks asks about himself. */
  isOwn: boolean;
}

/** What an operation takes and they lack: privileges, each with its own explanation a click away, and ways to the entity. */
export function MissingParts(props: MissingPartsProps) {
  const { explanation, missing, isOwn } = props;
  const { subject, resource } = explanation;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const privilegeTitle = usePrivilegeTitles();
  const explainLink = useExplainLink();
  const routes = missing.filter(isRoute);
  return (
    <Flex direction="column" gap="3">
      <ul className={styles.list} aria-label={t('explain.missing')}>
        {missing
          .filter(one => !isRoute(one))
          .map(privilege => (
            <li key={privilege}>
              <Link
                href={explainLink({
                  subject: isOwn ? undefined : subject,
                  privilege,
                  resource,
                })}
              >
                {t('explain.missingPrivilege', {
                  privilege: privilegeTitle(privilege),
                })}
              </Link>
            </li>
          ))}
        {routes.length > 0 && (
          <li>
            <Text as="p">
              {t('explain.oneRoute')}
              {resource && (
                <>
                  : <EntityLink entityRef={resource} />
                </>
              )}
            </Text>
            <ul className={styles.list}>
              {routes.map(route => (
                <li key={route}>
                  <Text>{t(`explain.route.${route}`)}</Text>
                </li>
              ))}
            </ul>
          </li>
        )}
      </ul>
    </Flex>
  );
}

function isRoute(missing: string): missing is ObjectRoute {
  return missing === 'team' || missing === 'stewardship';
}
