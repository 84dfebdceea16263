import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RiArrowDownSLine,
  RiCheckLine,
  RiLoader4Line,
  RiTimeLine,
} from '@remixicon/react';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { FormattedDate } from '../durations/FormattedDate';
import { RelativeTime } from '../durations/RelativeTime';
import { useRequestLink } from '../routing/useRequestLink';
import { datasetAccessTranslationRef } from '../translation';
import type { AccessState } from './accessState';
import styles from './StateMenu.module.css';

type UnderWay = Exclude<
  AccessState,
  { is: 'requestable' } | { is: 'not-requestable' }
>;

const icons: Record<UnderWay['is'], JSX.Element> = {
  requested: <RiTimeLine />,
  'being-set-up': <RiLoader4Line />,
  'has-access': <RiCheckLine />,
};

/** @see StateMenu */
export interface StateMenuProps {
  state: UnderWay;
  /** Opens the dialog; absent when the user may not ask. */
  onRequest?: () => void;
}

/** Where things stand, and what can be done from there. */
export function StateMenu({ state, onRequest }: StateMenuProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const requestLink = useRequestLink();
  const requestId = requestIdOf(state);
  const button = {
    variant: 'secondary' as const,
    iconStart: icons[state.is],
    children: <StateText state={state} />,
  };
  if (!requestId && !onRequest) return <Button {...button} isDisabled />;
  return (
    <MenuTrigger>
      <Button {...button} iconEnd={<RiArrowDownSLine />} />
      <Menu>
        {requestId ? (
          <MenuItem href={requestLink(requestId)}>
            {t('button.viewRequest')}
          </MenuItem>
        ) : null}
        {onRequest ? (
          <MenuItem onAction={onRequest}>
            {wantsNoMore(state)
              ? t('button.requestForOthers')
              : t('button.requestMore')}
          </MenuItem>
        ) : null}
      </Menu>
    </MenuTrigger>
  );
}

function StateText({ state }: { state: UnderWay }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  switch (state.is) {
    case 'requested':
      return (
        <>
          {t('button.requested')} <RelativeTime at={state.request.createdAt} />
        </>
      );
    case 'being-set-up':
      return <>{t('button.beingSetUp')}</>;
    default: {
      const { level = 'read-only', expiresAt, paths } = state.access;
      return paths[0]?.kind === 'ownership' ? (
        <>{t(state.isDomain ? 'button.ownsDomain' : 'button.ownsDataset')}</>
      ) : (
        <>
          {t('button.hasAccess', { level: t(`level.inSentence.${level}`) })}
          {expiresAt && (
            <span className={styles.until}>
              {' '}
              {t('button.until')} <FormattedDate at={expiresAt} />
            </span>
          )}
        </>
      );
    }
  }
}

/** What is asked for next can only be for somebody else. */
function wantsNoMore(state: UnderWay): boolean {
  return state.is !== 'has-access' || state.access.level === 'owner';
}

function requestIdOf(state: UnderWay): string | undefined {
  switch (state.is) {
    case 'requested':
      return state.request.id;
    case 'being-set-up':
      return state.grant.requestId;
    default:
      return state.access.paths.find(({ requestId }) => requestId)?.requestId;
  }
}
