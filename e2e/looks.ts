/** How a visitor sees the portal. */
export interface Look {
  name: 'light' | 'dark' | 'narrow';
  theme: 'light' | 'dark';
  /** CSS pixels. */
  width: number;
}

/** Every screen is looked at in each of these. */
export const looks: Look[] = [
  { name: 'light', theme: 'light', width: 1280 },
  { name: 'dark', theme: 'dark', width: 1280 },
  { name: 'narrow', theme: 'light', width: 420 },
];
