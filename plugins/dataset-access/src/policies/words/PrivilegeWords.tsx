import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Skeleton, Text } from '@backstage/ui';
import { usePrivileges } from '../../api/explainQueries';
import { datasetAccessTranslationRef } from '../../translation';
import { CappedList } from '../CappedList';
import { groupByArea, PrivilegeInfo } from './privilegeAreas';

/** What some privileges let people do, by area. */
export function PrivilegeWords({ names }: { names: readonly string[] }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { data, isPending } = usePrivileges();
  if (isPending) {
    return <Skeleton height={96} width="100%" />;
  }
  const wanted = new Set(names);
  const known = (data?.items ?? []).filter(({ name }) => wanted.has(name));
  const unknown = names.filter(name => known.every(one => one.name !== name));
  return (
    <Flex direction="column" gap="4">
      {groupByArea(known).map(({ area, privileges }) => (
        <div key={area}>
          <Text as="h3" variant="body-small" color="secondary">
            {t(`policies.area.${area}`)}
          </Text>
          <CappedList
            label={t(`policies.area.${area}`)}
            items={privileges}
            keyOf={({ name }) => name}
            render={privilege => <OnePrivilege {...privilege} />}
          />
        </div>
      ))}
      {unknown.length > 0 && (
        <CappedList
          label={t('policies.area.unknown')}
          items={unknown}
          keyOf={name => name}
          render={name => <Text>{name}</Text>}
        />
      )}
    </Flex>
  );
}

function OnePrivilege({ name, title, description }: PrivilegeInfo) {
  return (
    <>
      <Text as="p" weight="bold" title={name}>
        {title}
      </Text>
      <Text as="p" color="secondary">
        {description}
      </Text>
    </>
  );
}
