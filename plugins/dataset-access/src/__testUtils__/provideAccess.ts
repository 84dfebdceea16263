import { screen, within } from '@testing-library/react';
import { openDomain } from './domainPages';
import type { MemoryDomains } from './MemoryDomains';

export const WHO = /Who gets access\?/;

/** The button at the foot of the dialog. */
const send = () =>
  within(screen.getByRole('dialog')).getByRole('button', {
    name: 'Provide access',
  });

/** Opens the dialog on the page of the airline, and is the user in front of it. */
export async function openDialog(domainAccess: MemoryDomains) {
  const acts = await openDomain(domainAccess);
  await acts.press('Provide access');
  await screen.findByRole('dialog', { name: 'Provide access to Airline' });
  return { ...acts, send: () => acts.user.click(send()) };
}

/** The switch that includes the datasets. */
export const datasets = () =>
  screen.findByRole('switch', { name: 'Dataset-level access' });
