import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { Approver } from 'backstage-plugin-dataset-access-common';
import { EntityLink } from '../entities/EntityLink';
import { datasetAccessTranslationRef } from '../translation';

/** Who decides, and what made them the approver. */
export function ApproverLine({ approvers }: { approvers: Approver[] }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <Text as="span" variant="body-medium">
      {approvers.map(({ ref, via }, index) => (
        <span key={ref}>
          {index > 0 && ', '}
          <EntityLink entityRef={ref} />{' '}
          <Text as="span" variant="body-small" color="secondary">
            ({t(`via.${via}`)})
          </Text>
        </span>
      ))}
    </Text>
  );
}
