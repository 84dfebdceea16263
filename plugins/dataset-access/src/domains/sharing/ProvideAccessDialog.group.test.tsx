import { screen } from '@testing-library/react';
import { aDomainGrant, AIRLINE, CARGO } from '../../__testUtils__/domains';
import { lines } from '../../__testUtils__/domainPages';
import { MemoryDomains } from '../../__testUtils__/MemoryDomains';
import { ANALYSTS, DAN } from '../../__testUtils__/people';
import { datasets, openDialog, WHO } from '../../__testUtils__/provideAccess';

describe('providing access to a group (S1.20)', () => {
  const cargo = aDomainGrant({
    id: 'cargo',
    domain: CARGO,
    level: 'editor',
    datasetLevelAccess: true,
  });

  it('sends the whole list of the group, with one domain more', async () => {
    const domainAccess = new MemoryDomains(DAN, [cargo]);
    const replaced = jest.spyOn(domainAccess, 'replaceGroupDomains');
    const { user, pick, send: press, isDone } = await openDialog(domainAccess);
    await pick(WHO, /^Analysts/);
    await user.click(await datasets());

    await press();

    await isDone();
    const [group, list] = replaced.mock.calls[0];
    expect([group, list]).toEqual([
      ANALYSTS,
      {
        domains: [
          { domain: CARGO.ref, level: 'editor', datasetLevelAccess: true },
          { domain: AIRLINE.ref, level: 'read-only', datasetLevelAccess: true },
        ],
      },
    ]);
    expect(domainAccess.of(ANALYSTS, CARGO)).toBe(cargo);
  });

  it('has no end, and says so', async () => {
    const { pick } = await openDialog(new MemoryDomains(DAN));
    await pick(WHO, /^Analysts/);

    expect(
      await screen.findByText(/^Access of a group has no end/),
    ).toBeVisible();
    expect(
      screen.queryByRole('group', { name: 'Until (optional)' }),
    ).toBeNull();
  });

  it('says that somebody else changed the list and what is different, keeps what was entered, and goes on top of that', async () => {
    const domainAccess = new MemoryDomains(DAN, [cargo]);
    const { user, pick, send: press, isDone } = await openDialog(domainAccess);
    await pick(WHO, /^Analysts/);
    await user.click(screen.getByRole('radio', { name: 'Owner' }));
    domainAccess.grants.splice(0, 1, { ...cargo, level: 'owner', version: 2 });

    await press();

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Somebody changed the domains of Analysts',
    );
    expect(await lines('What is different')).toEqual([
      'CargoLevel changed from editor to owner',
    ]);
    expect(screen.getByRole('radio', { name: 'Owner' })).toBeChecked();
    expect(domainAccess.of(ANALYSTS, AIRLINE)).toBeUndefined();

    await press();

    await isDone();
    expect(domainAccess.of(ANALYSTS, AIRLINE)?.level).toBe('owner');
    expect(domainAccess.of(ANALYSTS, CARGO)?.level).toBe('owner');
  });

  it('says that it has access already', async () => {
    const { pick, send: press } = await openDialog(
      new MemoryDomains(DAN, [aDomainGrant()]),
    );
    await pick(WHO, /^Analysts/);

    await press();

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'They have access to this domain already.',
    );
  });

  it('gives nothing back that was for another domain of the name (P-32)', async () => {
    const domainAccess = new MemoryDomains(DAN, [
      aDomainGrant({
        id: 'old',
        domain: CARGO,
        state: 'suspended',
        suspendedBecause: 'domain-replaced',
      }),
    ]);
    const { pick, send: press, isDone } = await openDialog(domainAccess);
    await pick(WHO, /^Analysts/);

    await press();

    await isDone();
    expect(domainAccess.of(ANALYSTS, AIRLINE)).toBeDefined();
    expect(domainAccess.of(ANALYSTS, CARGO)).toBeUndefined();
  });
});
