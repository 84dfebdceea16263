import { screen, waitFor } from '@testing-library/react';
import { aDomainGrant, AIRLINE, CARGO } from '../../__testUtils__/domains';
import { lines, openDomain } from '../../__testUtils__/domainPages';
import { MemoryDomains } from '../../__testUtils__/MemoryDomains';
import { ANALYSTS, DAN } from '../../__testUtils__/people';

const cargo = aDomainGrant({ id: 'cargo', domain: CARGO });

describe('dataset access of a group (S1.20)', () => {
  it('is revoked in its list, and the other domains stay in it', async () => {
    const domainAccess = new MemoryDomains(DAN, [
      aDomainGrant({ datasetLevelAccess: true }),
      cargo,
    ]);
    const replaced = jest.spyOn(domainAccess, 'replaceGroupDomains');
    const { choose, press, isDone } = await openDomain(domainAccess);
    await choose('Analysts', 'Revoke dataset access');

    await press('Revoke dataset access');

    await isDone();
    expect(replaced.mock.calls.map(([group, list]) => [group, list])).toEqual([
      [
        ANALYSTS,
        {
          domains: [
            {
              domain: AIRLINE.ref,
              level: 'read-only',
              datasetLevelAccess: false,
            },
            {
              domain: CARGO.ref,
              level: 'read-only',
              datasetLevelAccess: false,
            },
          ],
        },
      ],
    ]);
  });

  it('goes with the domain when that is taken off the list', async () => {
    const domainAccess = new MemoryDomains(DAN, [aDomainGrant(), cargo]);
    const { choose, press, isDone } = await openDomain(domainAccess);
    await choose('Analysts', 'Remove access');

    await press('Remove access');

    await isDone();
    expect(domainAccess.of(ANALYSTS, AIRLINE)).toBeUndefined();
    expect(domainAccess.of(ANALYSTS, CARGO)).toBeDefined();
  });

  it('is not changed when somebody else has just changed the list; what is different is shown, and a second press does it', async () => {
    const domainAccess = new MemoryDomains(DAN, [aDomainGrant()]);
    const { choose, press, isDone } = await openDomain(domainAccess);
    await choose('Analysts', 'Provide dataset access');
    await lines('What dataset-level access covers');
    domainAccess.grants.push(cargo);

    await press('Provide dataset access');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Somebody changed the domains of Analysts',
    );
    expect(await lines('What is different')).toEqual([
      'CargoAdded: Read-only, without its datasets, by Dan Owner',
    ]);
    expect(domainAccess.of(ANALYSTS, AIRLINE)?.datasetLevelAccess).toBe(false);

    await press('Provide dataset access');

    await isDone();
    expect(domainAccess.of(ANALYSTS, AIRLINE)?.datasetLevelAccess).toBe(true);
    expect(domainAccess.of(ANALYSTS, CARGO)).toBeDefined();
  });

  it('is not given anew when somebody else has taken the domain away', async () => {
    const grant = aDomainGrant();
    const domainAccess = new MemoryDomains(DAN, [grant]);
    const { choose, press } = await openDomain(domainAccess);
    await choose('Analysts', 'Provide dataset access');
    await lines('What dataset-level access covers');
    domainAccess.grants.splice(0, 1, { ...grant, state: 'revoked' });
    await press('Provide dataset access');
    expect(await lines('What is different')).toEqual([
      'AirlineRemoved: Read-only, without its datasets',
    ]);

    await press('Provide dataset access');

    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Provide dataset access' }),
      ).toBeEnabled(),
    );
    expect(domainAccess.of(ANALYSTS, AIRLINE)).toBeUndefined();
  });

  it('is removed beside the list when it is suspended: the list has no such entry', async () => {
    const domainAccess = new MemoryDomains(DAN, [
      aDomainGrant({ state: 'suspended', suspendedBecause: 'domain-replaced' }),
      cargo,
    ]);
    const { choose, press, isDone } = await openDomain(domainAccess);
    await choose('Analysts', 'Remove access');

    await press('Remove access');

    await isDone();
    expect(domainAccess.grants.map(({ state }) => state)).toEqual([
      'revoked',
      'active',
    ]);
  });
});
