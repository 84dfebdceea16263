import { decide } from '../decisions/decide';
import type { DecisionIndex } from '../decisions/DecisionIndex';
import { isVisibleTo, visibilityCondition } from '../decisions/visibility';
import { fitsCondition } from '../decisions/accessCondition';
import { whyNot } from '../decisions/whyNot';
import type { AccessLevel } from '../levels/AccessLevel';
import { levelPrivilege } from '../levels/levelPrivilege';
import {
  accessOf,
  AIRLINE,
  airline,
  ANA,
  another,
  BEN,
  CREW,
  dataset,
  direct,
  EVA,
  FLIGHTS,
  grant,
  LEDGER,
  NOON,
  OLGA,
  PILOTS,
  SALARIES,
  TICKETS,
} from './__testUtils__/airline';
import { domainGrantRules } from './domainGrantRules';

const snapshot = new Map([[LEDGER, `uid of ${LEDGER}`]]);

describe('each path says who gave it and until when', () => {
  const index = withRule(
    airline(
      grant({
        snapshot,
        expiresAt: NOON + 9,
        datasetLevelAccessBy: BEN,
        datasetLevelAccessAt: NOON - 1_000,
      }),
      grant({ id: 'crew', subject: CREW, level: 'owner', grantedBy: EVA }),
    ),
    direct(),
  );
  const paths = (resource: string, level: AccessLevel = 'read-only') =>
    decide(index, {
      subject: ANA,
      privilege: levelPrivilege(level),
      resource,
      now: NOON,
    }).paths.map(({ rule, chain, until }) => ({
      name: rule.name,
      by: rule.givenBy,
      at: rule.givenAt,
      until,
      chain,
    }));
  const chain = [ANA, PILOTS, CREW];
  const given = { at: NOON - 2_000, until: undefined };
  const byCrew = {
    ...given,
    name: 'owner on the datasets of Airline',
    by: EVA,
    chain,
  };
  const own = {
    name: 'read-only on the datasets of Airline',
    by: BEN,
    at: NOON - 1_000,
    until: NOON + 9,
    chain: [ANA],
  };

  it.each([
    [
      'S1.3 the domain, by whom access to it was given',
      AIRLINE,
      [
        {
          name: 'read-only on domain Airline',
          by: OLGA,
          at: NOON - 2_000,
          until: NOON + 9,
          chain: [ANA],
        },
        { ...given, name: 'owner on domain Airline', by: EVA, chain },
      ],
    ],
    ['S1.6 a dataset, by whom its access was given', TICKETS, [own, byCrew]],
    ['S1.11 a dataset of a snapshot', LEDGER, [own]],
    [
      'S1.21 a dataset with a direct grant',
      FLIGHTS,
      [
        own,
        byCrew,
        {
          name: 'read-only on a dataset',
          by: EVA,
          at: undefined,
          until: undefined,
          chain: [ANA],
        },
      ],
    ],
    ['S1.12 a tag-based dataset, on which there is none', SALARIES, []],
  ])('on %s', (_, resource, expected) => {
    const found = paths(resource);

    expect(found).toHaveLength(expected.length);
    expect(found).toEqual(expect.arrayContaining(expected));
  });

  it('for the level that is asked for', () => {
    expect(paths(TICKETS, 'owner')).toEqual([byCrew]);
    expect(paths(LEDGER, 'owner')).toEqual([]);
  });
});

describe('why there is none', () => {
  const LATER = 'resource:default/later';
  const [access, following, ofSnapshot] = domainGrantRules(grant({ snapshot }));
  const index = airline(grant({ snapshot }));
  index.setResource(
    another(dataset(LEDGER, [AIRLINE], { coverage: 'snapshot-only' })),
  );
  index.setResource(dataset(LATER, [AIRLINE], { coverage: 'snapshot-only' }));
  const why = (rule: typeof access, resource: string) =>
    whyNot(index, rule, {
      subject: ANA,
      privilege: levelPrivilege('read-only'),
      resource,
      now: NOON,
    });

  it('is said of each rule', () => {
    expect(why(access, FLIGHTS)).toEqual(['other-resources']);
    expect(why(following, FLIGHTS)).toEqual([]);
    expect(why(following, SALARIES)).toEqual(['other-resources']);
    expect(why(following, LEDGER)).toEqual(['other-resources']);
    expect(why(ofSnapshot, LEDGER)).toEqual(['entity-replaced']);
    expect(why(ofSnapshot, FLIGHTS)).toEqual(['other-resources']);
    expect(why(ofSnapshot, LATER)).toEqual(['other-resources']);
  });
});

describe('a hidden dataset', () => {
  const hide = (index: DecisionIndex) => {
    for (const { facts } of [...index.resources.all()]) {
      if (facts.coverage) {
        index.setResource({ ...facts, isHidden: true });
      }
    }
    return index;
  };
  const seen = (index: DecisionIndex, subject: string, now = NOON) => {
    const condition = visibilityCondition(index, [subject], now);
    const hidden = [...index.resources.all()].filter(
      ({ facts }) => facts.isHidden,
    );
    const listed = hidden.filter(one => fitsCondition(condition, one));
    const visible = hidden.filter(({ facts }) =>
      isVisibleTo(index, subject, facts.ref, now),
    );
    expect(listed).toEqual(visible);
    return visible.map(({ facts }) => facts.ref);
  };

  it('is visible to who has access to it by its domain, and to nobody else', () => {
    const index = hide(
      airline(grant({ subject: CREW, snapshot, expiresAt: NOON + 1 })),
    );
    const covered = Object.keys(accessOf(index)).filter(
      name => name !== 'airline',
    );

    expect(covered).toHaveLength(4);
    expect(seen(index, ANA)).toEqual(
      covered.map(name => `resource:default/${name}`),
    );
    expect(seen(index, EVA)).toEqual([]);
    expect(seen(index, ANA, NOON + 1)).toEqual([]);
  });

  it('S1.4 stays hidden from who has access to the domain alone', () => {
    expect(
      seen(hide(airline(grant({ datasetLevelAccess: false }))), ANA),
    ).toEqual([]);
  });
});

function withRule(
  index: DecisionIndex,
  rule: ReturnType<typeof direct>,
): DecisionIndex {
  index.setRule(rule);
  return index;
}
