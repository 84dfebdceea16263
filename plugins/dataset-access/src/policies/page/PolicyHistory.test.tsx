import { screen, waitFor } from '@testing-library/react';
import { ANA, BOB, DAN } from '../../__testUtils__/people';
import {
  aPolicy,
  contentOf,
  EDIT_TAGS,
  history,
} from '../../__testUtils__/policies';
import { beforeDan, openPolicy } from '../../__testUtils__/policyPages';
import { timeline } from '../../__testUtils__/requestPage';
import { daysFromNow } from '../../__testUtils__/requests';

describe('the history of a policy', () => {
  const at = daysFromNow(-3);
  const before = aPolicy();
  const changed = (after: Parameters<typeof aPolicy>[0]) =>
    history({
      type: 'changed',
      at,
      by: BOB,
      facts: { before: contentOf(before), after: contentOf(aPolicy(after)) },
    });

  async function openHistory(of: ReturnType<typeof history>) {
    const backend = beforeDan(before);
    backend.histories.set(before.id, of);
    return openPolicy(backend);
  }

  it('tells who did what and when, in its order', async () => {
    await openHistory(
      history(
        { type: 'created', at, by: DAN, facts: { after: contentOf(before) } },
        { type: 'deactivated', at, by: BOB },
        { type: 'activated', at, by: BOB },
        { type: 'changed', at, facts: { after: contentOf(before) } },
        { type: 'blessed', at, by: DAN },
      ),
    );

    expect(timeline()).toEqual([
      'Dan Owner wrote the policy 3 days ago',
      'Bob Steward deactivated the policy 3 days ago',
      'Bob Steward activated the policy 3 days ago',
      'The product changed the policy 3 days ago',
      'Dan Owner did “blessed” 3 days ago',
    ]);
  });

  it.each<[string, Parameters<typeof aPolicy>[0], string]>([
    ['name', { name: 'Docs' }, 'Name: Docs'],
    ['description', { description: 'Why not?' }, 'Description: Why not?'],
    ['no description', { description: undefined }, 'Without description'],
    ['state', { state: 'inactive' }, 'State: Inactive'],
    [
      'privileges',
      { privileges: [EDIT_TAGS] },
      'Gives as well: Edit tagsNo longer gives: Edit description',
    ],
    [
      'actors',
      { actors: { users: [ANA], allUsers: true } },
      'Is for as well: All users, Ana AnalystIs no longer for: Stewards',
    ],
    ['scope', { resources: [] }, 'Now on:Every entity of the catalog'],
  ])('says what became of it: %s', async (_, after, words) => {
    await openHistory(changed(after));

    await waitFor(() =>
      expect(timeline()).toEqual([
        `Bob Steward changed the policy 3 days ago${words}`,
      ]),
    );
  });

  it('warns when it was tampered with', async () => {
    await openHistory({ items: [{ type: 'created', at }], intact: false });

    expect(screen.getByRole('alert')).toHaveTextContent(
      'This history was changed outside of the product',
    );
  });

  it('is where a link to it leads', async () => {
    await openPolicy(beforeDan(aPolicy()), { hash: '#history' });

    await waitFor(() =>
      expect(screen.getByRole('region', { name: 'History' })).toHaveFocus(),
    );
  });
});
