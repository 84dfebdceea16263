import {
  CompoundEntityRef,
  Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogTranslationRef } from '@backstage/plugin-catalog/alpha';
import {
  catalogApiRef,
  getEntityRelations,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import {
  HeaderMetadataItem,
  HeaderMetadataUser,
  HeaderMetadataUsers,
} from '@backstage/ui';
import { useMemo } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { RelatedEntities } from './RelatedEntities';

const partOfLabels = {
  system: 'entityLabels.systemLabel',
  domain: 'entityLabels.domainLabel',
} as const;

/** What the standard header says below the title: lifecycle, owners, and what the entity is part of. */
export function useHeaderMetadata(
  entity: Entity | undefined,
): HeaderMetadataItem[] {
  const { t } = useTranslationRef(catalogTranslationRef);
  const owners = useOwners(entity);
  return useMemo(() => {
    const lifecycle = entity?.spec?.lifecycle?.toString();
    const byLabel = new Map<string, CompoundEntityRef[]>();
    for (const ref of relationsOf(entity, RELATION_PART_OF)) {
      const kind = ref.kind.toLocaleLowerCase('en-US');
      const label =
        kind in partOfLabels
          ? t(partOfLabels[kind as keyof typeof partOfLabels])
          : t('entityLabels.partOfLabel');
      byLabel.set(label, [...(byLabel.get(label) ?? []), ref]);
    }
    return [
      ...(lifecycle
        ? [{ label: t('entityLabels.lifecycleLabel'), value: lifecycle }]
        : []),
      ...(owners.length > 0
        ? [
            {
              label: t('entityLabels.ownerLabel'),
              value: <HeaderMetadataUsers users={owners} />,
            },
          ]
        : []),
      ...[...byLabel].map(([label, refs]) => ({
        label,
        value: <RelatedEntities refs={refs} />,
      })),
    ];
  }, [entity, owners, t]);
}

function relationsOf(entity: Entity | undefined, type: string) {
  return entity ? getEntityRelations(entity, type) : [];
}

function useOwners(entity: Entity | undefined): HeaderMetadataUser[] {
  const catalogApi = useApi(catalogApiRef);
  const link = useEntityRefLink();
  const refs = useMemo(() => relationsOf(entity, RELATION_OWNED_BY), [entity]);
  const { value: loaded } = useAsync(async () => {
    if (refs.length === 0) {
      return [];
    }
    const { items } = await catalogApi.getEntitiesByRefs({
      entityRefs: refs.map(ref => stringifyEntityRef(ref)),
      fields: ['kind', 'metadata', 'spec.profile'],
    });
    return items;
  }, [catalogApi, refs]);
  return useMemo(
    () =>
      refs.map((ref, index) => {
        const owner = loaded?.[index];
        const profile = owner?.spec?.profile as
          | { displayName?: string; picture?: string }
          | undefined;
        return {
          name: profile?.displayName ?? owner?.metadata.title ?? ref.name,
          src: profile?.picture,
          href: link(ref),
        };
      }),
    [refs, loaded, link],
  );
}
