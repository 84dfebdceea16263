const LONGEST = 63;

/** An id that fits a title, such as `data-curator` for `Data Curator`; empty when the title has nothing to make one of. */
export function toRoleId(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
}

/** As the API takes it. */
export function isRoleId(id: string): boolean {
  return id.length <= LONGEST && /^[a-z0-9][a-z0-9-]*$/.test(id);
}
