import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

/** What a header says below the title, in its order. */
export interface Fact {
  label: string | null;
  text: string | null;
  links: Link[];
}

export interface Link {
  name: string | null;
  href: string | null;
}

/** The part of an entity's page that the header is in. The bar above it is elsewhere. */
export function page() {
  return within(screen.getByRole('main'));
}

/** What stands in the header beside the facts and the access button. */
export function surroundings() {
  const [tags] = page().getAllByRole('list');
  const tabs = page().getByRole('navigation', { name: 'Content navigation' });
  return {
    title: page().getByRole('heading', { level: 2 }).textContent,
    tags: within(tags)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
    tabs: within(tabs).getAllByRole('link').map(toLink),
    buttons: page()
      .getAllByRole('button')
      .map(button => button.getAttribute('aria-label') ?? button.textContent)
      .filter(name => name !== 'Request access'),
  };
}

/** What the header says below the title. */
export function facts(): Fact[] {
  const terms = page().queryAllByRole('term');
  const definitions = page().queryAllByRole('definition');
  return terms.map((term, index) => {
    const links = within(definitions[index]).queryAllByRole('link');
    return {
      label: term.textContent,
      text: links.length > 0 ? null : definitions[index].textContent,
      links: links.map(toLink),
    };
  });
}

/** The items of the header's menu, which is open afterwards. */
export async function readMenu() {
  await userEvent.click(
    await page().findByRole('button', { name: 'More actions' }),
  );
  const items = await screen.findAllByRole('menuitem');
  return items.map(item => ({
    name: item.textContent,
    href: item.getAttribute('href'),
    isDisabled: item.getAttribute('aria-disabled') === 'true',
  }));
}

function toLink(link: HTMLElement): Link {
  return {
    // several owners are pictures with a label
    name: link.getAttribute('aria-label') ?? visibleText(link),
    href: link.getAttribute('href'),
  };
}

/** Without pictures, whose initials are for the eye only. */
function visibleText(element: HTMLElement): string {
  return [...element.childNodes]
    .filter(
      node => !(node instanceof Element && node.getAttribute('aria-hidden')),
    )
    .map(({ textContent }) => textContent)
    .join('');
}
