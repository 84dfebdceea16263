import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ConnectorProblem } from 'backstage-plugin-dataset-access-node';
import { POSTGRES_ROLE_ANNOTATION } from './annotations';
import { toIdentifier } from './identifiers';

/** How names of roles are made from entities, when these do not say them. */
export interface RoleTemplates {
  userRole: string;
  groupRole: string;
}

/** What a template may contain. Not `${…}`, which app-config would replace from the environment. */
export const PLACEHOLDERS = ['{name}', '{namespace}', '{email-local}'] as const;

const RESERVED = /^pg_/i;

/**
 * The name of the database role of a user or group.
 *
 * @throws ConnectorProblem BAD_IDENTIFIER, SUBJECT_MISSING
 */
export function roleName(subject: Entity, templates: RoleTemplates): string {
  const ref = stringifyEntityRef(subject);
  const annotated =
    subject.metadata.annotations?.[POSTGRES_ROLE_ANNOTATION]?.trim();
  const where = annotated
    ? `${POSTGRES_ROLE_ANNOTATION} of ${ref}`
    : `The template for roles, with ${ref},`;
  const advice = ` Give ${ref} the annotation ${POSTGRES_ROLE_ANNOTATION} with the name of a role of its own.`;
  const name = toIdentifier(
    annotated || fromTemplate(subject, templates),
    where,
    annotated ? '' : advice,
  );
  if (RESERVED.test(name)) {
    // such roles are PostgreSQL's own: what they get would reach everybody in them
    throw new ConnectorProblem(
      'BAD_IDENTIFIER',
      `${where} says ${name}; names that begin with pg_ belong to PostgreSQL itself.${advice}`,
    );
  }
  return name;
}

function fromTemplate(subject: Entity, templates: RoleTemplates): string {
  const template =
    subject.kind.toLocaleLowerCase('en-US') === 'group'
      ? templates.groupRole
      : templates.userRole;
  return template.replace(/\{[a-z-]+\}/g, placeholder => {
    switch (placeholder) {
      case '{name}':
        return subject.metadata.name;
      case '{namespace}':
        return subject.metadata.namespace ?? 'default';
      default:
        return emailLocal(subject);
    }
  });
}

function emailLocal(subject: Entity): string {
  const profile = subject.spec?.profile;
  const email =
    profile && typeof profile === 'object' && !Array.isArray(profile)
      ? profile.email
      : undefined;
  const [local] = typeof email === 'string' ? email.split('@') : [];
  if (!local) {
    const ref = stringifyEntityRef(subject);
    throw new ConnectorProblem(
      'SUBJECT_MISSING',
      `${ref} has no e-mail address, which its role is named after. Give it one, or the annotation ${POSTGRES_ROLE_ANNOTATION}.`,
    );
  }
  return local;
}
