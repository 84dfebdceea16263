import {
  useEntityPresentation,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';

/** What people call a user, group or dataset. */
export function EntityName({ entityRef }: { entityRef: string }) {
  return <>{useEntityPresentation(entityRef).primaryTitle}</>;
}

/** The name of a user, group or dataset, leading to its page. */
export function EntityLink({ entityRef }: { entityRef: string }) {
  const link = useEntityRefLink();
  return (
    <Link href={link(entityRef)} title={entityRef}>
      <EntityName entityRef={entityRef} />
    </Link>
  );
}

/** Several of them in one sentence. */
export function EntityLinks({ entityRefs }: { entityRefs: string[] }) {
  return (
    <>
      {entityRefs.map((entityRef, index) => (
        <span key={entityRef}>
          {index > 0 && ', '}
          <EntityLink entityRef={entityRef} />
        </span>
      ))}
    </>
  );
}
