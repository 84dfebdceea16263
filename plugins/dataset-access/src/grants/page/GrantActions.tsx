import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AccessGrantDetail } from 'backstage-plugin-dataset-access-common';
import { useConfirmGrant, useConfirmRemoval } from '../../api/grantQueries';
import { ErrorAlert } from '../../feedback/ErrorAlert';
import { ConfirmGrantForm } from '../../request/ConfirmGrantForm';
import { Section } from '../../request/Section';
import { datasetAccessTranslationRef } from '../../translation';
import { RemovalForm } from '../actions/RemovalForm';
import { useSourceName } from '../words/useSourceName';

/** What the signed-in user has to do in the source, if it is done by hand. */
export function GrantActions({ grant }: { grant: AccessGrantDetail }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { can, id, dataset } = grant;
  const source = useSourceName()(dataset);
  const confirm = useConfirmGrant(id);
  const remove = useConfirmRemoval(id);
  // they outlive the forms: who comes too late reads here what happened
  const error = confirm.error ?? remove.error;
  return (
    <>
      {error && <ErrorAlert error={error} />}
      {can.confirm.allowed && (
        <Section title={t('confirm.title', { source })}>
          <ConfirmGrantForm
            grant={grant}
            isPending={confirm.isPending}
            onConfirm={confirm.send}
          />
        </Section>
      )}
      {can.confirmRemoval.allowed && (
        <Section title={t('grants.removalForm.title', { source })}>
          <RemovalForm
            grant={grant}
            isPending={remove.isPending}
            onConfirm={remove.send}
          />
        </Section>
      )}
    </>
  );
}
