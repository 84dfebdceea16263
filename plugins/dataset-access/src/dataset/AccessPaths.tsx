import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Badge, Flex, Link, Text } from '@backstage/ui';
import {
  AccessGrant,
  AccessPath,
  isPrincipalRef as isPrincipal,
} from 'backstage-plugin-dataset-access-common';
import { FormattedDate } from '../durations/FormattedDate';
import { Decider } from '../entities/Decider';
import { EntityLink } from '../entities/EntityLink';
import { GrantState } from '../grants/words/GrantState';
import { useRequestLink } from '../routing/useRequestLink';
import { datasetAccessTranslationRef } from '../translation';
import styles from './AccessPaths.module.css';

/** @see AccessPaths */
export interface AccessPathsProps {
  paths: AccessPath[];
  /** Approved, and not yet granted in the source. */
  settingUp: AccessGrant[];
}

/** Every reason why somebody has access, strongest first, then what is approved and not there yet. */
export function AccessPaths({ paths, settingUp }: AccessPathsProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  if (paths.length + settingUp.length === 0) {
    return null;
  }
  return (
    <ul className={styles.paths} aria-label={t('card.paths')}>
      {paths.map(path => (
        <li key={path.grantId ?? path.policy?.id ?? path.via}>
          <Path path={path} />
        </li>
      ))}
      {settingUp.map(grant => (
        <li key={grant.id}>
          <SettingUp grant={grant} />
        </li>
      ))}
    </ul>
  );
}

function Path({ path }: { path: AccessPath }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { kind, level, via, expiresAt, requestId, grantedBy } = path;
  const requestLink = useRequestLink();
  const holder = (ref: string) =>
    ref.startsWith('role:')
      ? t('card.holders.role', { role: ref.slice('role:'.length) })
      : t('card.holders.everyone');
  return (
    <Flex direction="column" gap="1">
      <Flex gap="2" align="center">
        <Badge className={styles.level}>{t(`level.${level}`)}</Badge>
        <Text>
          {path.domain ? (
            <ThroughDomain path={path} domain={path.domain} />
          ) : (
            <>
              {kind === 'ownership' ? t('card.asOwner') : t('card.via')}{' '}
              {isPrincipal(via) ? <EntityLink entityRef={via} /> : holder(via)}
            </>
          )}
        </Text>
      </Flex>
      {kind === 'domain' && (
        <Text variant="body-small" color="secondary">
          {path.since && (
            <>
              {t('domains.path.since')} <FormattedDate at={path.since} />
              {', '}
            </>
          )}
          {expiresAt ? (
            <>
              {t('domains.path.until')} <FormattedDate at={expiresAt} />
            </>
          ) : (
            t('domains.path.untilRevoked')
          )}
          {requestId && (
            <>
              {' · '}
              <Link href={requestLink(requestId)}>{t('card.request')}</Link>
            </>
          )}
        </Text>
      )}
      {path.policy && (
        <Text variant="body-small" color="secondary">
          {t('card.byPolicy', { policy: path.policy.name })}
          {expiresAt && (
            <>
              {' · '}
              {t('card.until')} <FormattedDate at={expiresAt} />
            </>
          )}
        </Text>
      )}
      {kind === 'grant' && (
        <Text variant="body-small" color="secondary">
          {expiresAt ? (
            <>
              {t('card.until')} <FormattedDate at={expiresAt} />
            </>
          ) : (
            t('term.untilRevoked')
          )}
          {grantedBy && (
            <>
              {' · '}
              {t('card.approvedBy')} <EntityLink entityRef={grantedBy} />
            </>
          )}
          {requestId && (
            <>
              {' · '}
              <Link href={requestLink(requestId)}>{t('card.request')}</Link>
            </>
          )}
        </Text>
      )}
    </Flex>
  );
}

/** Access to the datasets of a domain: which domain it is, and who gave it to whom. */
function ThroughDomain(props: {
  path: AccessPath;
  domain: NonNullable<AccessPath['domain']>;
}) {
  const { via, grantedBy } = props.path;
  const { ref, title } = props.domain;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const entityLink = useEntityRefLink();
  const domain = (
    <Link href={entityLink(ref)} title={ref}>
      {title}
    </Link>
  );
  const subject = <EntityLink entityRef={via} />;
  return grantedBy
    ? t('domains.path.through', {
        domain,
        subject,
        by: <EntityLink entityRef={grantedBy} />,
      })
    : t('domains.path.throughUnknown', { domain, subject });
}

function SettingUp({ grant }: { grant: AccessGrant }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { level, subject, requestId, grantedBy, dataset, connector } = grant;
  const requestLink = useRequestLink();
  return (
    <Flex direction="column" gap="1">
      <Flex gap="2" align="center">
        <Badge className={styles.level}>{t(`level.${level}`)}</Badge>
        <Text>
          {t('stage.beingSetUp')} · <EntityLink entityRef={subject} />
        </Text>
      </Flex>
      {connector !== 'manual' && <GrantState grant={grant} />}
      <Text variant="body-small" color="secondary">
        {connector === 'manual' && (
          <>
            {t('card.stillToGrant', {
              source: dataset.source ?? t('card.theSource'),
            })}{' '}
          </>
        )}
        {t('card.approvedBy')} <Decider by={grantedBy} rule={grant.rule} />
        {requestId && (
          <>
            {' · '}
            <Link href={requestLink(requestId)}>{t('card.request')}</Link>
          </>
        )}
      </Text>
    </Flex>
  );
}
