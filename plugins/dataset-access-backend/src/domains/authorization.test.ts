import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  domainGrantManagePermission,
  domainGrantReadPermission,
} from 'backstage-plugin-dataset-access-common';
import {
  createDomainConditionalDecision,
  domainConditions,
} from 'backstage-plugin-dataset-access-node';
import {
  appointSharers,
  callDomainRow,
  CHANGES_TARGET,
  DomainTarget,
  LISTS,
  makeDomainTarget,
  showsAll,
} from '../__testUtils__/domainCalls';
import {
  DomainCaller,
  domainCallers,
  domainMatrix,
  DomainRow,
  domainWorld,
  expectedOfDomain,
  FrameworkSays,
  MANAGE,
  READ,
} from '../__testUtils__/domainMatrix';
import { ROOT } from '../__testUtils__/airlineWorld';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import type { TestProduct } from '../__testUtils__/TestProduct';

type Framework = (permission: string) => FrameworkSays;

const frameworks: Record<string, Framework | undefined> = {
  off: undefined,
  'on, allowing everything': () => 'yes',
  'on, denying everything': () => 'no',
  'on, with the condition to own the domain': () => 'if owner by the catalog',
  'on, with that condition for sharing only': permission =>
    permission === MANAGE ? 'if owner by the catalog' : 'yes',
};

const callers = Object.keys(domainCallers) as DomainCaller[];
const title = ({ operation, about = '' }: DomainRow) =>
  `${operation} ${about}`.trim();

/** What a portal's policy would answer that knows the user and his groups. */
function decisionOf(
  says: FrameworkSays,
  permission: string,
  user = '',
): PolicyDecision {
  switch (says) {
    case 'yes':
      return { result: AuthorizeResult.ALLOW };
    case 'no':
      return { result: AuthorizeResult.DENY };
    default: {
      const groups =
        domainWorld.find(({ ref }) => ref === user)?.memberOf ?? [];
      return createDomainConditionalDecision(
        permission === READ
          ? domainGrantReadPermission
          : domainGrantManagePermission,
        domainConditions.isDomainOwner({
          claims: [user, ...groups.map(name => `group:default/${name}`)],
        }),
      );
    }
  }
}

onBothDatabases('what anybody may do with access to a domain', start => {
  /** A product whose framework says what a test wants, between what the test prepares. */
  const shared = async (isOn: boolean) => {
    const framework: { says: Framework } = { says: () => 'yes' };
    const product = await start({
      world: domainWorld,
      config: { superusers: [ROOT] },
      policy: isOn
        ? (permission, user) =>
            [READ, MANAGE].includes(permission)
              ? decisionOf(framework.says(permission), permission, user)
              : { result: AuthorizeResult.ALLOW }
        : undefined,
    });
    await appointSharers(product);
    return { product, framework };
  };

  const answerOf = async (
    product: TestProduct,
    row: DomainRow,
    caller: DomainCaller,
    target: DomainTarget,
  ): Promise<string> => {
    const answer = await callDomainRow(
      product,
      row,
      domainCallers[caller],
      target,
    );
    if (answer.status >= 300) {
      return answer.body.error.code ?? `${answer.status}`;
    }
    if (!LISTS.includes(row.operation)) {
      return 'ok';
    }
    return showsAll(row, answer, target) ? 'all' : 'own';
  };

  it.each(Object.entries(frameworks))(
    'with the permission framework %s',
    async (_, says) => {
      const { product, framework } = await shared(says !== undefined);
      const surprises: string[] = [];
      let cells = 0;
      for (const row of domainMatrix) {
        let target = await makeDomainTarget(product, row);
        for (const caller of callers) {
          const expected = expectedOfDomain(row, caller, says);
          framework.says = says ?? framework.says;
          const actual = await answerOf(product, row, caller, target);
          framework.says = () => 'yes';
          cells += 1;
          if (actual !== expected) {
            surprises.push(
              `${caller} · ${title(row)}: ${actual}, not ${expected}`,
            );
          }
          if (actual === 'ok' && CHANGES_TARGET(row)) {
            target = await makeDomainTarget(product, row);
          }
        }
      }
      expect(surprises).toEqual([]);
      expect(cells).toBe(domainMatrix.length * callers.length);
    },
    120_000,
  );

  it('takes the permissions that the matrix says, and no others', async () => {
    const { product, framework } = await shared(true);
    const owner: DomainCaller = 'given the domain as owner';
    const surprises: string[] = [];
    const attempt = async (row: DomainRow, says: Framework) => {
      const target = await makeDomainTarget(product, row);
      framework.says = says;
      const actual = await answerOf(product, row, owner, target);
      framework.says = () => 'yes';
      const expected = expectedOfDomain(row, owner, says);
      if (actual !== expected) {
        surprises.push(`${title(row)}: ${actual}, not ${expected}`);
      }
    };
    for (const row of domainMatrix) {
      await attempt(row, name =>
        row.permissions.includes(name) ? 'yes' : 'no',
      );
      for (const permission of row.permissions) {
        await attempt(row, name => (name === permission ? 'no' : 'yes'));
      }
    }
    expect(surprises).toEqual([]);
  });

  it('is what the pages are told: the policy narrows who manages', async () => {
    const { product, framework } = await shared(true);
    framework.says = frameworks['on, with that condition for sharing only']!;
    const told = async (caller: DomainCaller) => {
      const by = domainCallers[caller];
      const grants = await product.get(by, '/v1/domains/airline/grants');
      const list = await product.get(by, '/v1/groups/analysts/domains');
      return [grants.body.can.manage.allowed, list.body.can.manage.length];
    };

    expect(await told('owner by the catalog, through a group')).toEqual([
      true,
      1,
    ]);
    expect(await told('given the domain as owner')).toEqual([false, 0]);
    framework.says = () => 'yes';
    expect(await told('given the domain as owner')).toEqual([true, 1]);
  });
});

describe('the matrix of what may be done with access to a domain', () => {
  it('lets somebody through and keeps somebody out in every row, but for what everybody may see', () => {
    const answersOf = (row: DomainRow) =>
      new Set(callers.map(one => expectedOfDomain(row, one)));
    const open = domainMatrix
      .filter(row => answersOf(row).size <= 2)
      .map(title);

    expect(open).toEqual(['getDomainReach']);
    expect(callers).toHaveLength(14);
  });
});
