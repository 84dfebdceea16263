import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Link,
  Text,
} from '@backstage/ui';
import { usePrivileges } from '../api/explainQueries';
import { useExplainLink } from '../explain/useExplainParams';
import { datasetAccessTranslationRef } from '../translation';
import styles from './Capabilities.module.css';

/** @see Capabilities */
export interface CapabilitiesProps {
  datasetRef: string;
  /** Names of privileges. */
  privileges: string[];
}

/**
 * What policies, roles and responsibilities let somebody do with a dataset, in words, each with its reasons a click away;
 * nothing when they let him do nothing.
 */
export function Capabilities({ datasetRef, privileges }: CapabilitiesProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const explainLink = useExplainLink();
  const { data } = usePrivileges();
  const held = (data?.items ?? []).filter(({ name }) =>
    privileges.includes(name),
  );
  if (held.length === 0) {
    return null;
  }
  return (
    <Accordion>
      <AccordionTrigger
        title={t('card.capabilities', { number: String(held.length) })}
      />
      <AccordionPanel>
        <Text as="p" variant="body-small" color="secondary">
          {t('card.capabilitiesHint')}
        </Text>
        <ul
          aria-label={t('card.capabilitiesList')}
          className={styles.capabilities}
        >
          {held.map(({ name, title }) => (
            <li key={name}>
              <Link
                href={explainLink({ privilege: name, resource: datasetRef })}
              >
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </AccordionPanel>
    </Accordion>
  );
}
