import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import type { DateTime } from 'luxon';
import { ResponsibilitiesCard } from '../responsibilities/ResponsibilitiesCard';
import { MemoryDatasetAccess } from './MemoryDatasetAccess';
import type { MemoryResponsibilities } from './MemoryResponsibilities';
import { entity, ORDERS } from './people';
import { renderInPortal } from './renderInPortal';

const orders = entity('Resource', ORDERS, { title: 'Customer orders' });

/** Opens the card on the page of the orders, and is the user in front of it. */
export async function openCard(accessControl: MemoryResponsibilities) {
  const user = renderInPortal(
    <EntityProvider entity={orders}>
      <ResponsibilitiesCard />
      <p>The rest of the page</p>
    </EntityProvider>,
    { backend: new MemoryDatasetAccess(accessControl.me), accessControl },
  );
  await screen.findByText('The rest of the page');
  return {
    user,
    press: async (name: string | RegExp) =>
      user.click(await screen.findByRole('button', { name })),
    /** Chooses from the menu of a responsibility. */
    async act(responsibility: string, action: string) {
      await user.click(
        await screen.findByRole('button', {
          name: `Change: ${responsibility}`,
        }),
      );
      await user.click(await screen.findByRole('menuitem', { name: action }));
    },
    /** Writes a day as somebody types it, part after part. */
    async writeDay(field: string, day: DateTime) {
      const group = await screen.findByRole('group', { name: field });
      const [month] = within(group).getAllByRole('spinbutton');
      await user.click(month);
      await user.keyboard(day.toFormat('MMddyyyy'));
    },
    async pick(field: RegExp, option: RegExp) {
      await user.click(await screen.findByRole('button', { name: field }));
      await user.click(await screen.findByRole('option', { name: option }));
    },
  };
}

/** What a list says, a line each. */
export async function lines(label: string): Promise<Array<string | null>> {
  const list = await screen.findByRole('list', { name: label });
  return within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
}
