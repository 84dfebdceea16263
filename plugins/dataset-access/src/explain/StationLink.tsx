import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import type { ExplanationNode } from 'backstage-plugin-dataset-access-common';
import { EntityLink } from '../entities/EntityLink';
import { useSectionLink } from '../routing/useSectionLink';
import { datasetAccessTranslationRef } from '../translation';
import { isEntity } from './useNodeTitles';

/** A station of a path: what it is, and what it is called, leading to its page if it has one. */
export function StationLink(props: { node: ExplanationNode; title: string }) {
  const { node, title } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const sectionLink = useSectionLink();
  const kind = t(`explain.node.${node.kind}`);
  const named = () => {
    if (isEntity(node)) {
      return <EntityLink entityRef={node.id} />;
    }
    switch (node.kind) {
      case 'role':
        return <Link href={sectionLink('roles', node.id)}>{title}</Link>;
      case 'policy':
        return <Link href={sectionLink('policies', node.id)}>{title}</Link>;
      default:
        return <Text as="span">{title}</Text>;
    }
  };
  return (
    <>
      {title !== kind && (
        <>
          <Text as="span" variant="body-small" color="secondary">
            {kind}
          </Text>{' '}
        </>
      )}
      {named()}
    </>
  );
}
