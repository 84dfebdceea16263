import type {
  Policy,
  PolicyActors,
  PolicyCriterion,
  PolicyOrigin,
  PolicyState,
  PolicyType,
} from 'backstage-plugin-dataset-access-common';
import { ChainHead, headOf } from '../audit/eventChain';
import {
  InstantColumn,
  Nullable,
  toInstant,
  toJson,
} from '../database/columns';

/** What a policy says, with canonical refs and nothing twice. */
export interface PolicyContent {
  name: string;
  description?: string;
  type: PolicyType;
  state: PolicyState;
  privileges: string[];
  actors: PolicyActors;
  /** All of them must hold; empty is every resource. */
  resources: PolicyCriterion[];
}

/** A policy as it is stored. */
export interface PolicyRecord extends PolicyContent {
  id: string;
  origin: PolicyOrigin;
  /** File and line, when it comes from a file. */
  source?: string;
  version: number;
  head: ChainHead;
  createdAt: Date;
  /** Absent: the system. */
  createdBy?: string;
  updatedAt: Date;
  updatedBy?: string;
}

/** The columns of `policies`. */
export interface PolicyRow {
  id: string;
  name: string;
  name_key: string;
  description: Nullable<string>;
  type: PolicyType;
  state: PolicyState;
  origin: PolicyOrigin;
  source: Nullable<string>;
  privileges: string;
  actors: string;
  resources: string;
  search_text: string;
  version: number;
  event_seq: number;
  created_at: InstantColumn;
  created_by: Nullable<string>;
  updated_at: InstantColumn;
  updated_by: Nullable<string>;
}

/** A row with the hash at the head of its audit chain. */
export interface PolicyRowWithHead extends PolicyRow {
  head_hash: Nullable<string>;
}

/** Names that look alike are the same name, whatever their letter case, encoding, blanks and invisible characters (P-36). */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLocaleLowerCase('en-US');
}

/** Whether a policy can be changed here, as opposed to where it comes from. */
export function isEditable({ origin }: Pick<PolicyRecord, 'origin'>): boolean {
  return origin === 'custom' || origin === 'default';
}

export function toPolicyRow(policy: PolicyRecord): PolicyRow {
  return {
    id: policy.id,
    name: policy.name,
    name_key: nameKey(policy.name),
    description: policy.description ?? null,
    type: policy.type,
    state: policy.state,
    origin: policy.origin,
    source: policy.source ?? null,
    privileges: JSON.stringify(policy.privileges),
    actors: JSON.stringify(policy.actors),
    resources: JSON.stringify(policy.resources),
    search_text: `${policy.name}\n${
      policy.description ?? ''
    }`.toLocaleLowerCase('en-US'),
    version: policy.version,
    event_seq: policy.head.seq,
    created_at: policy.createdAt,
    created_by: policy.createdBy ?? null,
    updated_at: policy.updatedAt,
    updated_by: policy.updatedBy ?? null,
  };
}

export function fromPolicyRow(row: PolicyRowWithHead): PolicyRecord {
  return {
    id: row.id,
    name: row.name,
    description: row.description ?? undefined,
    type: row.type,
    state: row.state,
    origin: row.origin,
    source: row.source ?? undefined,
    privileges: toJson(row.privileges),
    actors: toJson(row.actors),
    resources: toJson(row.resources),
    version: row.version,
    head: headOf(row),
    createdAt: toInstant(row.created_at),
    createdBy: row.created_by ?? undefined,
    updatedAt: toInstant(row.updated_at),
    updatedBy: row.updated_by ?? undefined,
  };
}

/** A policy as the API shows it. */
export function presentPolicy(policy: PolicyRecord): Policy {
  const { head, ...shown } = policy;
  return {
    ...shown,
    editable: isEditable(policy),
    createdAt: policy.createdAt.toISOString(),
    updatedAt: policy.updatedAt.toISOString(),
  };
}

/** What a policy says, without where it stands. */
export function contentOf(policy: PolicyContent): PolicyContent {
  const { name, description, type, state, privileges, actors, resources } =
    policy;
  return { name, description, type, state, privileges, actors, resources };
}
