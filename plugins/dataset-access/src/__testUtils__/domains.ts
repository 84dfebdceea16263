import type {
  DomainGrant,
  DomainReach,
  NamedEntity,
} from 'backstage-plugin-dataset-access-common';
import { ANALYSTS, DAN, entities, entity } from './people';
import { daysFromNow } from './requests';

export const AIRLINE: NamedEntity = {
  ref: 'domain:default/airline',
  title: 'Airline',
};
export const CARGO: NamedEntity = {
  ref: 'domain:default/cargo',
  title: 'Cargo',
};
export const HOTELS: NamedEntity = {
  ref: 'domain:default/hotels',
  title: 'Hotels',
};
export const domains = [AIRLINE, CARGO, HOTELS];

/** The people of the portal, and the domains. */
export const withDomains = [
  ...entities,
  ...domains.map(({ ref, title }) => entity('Domain', ref, { title })),
];

/** Dan gave the analysts read-only access to the airline, without its datasets. */
export function aDomainGrant(facts: Partial<DomainGrant> = {}): DomainGrant {
  const createdAt = facts.createdAt ?? daysFromNow(-9);
  return {
    id: 'domain-grant-1',
    domain: AIRLINE,
    subject: ANALYSTS,
    level: 'read-only',
    datasetLevelAccess: false,
    state: 'active',
    version: 1,
    source: 'share',
    grantedBy: DAN,
    createdAt,
    updatedAt: createdAt,
    ...facts,
  };
}

/** A domain of 41 datasets, 4 of which are tag-based; 3 of the others are snapshot-only. */
export function aReach(facts: Partial<DomainReach> = {}): DomainReach {
  return {
    domain: AIRLINE,
    datasets: 41,
    covered: 37,
    snapshotOnly: 3,
    tagBased: 4,
    subdomains: 0,
    ...facts,
  };
}
