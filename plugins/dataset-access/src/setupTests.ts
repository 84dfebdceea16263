import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// whole pages in jsdom are slow where other work shares the machine; this is when to give up, not how long it takes
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 10_000 });

// the lists of react-aria look for the element of a key with it, always in quotes; jsdom has no CSS object
globalThis.CSS ??= {
  escape: (text: string) => text.replace(/[^\w-]/g, '\\$&'),
} as typeof CSS;

// the lists of react-aria load more when their end comes into view; jsdom has no layout, so that nothing ever does
globalThis.IntersectionObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
} as unknown as typeof IntersectionObserver;

// tables leave columns out where there is little room; jsdom has no screen, so this is the one it has
const SCREEN_WIDTH = 1440;
globalThis.matchMedia ??= (media: string) => {
  const [, minWidth] = /^\(min-width: (\d+)px\)$/.exec(media) ?? [];
  return {
    media,
    matches: Number(minWidth ?? Infinity) <= SCREEN_WIDTH,
    addEventListener() {},
    removeEventListener() {},
    addListener() {},
    removeListener() {},
  } as unknown as MediaQueryList;
};
