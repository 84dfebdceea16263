import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { useStewardshipRoles } from '../../api/policyQueries';
import { useRoleTitles } from '../../api/roleQueries';
import { EntityLink, EntityName } from '../../entities/EntityLink';
import { useSectionLink } from '../../routing/useSectionLink';
import { datasetAccessTranslationRef } from '../../translation';
import type { ActorPart } from './actorParts';

/** @see ActorName */
export interface ActorNameProps {
  part: ActorPart;
  /** Whether the name leads to the page of the user, group or role. */
  isLink?: boolean;
}

/** What people call one of those whom a policy is for. */
export function ActorName({ part, isLink }: ActorNameProps) {
  switch (part.kind) {
    case 'user':
    case 'group':
      return isLink ? (
        <EntityLink entityRef={part.id} />
      ) : (
        <EntityName entityRef={part.id} />
      );
    case 'role':
      return <RoleName id={part.id} isLink={isLink} />;
    case 'responsibility':
      return <StewardName id={part.id} />;
    default:
      return <WideName kind={part.kind} />;
  }
}

function WideName(props: {
  kind: 'allUsers' | 'allGroups' | 'resourceOwners';
}) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return <>{t(`policies.actor.${props.kind}`)}</>;
}

function RoleName({ id, isLink }: { id: string; isLink?: boolean }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const link = useSectionLink();
  const role = useRoleTitles()(id);
  const name = t('policies.actor.role', { role });
  return isLink ? <Link href={link('roles', id)}>{name}</Link> : <>{name}</>;
}

function StewardName({ id }: { id: string }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { data } = useStewardshipRoles();
  const role = data?.find(one => one.id === id)?.title ?? id;
  return <>{t('policies.actor.responsibility', { role })}</>;
}
