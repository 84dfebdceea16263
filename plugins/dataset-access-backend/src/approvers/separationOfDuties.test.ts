import fc from 'fast-check';
import { testConfig } from '../__testUtils__/testDirectory';
import { barredUsers } from './separationOfDuties';

const ANA = 'user:default/ana';
const users = fc.uniqueArray(
  fc.constantFrom(ANA, 'user:default/bob', 'user:default/cleo', 'user:x/ana'),
);

describe('separation of duties', () => {
  it('bars who asks and everybody who would get the access, and nobody else', () => {
    fc.assert(
      fc.property(users, beneficiaries => {
        const barred = barredUsers(testConfig(), ANA, new Set(beneficiaries));

        expect(barred).toEqual(new Set([ANA, ...beneficiaries]));
      }),
      { seed: 12, numRuns: 50 },
    );
  });

  it('bars nobody where deciding for oneself is recorded instead', () => {
    const config = testConfig({
      requests: { selfApproval: 'allow-and-record' },
    });

    expect(barredUsers(config, ANA, new Set([ANA]))).toEqual(new Set());
  });
});
