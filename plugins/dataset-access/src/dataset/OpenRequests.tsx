import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Link, Text } from '@backstage/ui';
import type { AccessRequest } from 'backstage-plugin-dataset-access-common';
import { RelativeTime } from '../durations/RelativeTime';
import { EntityName } from '../entities/EntityLink';
import { useRequestLink } from '../routing/useRequestLink';
import { datasetAccessTranslationRef } from '../translation';
import styles from './AccessPaths.module.css';

/** Requests that wait, each leading to its page. */
export function OpenRequests(props: {
  title: string;
  requests: AccessRequest[];
}) {
  const { title, requests } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const requestLink = useRequestLink();
  if (requests.length === 0) {
    return null;
  }
  return (
    <Flex direction="column" gap="1">
      <Text variant="body-small" color="secondary">
        {title}
      </Text>
      <ul className={styles.paths}>
        {requests.map(({ id, level, beneficiary, createdAt }) => (
          <li key={id}>
            <Link href={requestLink(id)}>
              {t(`level.${level}`)} · <EntityName entityRef={beneficiary} />
            </Link>{' '}
            <Text variant="body-small" color="secondary">
              <RelativeTime at={createdAt} />
            </Text>
          </li>
        ))}
      </ul>
    </Flex>
  );
}
