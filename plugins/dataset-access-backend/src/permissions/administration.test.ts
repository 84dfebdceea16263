import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  AdministrationCaller,
  administrationCallers,
  administrationWorld,
  appointHolders,
} from '../__testUtils__/administrationCallers';
import {
  callRow,
  clearTarget,
  makeTarget,
  Target,
  USES_UP,
} from '../__testUtils__/administrationCalls';
import {
  administrationMatrix,
  AdministrationRow,
  expectedAnswer,
} from '../__testUtils__/administrationMatrix';
import { domainMatrix } from '../__testUtils__/domainMatrix';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { ROOT, superusers } from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';
import { spec } from '../schema/openapi.gen';

/** Those of the request flow, which `requests/authorization.test.ts` is about. */
const REQUEST_FLOW = [
  'getDatasetAccess',
  'listRequests',
  'submitRequests',
  'decideRequests',
  'countRequests',
  'getRequest',
  'decideRequest',
  'withdrawRequest',
  'commentOnRequest',
  'listGrants',
  'confirmGrant',
];

/** Those on who decides in whose place, which `delegations/delegations.test.ts` is about. */
const DELEGATIONS = ['listDelegations', 'createDelegation', 'endDelegation'];

/** Those on what becomes of grants, which `grants/grantAuthorization.test.ts` is about. */
const LIFE_OF_GRANTS = [
  'getGrant',
  'revokeGrant',
  'returnGrant',
  'confirmRemoval',
  'listTasks',
  'listDrift',
  'resolveDrift',
];

/** Those on access reviews, which `reviews/reviews.test.ts` is about. */
const REVIEWS = [
  'listReviews',
  'startReview',
  'previewReview',
  'getReview',
  'listReviewItems',
  'decideReviewItems',
  'closeReview',
  'exportReview',
];

/** Those on emergency access, which `emergencies/emergencies.test.ts` is about. */
const EMERGENCIES = [
  'takeEmergencyAccess',
  'listEmergencies',
  'reviewEmergency',
];

const frameworks: Record<
  string,
  ((permission: string) => boolean) | undefined
> = {
  off: undefined,
  'on, allowing everything': () => false,
  'on, denying everything': () => true,
};

const callers = Object.keys(administrationCallers) as AdministrationCaller[];
const title = ({ operation, about = '' }: AdministrationRow) =>
  `${operation} ${about}`.trim();

onBothDatabases('what anybody may do with rights', start => {
  /** @param denies - what the permission framework says no to; absent: it is off */
  const administered = async (denies?: (permission: string) => boolean) => {
    const framework = { denies: (_: string) => false };
    const product = await start({
      world: administrationWorld,
      config: { superusers },
      policy:
        denies &&
        (permission => ({
          result: framework.denies(permission)
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
        })),
    });
    await appointHolders(product);
    return { product, framework };
  };

  const answerOf = async (
    product: TestProduct,
    row: AdministrationRow,
    caller: AdministrationCaller,
    target: Target,
  ): Promise<string> => {
    const { status, body } = await callRow(
      product,
      row,
      administrationCallers[caller],
      target,
    );
    if (status < 300) {
      if (row.operation === 'createResponsibility') {
        // there can be only one at a time
        await product.delete(ROOT, `/v1/responsibilities/${body.id}`);
      }
      return 'ok';
    }
    return body.error.code ?? `${status}`;
  };

  it.each(Object.entries(frameworks))(
    'with the permission framework %s',
    async (_, denies) => {
      const { product, framework } = await administered(denies);
      const surprises: string[] = [];
      let cells = 0;
      let shared = await makeTarget(product);
      for (const row of administrationMatrix) {
        for (const caller of callers) {
          const expected =
            caller === 'nobody' ? '401' : expectedAnswer(row, caller, denies);
          framework.denies = denies ?? framework.denies;
          const actual = await answerOf(product, row, caller, shared);
          framework.denies = () => false;
          cells += 1;
          if (actual !== expected) {
            surprises.push(
              `${caller} · ${title(row)}: ${actual}, not ${expected}`,
            );
          }
          if (actual === 'ok' && USES_UP.has(row.operation)) {
            await clearTarget(product, shared);
            shared = await makeTarget(product);
          }
        }
      }
      expect(surprises).toEqual([]);
      expect(cells).toBe(administrationMatrix.length * callers.length);
    },
    120_000,
  );

  it('takes the permissions that the guide says, and no others', async () => {
    const { product, framework } = await administered(() => false);
    let shared = await makeTarget(product);
    const surprises: string[] = [];
    const attempt = async (
      row: AdministrationRow,
      denies: (permission: string) => boolean,
      expected: boolean,
    ) => {
      framework.denies = denies;
      const actual = await answerOf(product, row, 'superuser', shared);
      framework.denies = () => false;
      if ((actual === 'ok') !== expected) {
        surprises.push(`${title(row)}: ${actual}`);
      }
      if (USES_UP.has(row.operation)) {
        await clearTarget(product, shared);
        shared = await makeTarget(product);
      }
    };
    for (const row of administrationMatrix) {
      await attempt(row, name => !row.permissions.includes(name), true);
      for (const permission of row.permissions) {
        await attempt(row, name => name === permission, false);
      }
    }
    expect(surprises).toEqual([]);
  });
});

describe('the matrix of administrators’ operations', () => {
  it('has, with that of access to domains, every operation of the API that is not about requests and grants', () => {
    const all = Object.values(spec.paths).flatMap(methods =>
      Object.values(methods).map(({ operationId }) => operationId as string),
    );
    const rows = new Set<string>(
      [...administrationMatrix, ...domainMatrix].map(
        ({ operation }) => operation,
      ),
    );

    expect(
      [
        ...rows,
        ...REQUEST_FLOW,
        ...LIFE_OF_GRANTS,
        ...DELEGATIONS,
        ...REVIEWS,
        ...EMERGENCIES,
      ].sort(),
    ).toEqual([...all].sort());
  });

  it('lets somebody through in every row, and keeps somebody out of all but those that are for everybody', () => {
    const forEverybody = administrationMatrix
      .filter(row =>
        callers.every(
          one => one === 'nobody' || expectedAnswer(row, one) === 'ok',
        ),
      )
      .map(title);

    expect(forEverybody).toEqual([
      'listPrivileges',
      'listOperations',
      'listResponsibilities of oneself',
      'explainDecision about oneself',
    ]);
    expect(administrationMatrix.every(({ may }) => may.length > 0)).toBe(true);
  });
});
