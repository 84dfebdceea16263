import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { ExplanationPath } from 'backstage-plugin-dataset-access-common';
import { usePrivilegeTitles } from '../api/explainQueries';
import { FormattedDate } from '../durations/FormattedDate';
import { EntityLink } from '../entities/EntityLink';
import { CriterionWords } from '../policies/words/CriterionWords';
import { datasetAccessTranslationRef } from '../translation';
import styles from './PathList.module.css';
import { StationLink } from './StationLink';
import type { NodeTitle } from './useNodeTitles';

/** @see PathList */
export interface PathListProps {
  paths: ExplanationPath[];
  /** The privilege that was asked about; what a path gives is said where it is another. */
  asked: string | undefined;
  titleOf: NodeTitle;
}

/** Every path in words, each station leading to its page: for screen readers, small screens, and who wants the details. */
export function PathList({ paths, asked, titleOf }: PathListProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <ol className={styles.paths} aria-label={t('explain.paths')}>
      {paths.map((path, index) => (
        // two of them may lead the same way
        <li key={index}>
          <ol className={styles.stations}>
            {path.nodes.map(node => (
              <li key={`${node.kind} ${node.id}`}>
                <StationLink node={node} title={titleOf(node)} />
              </li>
            ))}
          </ol>
          <Text as="p" variant="body-small" color="secondary">
            <Details path={path} asked={asked} />
          </Text>
        </li>
      ))}
    </ol>
  );
}

function Details(props: { path: ExplanationPath; asked: string | undefined }) {
  const { privilege, criteria, expiresAt, givenBy, givenAt } = props.path;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const privilegeTitle = usePrivilegeTitles();
  return (
    <>
      {privilege !== props.asked && (
        <>
          {t('explain.gives', { privilege: privilegeTitle(privilege) })}
          {' · '}
        </>
      )}
      {givenBy && (
        <>
          {givenAt
            ? t('explain.givenByAt', {
                by: <EntityLink entityRef={givenBy} />,
                at: <FormattedDate at={givenAt} />,
              })
            : t('explain.givenBy', { by: <EntityLink entityRef={givenBy} /> })}
          {' · '}
        </>
      )}
      {criteria?.length === 0 && <>{t('explain.everyEntity')} · </>}
      {criteria && criteria.length > 0 && (
        <>
          {t('explain.entitiesWhere')}{' '}
          {criteria.map((criterion, index) => (
            <span key={index}>
              {index > 0 && ` ${t('explain.and')} `}
              <CriterionWords criterion={criterion} />
            </span>
          ))}
          {' · '}
        </>
      )}
      {expiresAt ? (
        <>
          {t('explain.until')} <FormattedDate at={expiresAt} />
        </>
      ) : (
        t('explain.noEnd')
      )}
    </>
  );
}
