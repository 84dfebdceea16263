import { act, renderHook } from '@testing-library/react';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { ListParams, useListParams } from './useListParams';

const defaults = { show: 'waiting', sort: 'created' } as const;
// as the router of a portal; without them it warns
const asInBackstage = {
  v7_relativeSplatPath: false,
  v7_startTransition: false,
};
const untouched: ListParams = {
  show: 'waiting',
  q: '',
  level: undefined,
  batch: undefined,
  sort: 'created',
  limit: 25,
  cursor: undefined,
};

function listAt(search: string) {
  const { result } = renderHook(
    () => ({ list: useListParams(defaults), location: useLocation() }),
    {
      wrapper: ({ children }) => (
        <MemoryRouter
          initialEntries={[`/inbox${search}`]}
          future={asInBackstage}
        >
          {children}
        </MemoryRouter>
      ),
    },
  );
  return {
    params: () => result.current.list[0],
    search: () => result.current.location.search,
    change: (change: Partial<ListParams>) =>
      act(() => result.current.list[1](change)),
  };
}

describe('what the address says', () => {
  it.each<[string, Partial<ListParams>]>([
    ['', {}],
    ['?show=decided', { show: 'decided' }],
    ['?q=orders%20%26%20more', { q: 'orders & more' }],
    ['?level=owner', { level: 'owner' }],
    ['?sort=-dataset', { sort: '-dataset' }],
    ['?limit=50', { limit: 50 }],
    ['?cursor=abc', { cursor: 'abc' }],
    // all of one submission, whatever became of it
    ['?batch=b1', { batch: 'b1', show: 'all' }],
    ['?batch=b1&show=decided', { batch: 'b1', show: 'decided' }],
  ])('%s', (search, params) => {
    expect(listAt(search).params()).toEqual({ ...untouched, ...params });
  });

  it.each([
    '?show=everything',
    '?show=',
    '?level=admin',
    '?level=OWNER',
    '?sort=reason',
    '?sort=created;drop',
    '?limit=1000000',
    '?limit=0',
    '?limit=-10',
    '?limit=1e1x',
    '?status=approved&view=all',
  ])('%s is ignored', search => {
    expect(listAt(search).params()).toEqual(untouched);
  });
});

describe('what is changed', () => {
  it('goes into the address, and nothing else there is lost', () => {
    const list = listAt('?q=orders&theme=dark');

    list.change({ level: 'editor', show: 'all' });

    expect(list.search()).toBe('?q=orders&theme=dark&level=editor&show=all');
    expect(list.params()).toMatchObject({ q: 'orders', level: 'editor' });
  });

  it.each<[string, Partial<ListParams>]>([
    ['?q=orders', { q: '' }],
    ['?level=owner', { level: undefined }],
    ['?batch=b1&show=all', { batch: undefined, show: undefined }],
  ])('leaves %s when it goes back to its default', (search, change) => {
    const list = listAt(search);

    list.change(change);

    expect(list.search()).toBe('');
    expect(list.params()).toEqual(untouched);
  });

  it.each<Partial<ListParams>>([
    { q: 'orders' },
    { sort: '-created' },
    { limit: 50 },
    { show: 'all' },
    {},
  ])('begins at the first page again: %j', change => {
    const list = listAt('?cursor=abc');

    list.change(change);

    expect(list.params().cursor).toBeUndefined();
  });

  it('goes to another page of the same list', () => {
    const list = listAt('?q=orders&cursor=abc');

    list.change({ cursor: 'def' });

    expect(list.params()).toMatchObject({ q: 'orders', cursor: 'def' });
  });
});
