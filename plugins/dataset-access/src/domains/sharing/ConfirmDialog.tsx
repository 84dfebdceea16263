import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Button, DialogBody, DialogFooter, Flex, Text } from '@backstage/ui';
import type { DomainGrant } from 'backstage-plugin-dataset-access-common';
import { LastingDialog } from '../../feedback/LastingDialog';
import { datasetAccessTranslationRef } from '../../translation';
import { CaptureProgress } from '../reach/CaptureProgress';
import { ReachText } from '../reach/ReachText';
import type { AccessChange } from './AccessChange';
import { ChangeProblem } from './ChangeProblem';
import type { GrantDialogProps } from './GrantDialogProps';
import { useAccessChange } from './useAccessChange';

/** What is done at once, after asking. */
export type ConfirmedAction =
  | 'provide-datasets'
  | 'revoke-datasets'
  | 'again'
  | 'remove';

/** @see ConfirmDialog */
export interface ConfirmDialogProps extends GrantDialogProps {
  action: ConfirmedAction;
}

/** Asks once, says what it reaches and what stays, and does it (S1.7, S1.9, S1.19). */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { action, seen, grant, onClose } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { primaryTitle: who } = useEntityPresentation(seen.subject);
  const { change, group, news } = useAccessChange(
    grant.domain.ref,
    seen.subject,
  );
  const isTaking = action === 'revoke-datasets' || action === 'remove';
  const isAboutDatasets = action !== 'remove' || grant.datasetLevelAccess;
  return (
    <LastingDialog
      title={t(`domains.sharing.confirm.${action}.title`, { who })}
      onClose={onClose}
      width={520}
    >
      <DialogBody>
        <Flex direction="column" gap="4">
          <ChangeProblem
            error={change.error}
            failed={t(`domains.sharing.confirm.${action}.failed`)}
            group={group}
            news={news}
            seen={seen}
            grant={grant}
          />
          <Text>
            <Question action={action} grant={grant} />
          </Text>
          {isAboutDatasets && grant.state === 'active' && (
            <ReachText domain={grant.domain.ref} isRevoked={isTaking} />
          )}
          {!isTaking && <CaptureProgress domain={grant.domain.ref} />}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {isTaking ? t('domains.sharing.keep') : t('dialog.cancel')}
        </Button>
        <Button
          destructive={isTaking}
          isPending={change.isPending}
          onPress={() =>
            change.mutate(changeFor(action, grant), { onSuccess: onClose })
          }
        >
          {t(`domains.sharing.action.${action}`)}
        </Button>
      </DialogFooter>
    </LastingDialog>
  );
}

function Question(props: Pick<ConfirmDialogProps, 'action' | 'grant'>) {
  const { action, grant } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const domain = grant.domain.title;
  switch (action) {
    case 'provide-datasets':
      return (
        <>
          {t('domains.sharing.confirm.provide-datasets.question', {
            level: t(`level.inSentence.${grant.level}`),
            domain,
          })}
        </>
      );
    case 'remove':
      return (
        <>
          {t(
            grant.datasetLevelAccess
              ? 'domains.sharing.confirm.remove.questionWithDatasets'
              : 'domains.sharing.confirm.remove.question',
            { domain },
          )}
        </>
      );
    default:
      return <>{t(`domains.sharing.confirm.${action}.question`, { domain })}</>;
  }
}

function changeFor(action: ConfirmedAction, grant: DomainGrant): AccessChange {
  switch (action) {
    case 'again':
      return { does: 'again', grant };
    case 'remove':
      return { does: 'remove', grant };
    default:
      return {
        does: 'update',
        grant,
        datasetLevelAccess: action === 'provide-datasets',
      };
  }
}
