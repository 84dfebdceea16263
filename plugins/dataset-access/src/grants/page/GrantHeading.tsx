import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import type { AccessGrantDetail } from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { useSignedInUser } from '../../api/queries';
import { useTermsText } from '../../durations/useTermsText';
import { EntityName } from '../../entities/EntityLink';
import styles from '../../request/RequestHeading.module.css';
import { datasetAccessTranslationRef } from '../../translation';
import { GrantAction, isExtendable } from '../actions/grantActions';
import { GrantActionDialog } from '../actions/GrantActionDialog';
import { GrantState } from '../words/GrantState';
import buttons from './GrantHeading.module.css';

/** Who has what, how it stands, and what changes it. */
export function GrantHeading({ grant }: { grant: AccessGrantDetail }) {
  const { dataset, subject, can } = grant;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const termsText = useTermsText();
  const user = useSignedInUser();
  const [open, setOpen] = useState<GrantAction>();
  // those who answer for the dataset have no need to ask for others
  const isForUser = subject === user?.ref || !can.revoke.allowed;
  const actions: GrantAction[] = [
    ...(isExtendable(grant) && isForUser ? (['extend'] as const) : []),
    ...(can.return.allowed ? (['return'] as const) : []),
    ...(can.revoke.allowed ? (['revoke'] as const) : []),
  ];
  return (
    <div className={styles.heading}>
      <div className={styles.title}>
        <Text as="h1" variant="title-small" weight="bold">
          {dataset.title} {t('request.for')} <EntityName entityRef={subject} />
        </Text>
        <Text color="secondary">{termsText(grant)}</Text>
        <GrantState grant={{ ...grant, problem: undefined }} />
      </div>
      <div className={buttons.actions}>
        {actions.map(action => (
          <Button
            key={action}
            variant="secondary"
            onPress={() => setOpen(action)}
          >
            {t(`grants.action.${action}`)}
          </Button>
        ))}
      </div>
      {open && (
        <GrantActionDialog
          action={open}
          grant={grant}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}
