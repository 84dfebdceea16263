import type { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import { DateTime } from 'luxon';
import { DomainAccessTab } from '../domains/DomainAccessTab';
import { GroupDomainsTab } from '../domains/GroupDomainsTab';
import { AIRLINE, withDomains } from './domains';
import { MemoryDatasetAccess } from './MemoryDatasetAccess';
import type { MemoryDomains } from './MemoryDomains';
import { MemorySignals } from './MemorySignals';
import { ANALYSTS, entity, principal } from './people';
import { renderInPortal } from './renderInPortal';

const airline = entity('Domain', AIRLINE.ref, { title: AIRLINE.title });
const analysts = principal(ANALYSTS, 'Analysts');

/** Opens the tab on the page of the airline, and is the user in front of it. */
export async function openDomain(domainAccess: MemoryDomains) {
  const acts = open(airline, <DomainAccessTab />, domainAccess);
  await screen.findByRole('heading', { name: 'Who has access' });
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  return acts;
}

/** Opens the tab on the page of the analysts, and is the user in front of it. */
export async function openGroup(domainAccess: MemoryDomains) {
  const acts = open(analysts, <GroupDomainsTab />, domainAccess);
  await screen.findByRole('heading', { name: 'Domains of this group' });
  return acts;
}

function open(
  shown: Entity,
  element: JSX.Element,
  domainAccess: MemoryDomains,
) {
  const signals = new MemorySignals();
  const user = renderInPortal(
    <EntityProvider entity={shown}>{element}</EntityProvider>,
    {
      backend: new MemoryDatasetAccess(domainAccess.me),
      domainAccess,
      entities: withDomains,
      signals,
    },
  );
  return {
    user,
    signals,
    press: async (name: string | RegExp) =>
      user.click(await screen.findByRole('button', { name })),
    /** Chooses from the menu of somebody's access. */
    async choose(who: string, action: string) {
      await user.click(
        await screen.findByRole('button', {
          name: `Change the access of ${who}`,
        }),
      );
      await user.click(await screen.findByRole('menuitem', { name: action }));
      return screen.findByRole('dialog');
    },
    /** Picks from a field, by name. */
    async pick(field: RegExp, option: RegExp) {
      await user.click(await screen.findByRole('button', { name: field }));
      await user.click(await screen.findByRole('option', { name: option }));
    },
    /** Writes a day as somebody types it, part after part. */
    async writeDay(field: string, day: DateTime) {
      const group = await screen.findByRole('group', { name: field });
      const [month] = within(group).getAllByRole('spinbutton');
      await user.click(month);
      await user.keyboard(day.toFormat('MMddyyyy'));
    },
    isDone: () =>
      waitFor(() => expect(screen.queryByRole('dialog')).toBeNull()),
  };
}

/** What a list says, a line each. */
export async function lines(label: string): Promise<Array<string | null>> {
  const list = await screen.findByRole('list', { name: label });
  return within(list)
    .getAllByRole('listitem')
    .filter(one => one.parentElement === list)
    .map(({ textContent }) => textContent);
}
