import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Text,
} from '@backstage/ui';
import type { ResolutionStep } from 'backstage-plugin-dataset-access-common';
import { datasetAccessTranslationRef } from '../translation';
import styles from './AccessPaths.module.css';

/** How the approver was found, step by step, for "why them?" and "why nobody?". */
export function ResolutionTrail({ trail }: { trail: ResolutionStep[] }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  if (trail.length === 0) {
    return null;
  }
  return (
    <Accordion>
      <AccordionTrigger title={t('trail.title')} />
      <AccordionPanel>
        <ol className={styles.paths}>
          {trail.map(({ via, tried, outcome }) => (
            <li key={`${via} ${tried}`}>
              <Text as="p">{t(`trail.via.${via}`)}</Text>
              <Text as="p" variant="body-small" color="secondary">
                {tried} – {t(`trail.outcome.${outcome}`)}
              </Text>
            </li>
          ))}
        </ol>
      </AccordionPanel>
    </Accordion>
  );
}
