import { screen } from '@testing-library/react';
import { DateTime } from 'luxon';
import { aDomainGrant, AIRLINE, CARGO } from '../../__testUtils__/domains';
import { openDomain } from '../../__testUtils__/domainPages';
import { MemoryDomains } from '../../__testUtils__/MemoryDomains';
import { ANA, ANALYSTS, DAN } from '../../__testUtils__/people';

const JUNE = '2031-06-01T12:00:00.000Z';
const anas = aDomainGrant({
  subject: ANA,
  datasetLevelAccess: true,
  expiresAt: JUNE,
});

describe('changing the access of a user', () => {
  it('changes the level, and leaves the rest as it is (S1.6)', async () => {
    const domainAccess = new MemoryDomains(DAN, [anas]);
    const { user, choose, press, isDone } = await openDomain(domainAccess);
    await choose('Ana Analyst', 'Change level or end');
    await user.click(screen.getByRole('radio', { name: 'Owner' }));
    expect(
      screen.getByText(
        'Has full control of the domain, and may share it with others.',
      ),
    ).toBeVisible();

    await press('Save');

    await isDone();
    expect(domainAccess.of(ANA, AIRLINE)).toMatchObject({
      level: 'owner',
      datasetLevelAccess: true,
      expiresAt: JUNE,
    });
  });

  it('gives it another last day', async () => {
    const domainAccess = new MemoryDomains(DAN, [anas]);
    const { choose, writeDay, press, isDone } = await openDomain(domainAccess);
    const last = DateTime.now().plus({ days: 10 });
    await choose('Ana Analyst', 'Change level or end');
    await writeDay('Until (optional)', last);

    await press('Save');

    await isDone();
    expect(domainAccess.of(ANA, AIRLINE)).toMatchObject({
      level: 'read-only',
      expiresAt: last.endOf('day').toUTC().toISO(),
    });
  });

  it('does not let it end in the past', async () => {
    const domainAccess = new MemoryDomains(DAN, [anas]);
    const { choose, writeDay, press } = await openDomain(domainAccess);
    await choose('Ana Analyst', 'Change level or end');
    await writeDay('Until (optional)', DateTime.now().minus({ days: 2 }));

    await press('Save');

    expect(
      await screen.findByText('Choose a day that is not over yet.'),
    ).toBeVisible();
    expect(domainAccess.of(ANA, AIRLINE)).toBe(anas);
  });

  it('changes nothing when nothing was changed', async () => {
    const domainAccess = new MemoryDomains(DAN, [anas]);
    const { choose, press, isDone } = await openDomain(domainAccess);
    await choose('Ana Analyst', 'Change level or end');

    await press('Save');

    await isDone();
    expect(domainAccess.of(ANA, AIRLINE)).toBe(anas);
  });

  it('says that somebody else was faster, keeps the choice, and leaves what they changed', async () => {
    const domainAccess = new MemoryDomains(DAN, [anas]);
    const { user, choose, press, isDone } = await openDomain(domainAccess);
    await choose('Ana Analyst', 'Change level or end');
    await user.click(screen.getByRole('radio', { name: 'Editor' }));
    domainAccess.grants.splice(0, 1, {
      ...anas,
      expiresAt: undefined,
      datasetLevelAccess: false,
      version: 2,
    });
    await press('Save');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Now: Read-only, without its datasets',
    );
    expect(screen.getByRole('radio', { name: 'Editor' })).toBeChecked();

    await press('Save');

    await isDone();
    expect(domainAccess.of(ANA, AIRLINE)).toMatchObject({
      level: 'editor',
      datasetLevelAccess: false,
      expiresAt: undefined,
    });
  });
});

it('the level of a group is changed in its list, and nothing else of that (S1.20)', async () => {
  const cargo = aDomainGrant({ id: 'cargo', domain: CARGO });
  const domainAccess = new MemoryDomains(DAN, [
    aDomainGrant({ datasetLevelAccess: true }),
    cargo,
  ]);
  const { user, choose, press, isDone } = await openDomain(domainAccess);
  await choose('Analysts', 'Change the level');
  expect(screen.queryByRole('group', { name: 'Until (optional)' })).toBeNull();
  await user.click(screen.getByRole('radio', { name: 'Editor' }));

  await press('Save');

  await isDone();
  expect(domainAccess.of(ANALYSTS, AIRLINE)).toMatchObject({
    level: 'editor',
    datasetLevelAccess: true,
  });
  expect(domainAccess.of(ANALYSTS, CARGO)).toBe(cargo);
});
