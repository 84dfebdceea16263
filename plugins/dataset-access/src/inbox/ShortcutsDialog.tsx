import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
} from '@backstage/ui';
import theme from '../theme/readable.module.css';
import { datasetAccessTranslationRef } from '../translation';
import styles from './ShortcutsDialog.module.css';
import { shortcuts } from './useShortcuts';

/** The keys of the inbox, ours and those every list has. */
export function ShortcutsDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const rows: Array<[string, string]> = [
    ['↑ ↓', t('shortcuts.move')],
    [t('shortcuts.space'), t('shortcuts.choose')],
    ['Enter', t('shortcuts.open')],
    [shortcuts.approve, t('shortcuts.approve')],
    [shortcuts.deny, t('shortcuts.deny')],
    [shortcuts.help, t('shortcuts.help')],
  ];
  return (
    <Dialog
      className={theme.readable}
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width={440}
    >
      <DialogHeader>{t('inbox.shortcuts')}</DialogHeader>
      <DialogBody>
        <Text as="p" color="secondary">
          {t('shortcuts.where')}
        </Text>
        <dl className={styles.keys}>
          {rows.map(([key, meaning]) => (
            <div key={key} className={styles.row}>
              <dt>
                <kbd className={styles.key}>{key}</kbd>
              </dt>
              <dd className={styles.meaning}>
                <Text>{meaning}</Text>
              </dd>
            </div>
          ))}
        </dl>
      </DialogBody>
      <DialogFooter>
        <Button slot="close">{t('dialog.close')}</Button>
      </DialogFooter>
    </Dialog>
  );
}
