import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import {
  Badge,
  ButtonIcon,
  Menu,
  MenuItem,
  MenuTrigger,
  Text,
} from '@backstage/ui';
import {
  RiCheckboxCircleLine,
  RiIndeterminateCircleLine,
  RiMore2Line,
  RiStopCircleLine,
  RiTimeLine,
} from '@remixicon/react';
import type {
  Responsibility,
  ResponsibilityState,
  StewardshipRole,
} from 'backstage-plugin-dataset-access-common';
import { FormattedDate } from '../durations/FormattedDate';
import { EntityLink } from '../entities/EntityLink';
import { datasetAccessTranslationRef } from '../translation';
import styles from './Responsibilities.module.css';
import type { ResponsibilityAction } from './Responsibilities';

const icons: Record<ResponsibilityState, JSX.Element> = {
  planned: <RiTimeLine aria-hidden />,
  active: <RiCheckboxCircleLine aria-hidden />,
  ended: <RiIndeterminateCircleLine aria-hidden />,
  terminated: <RiStopCircleLine aria-hidden />,
};

/** @see ResponsibilityLine */
export interface ResponsibilityLineProps {
  responsibility: Responsibility;
  roles: StewardshipRole[];
  /** Absent for who may change nothing. */
  onAction?: (action: ResponsibilityAction) => void;
}

/** Who answers as what, from when until when. */
export function ResponsibilityLine(props: ResponsibilityLineProps) {
  const { responsibility, roles, onAction } = props;
  const { subject, state, startsAt, endsAt } = responsibility;
  const { terminatedAt, terminatedBy } = responsibility;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { primaryTitle } = useEntityPresentation(subject);
  // a role that was taken out of app-config still was what it was
  const role =
    roles.find(({ id }) => id === responsibility.role)?.title ??
    responsibility.role;
  const end = terminatedAt ?? endsAt;
  return (
    <li className={styles.line}>
      <div className={styles.text}>
        <div className={styles.title}>
          <Text weight="bold">{role}</Text>
          <Badge size="small" className={styles.badge} icon={icons[state]}>
            {t(`responsibilities.state.${state}`)}
          </Badge>
        </div>
        <Text>
          <EntityLink entityRef={subject} />
        </Text>
        <Text variant="body-small" color="secondary">
          {t('responsibilities.from')} <FormattedDate at={startsAt} />{' '}
          {end ? (
            <>
              {t('responsibilities.until')} <FormattedDate at={end} />
            </>
          ) : (
            t('responsibilities.noEnd')
          )}
          {terminatedBy && (
            <>
              {' · '}
              {t('responsibilities.terminatedBy')}{' '}
              <EntityLink entityRef={terminatedBy} />
            </>
          )}
        </Text>
      </div>
      {onAction && (
        <MenuTrigger>
          <ButtonIcon
            size="small"
            variant="tertiary"
            icon={<RiMore2Line />}
            aria-label={t('responsibilities.actionsFor', {
              role,
              who: primaryTitle,
            })}
          />
          <Menu>
            {state === 'planned' || state === 'active'
              ? [
                  <MenuItem key="change" onAction={() => onAction('change')}>
                    {t('responsibilities.change')}
                  </MenuItem>,
                  <MenuItem
                    key="terminate"
                    onAction={() => onAction('terminate')}
                  >
                    {t('responsibilities.terminate')}
                  </MenuItem>,
                ]
              : null}
            <MenuItem color="danger" onAction={() => onAction('remove')}>
              {t('responsibilities.remove')}
            </MenuItem>
          </Menu>
        </MenuTrigger>
      )}
    </li>
  );
}
