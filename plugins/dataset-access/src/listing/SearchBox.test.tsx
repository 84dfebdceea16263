import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SearchBox } from './SearchBox';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
const pause = () => act(() => jest.advanceTimersByTime(250));

it('searches once, when somebody stops typing', async () => {
  const onSearch = jest.fn();
  render(<SearchBox label="Search" q="" onSearch={onSearch} />);

  await user.type(screen.getByRole('searchbox', { name: 'Search' }), 'fin');
  expect(onSearch).not.toHaveBeenCalled();
  pause();

  expect(onSearch.mock.calls).toEqual([['fin']]);
});

it('keeps a filter that is chosen before the search begins', async () => {
  const [before, after] = [jest.fn(), jest.fn()];
  const { rerender } = render(
    <SearchBox label="Search" q="" onSearch={before} />,
  );
  await user.type(screen.getByRole('searchbox'), 'fin');

  // what it searches in has changed
  rerender(<SearchBox label="Search" q="" onSearch={after} />);
  pause();

  expect(after).toHaveBeenCalledWith('fin');
  expect(before).not.toHaveBeenCalled();
});

it('searches nothing when the list is left', async () => {
  const onSearch = jest.fn();
  const { unmount } = render(
    <SearchBox label="Search" q="" onSearch={onSearch} />,
  );
  await user.type(screen.getByRole('searchbox'), 'fin');
  unmount();
  pause();

  expect(onSearch).not.toHaveBeenCalled();
});
