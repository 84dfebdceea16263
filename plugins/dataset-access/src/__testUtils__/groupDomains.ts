import { screen } from '@testing-library/react';
import { aDomainGrant, CARGO } from './domains';
import { lines, openGroup } from './domainPages';
import type { MemoryDomains } from './MemoryDomains';

export const PREVIEW = 'What will change for Analysts';

/** The analysts read the airline and its datasets. */
export const airline = aDomainGrant({
  id: 'airline',
  datasetLevelAccess: true,
});
/** They change the cargo, and not its datasets. */
export const cargo = aDomainGrant({
  id: 'cargo',
  domain: CARGO,
  level: 'editor',
});

/** What the list says, a line for each domain. */
export const listed = () => lines('Domains and the access to each');

/** The toggle of a domain. */
export const datasetsOf = (domain: string) =>
  screen.findByRole('switch', { name: `Datasets of ${domain}` });

/** Opens the domains of the analysts, and is the user in front of them. */
export async function openList(domainAccess: MemoryDomains) {
  const acts = await openGroup(domainAccess);
  const { user, press } = acts;
  return {
    ...acts,
    /** Chooses another level. */
    async level(domain: string, option: string) {
      await press(new RegExp(`Level on ${domain}`));
      await user.click(await screen.findByRole('option', { name: option }));
    },
    /** Chooses domains to add. */
    async add(...names: string[]) {
      await press(/Add domains/);
      for (const name of names) {
        await user.click(
          await screen.findByRole('option', { name: new RegExp(`^${name}`) }),
        );
      }
      await user.keyboard('{Escape}');
    },
    /** What would change, a line for each domain. */
    async preview() {
      await press('Preview and save');
      return lines(PREVIEW);
    },
  };
}
