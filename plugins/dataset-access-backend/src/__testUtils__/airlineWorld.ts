import type { WorldEntity } from './world';

/**
 * Domain Airline with a domain in it, systems, and datasets of every kind. Olga owns it through the airline office; the
 * travel group around it is owned by somebody else.
 */
export const airlineWorld: WorldEntity[] = [
  { ref: 'user:default/ana', title: 'Ana Analyst', memberOf: ['analysts'] },
  { ref: 'user:default/bob', title: 'Bob', memberOf: ['analysts'] },
  { ref: 'user:default/cleo', title: 'Cleo', memberOf: ['juniors'] },
  { ref: 'user:default/dan', title: 'Dan', memberOf: ['sales'] },
  { ref: 'user:default/eve', title: 'Eve' },
  { ref: 'user:default/olga', title: 'Olga', memberOf: ['airline-office'] },
  { ref: 'user:default/petra', title: 'Petra', memberOf: ['airline-office'] },
  { ref: 'user:default/tom', title: 'Tom', memberOf: ['travel-office'] },
  { ref: 'user:default/root', title: 'Root', memberOf: ['platform-admins'] },
  { ref: 'group:default/analysts', title: 'Analysts' },
  { ref: 'group:default/juniors', title: 'Juniors', parent: 'analysts' },
  { ref: 'group:default/sales', title: 'Sales' },
  { ref: 'group:default/airline-office', title: 'Airline office' },
  { ref: 'group:default/travel-office', title: 'Travel office' },
  { ref: 'group:default/platform-admins', title: 'Platform admins' },
  {
    ref: 'group:default/engineers',
    title: 'Engineers',
    labels: { 'data-registry/group-access': 'full' },
  },
  {
    ref: 'domain:default/travel',
    title: 'Travel',
    owners: ['travel-office'],
  },
  {
    ref: 'domain:default/airline',
    title: 'Airline',
    owners: ['airline-office'],
    partOf: ['domain:default/travel'],
  },
  {
    ref: 'domain:default/crew',
    title: 'Crew',
    owners: ['airline-office'],
    partOf: ['domain:default/airline'],
  },
  { ref: 'domain:default/movies', title: 'Movies', owners: ['airline-office'] },
  { ref: 'system:default/booking', partOf: ['domain:default/airline'] },
  { ref: 'system:default/rostering', partOf: ['domain:default/crew'] },
  { ref: 'system:default/cinema', partOf: ['domain:default/movies'] },
  {
    ref: 'resource:default/flights',
    title: 'Flights',
    owners: ['sales'],
    partOf: ['booking'],
  },
  {
    ref: 'resource:default/fares',
    title: 'Fares',
    owners: ['sales'],
    labels: { 'data-registry/domain': 'airline' },
  },
  {
    ref: 'resource:default/rosters',
    title: 'Rosters',
    owners: ['sales'],
    partOf: ['rostering'],
  },
  {
    ref: 'resource:default/lake',
    title: 'Lake',
    owners: ['sales'],
    partOf: ['booking'],
    labels: { 'data-registry/snapshot-only': 'true' },
  },
  {
    ref: 'resource:default/tagged',
    title: 'Tagged',
    owners: ['sales'],
    partOf: ['booking'],
    labels: { 'data-registry/tag-based-access': 'true' },
  },
  {
    ref: 'resource:default/films',
    title: 'Films',
    owners: ['sales'],
    partOf: ['cinema'],
  },
];

export const AIRLINE = 'domain:default/airline';
export const CREW = 'domain:default/crew';
export const TRAVEL = 'domain:default/travel';
export const MOVIES = 'domain:default/movies';

export const FLIGHTS = 'resource:default/flights';
export const FARES = 'resource:default/fares';
export const ROSTERS = 'resource:default/rosters';
export const LAKE = 'resource:default/lake';
export const TAGGED = 'resource:default/tagged';
export const FILMS = 'resource:default/films';

export const ANALYSTS = 'group:default/analysts';
export const ENGINEERS = 'group:default/engineers';

/** Owns Airline, Crew and Movies. */
export const OLGA = 'user:default/olga';
/** So does she. */
export const PETRA = 'user:default/petra';
/** Owns Travel, the domain around Airline. */
export const TOM = 'user:default/tom';
export const ANA = 'user:default/ana';
export const BOB = 'user:default/bob';
/** An analyst through a child group. */
export const CLEO = 'user:default/cleo';
/** Owns the datasets. */
export const DAN = 'user:default/dan';
export const EVE = 'user:default/eve';
export const ROOT = 'user:default/root';
