import {
  checkSource,
  CONTENT_LENGTH,
  formatOfFile,
  ImportSource,
} from './importSource';

describe('a source', () => {
  const source = (content: string): ImportSource => ({
    format: 'datahub',
    content,
  });

  it.each<[string, string, ReturnType<typeof checkSource>]>([
    ['nothing', '', 'empty'],
    ['blanks', ' \n\t', 'empty'],
    ['something', '[]', undefined],
    ['as much as is taken', 'x'.repeat(CONTENT_LENGTH), undefined],
    ['more than is taken', 'x'.repeat(CONTENT_LENGTH + 1), 'tooLarge'],
  ])('is looked at before it is sent: %s', (_, content, problem) => {
    expect(checkSource(source(content))).toBe(problem);
  });

  it.each<[string, ReturnType<typeof formatOfFile>]>([
    ['policies.json', 'datahub'],
    ['POLICIES.JSON', 'datahub'],
    ['rbac-policy.csv', 'casbin-csv'],
    ['policies.json.csv', 'casbin-csv'],
    ['policy.txt', undefined],
    ['policy', undefined],
  ])('is known by its name: %s', (name, format) => {
    expect(formatOfFile(name)).toBe(format);
  });
});
