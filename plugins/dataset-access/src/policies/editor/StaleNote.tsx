import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex, Link } from '@backstage/ui';
import { datasetAccessTranslationRef } from '../../translation';
import { usePolicyLinks } from '../usePolicyLinks';

/** @see StaleNote */
export interface StaleNoteProps {
  policyId: string;
  /** Replaces what is written by the newer version. */
  onLoad?: () => void;
}

/** Says that somebody else changed the policy, and lets the user look at that before anything written is given up. */
export function StaleNote({ policyId, onLoad }: StaleNoteProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const links = usePolicyLinks();
  return (
    <Alert
      role="alert"
      status="warning"
      icon
      title={t('policies.editor.staleTitle')}
      description={t('policies.editor.staleHint')}
      customActions={
        <Flex gap="3" align="center" style={{ flexWrap: 'wrap' }}>
          <Link href={links.policy(policyId)} target="_blank">
            {t('policies.editor.openNewer')}
          </Link>
          <Button size="small" variant="secondary" onPress={onLoad}>
            {t('policies.change.loadNewer')}
          </Button>
        </Flex>
      }
    />
  );
}
