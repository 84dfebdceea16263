import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Button,
  Flex,
} from '@backstage/ui';
import type {
  Responsibility,
  StewardshipRole,
} from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { EmptyList } from '../requests/EmptyList';
import { datasetAccessTranslationRef } from '../translation';
import { ChangeEndDialog } from './ChangeEndDialog';
import { EndResponsibilityDialog } from './EndResponsibilityDialog';
import { GiveResponsibilityDialog } from './GiveResponsibilityDialog';
import styles from './Responsibilities.module.css';
import { ResponsibilityLine } from './ResponsibilityLine';

/** @see Responsibilities */
export interface ResponsibilitiesProps {
  /** Entity ref of what is answered for. */
  resource: string;
  /** The latest first. */
  items: Responsibility[];
  /** Stewardship roles that can be given. */
  roles: StewardshipRole[];
  manage: boolean;
  isLoadingMore: boolean;
  /** Loads more of them; absent when all are there. */
  onMore?: () => void;
}

/** Something that is done to one responsibility. */
export type ResponsibilityAction = 'change' | 'terminate' | 'remove';

/** Those who answer now or will, and below, folded away, those who did. */
export function Responsibilities(props: ResponsibilitiesProps) {
  const { resource, items, roles, manage, isLoadingMore, onMore } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const [isGiving, setGiving] = useState(false);
  const [open, setOpen] = useState<{
    action: ResponsibilityAction;
    responsibility: Responsibility;
  }>();
  const close = () => setOpen(undefined);
  const current = items.filter(one => !isOver(one));
  const past = items.filter(isOver);
  const lines = (some: Responsibility[], label: string) => (
    <ul className={styles.list} aria-label={label}>
      {some.map(one => (
        <ResponsibilityLine
          key={one.id}
          responsibility={one}
          roles={roles}
          onAction={
            manage
              ? action => setOpen({ action, responsibility: one })
              : undefined
          }
        />
      ))}
    </ul>
  );
  return (
    <Flex direction="column" gap="4">
      {current.length > 0 ? (
        lines(current, t('responsibilities.current'))
      ) : (
        <EmptyList
          title={t('responsibilities.none')}
          hint={
            manage
              ? t('responsibilities.noneHint')
              : t('responsibilities.noneReadOnlyHint')
          }
        />
      )}
      {past.length > 0 && (
        <Accordion>
          <AccordionTrigger
            title={t('responsibilities.past', { number: String(past.length) })}
          />
          <AccordionPanel>
            {lines(past, t('responsibilities.pastList'))}
          </AccordionPanel>
        </Accordion>
      )}
      <div className={styles.actions}>
        {manage && (
          <Button variant="secondary" onPress={() => setGiving(true)}>
            {t('responsibilities.give')}
          </Button>
        )}
        {onMore && (
          <Button variant="tertiary" isPending={isLoadingMore} onPress={onMore}>
            {t('responsibilities.more')}
          </Button>
        )}
      </div>
      {isGiving && (
        <GiveResponsibilityDialog
          resource={resource}
          roles={roles}
          onClose={() => setGiving(false)}
        />
      )}
      {open?.action === 'change' && (
        <ChangeEndDialog {...open} onClose={close} />
      )}
      {(open?.action === 'terminate' || open?.action === 'remove') && (
        <EndResponsibilityDialog
          action={open.action}
          responsibility={open.responsibility}
          onClose={close}
        />
      )}
    </Flex>
  );
}

function isOver({ state }: Responsibility): boolean {
  return state === 'ended' || state === 'terminated';
}
