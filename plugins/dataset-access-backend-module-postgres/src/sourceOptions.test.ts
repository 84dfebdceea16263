import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { DEFAULT_LEVELS } from './levels';
import { PostgresConnector } from './PostgresConnector';
import type { PostgresSettings } from './PostgresSettings';
import { parseSettings, readSettings } from './sourceOptions';

const CANARY = 'canary-password';

const withSource = (source: object) =>
  ({
    sources: {
      warehouse: { connection: { host: 'db', password: CANARY }, ...source },
    },
  } as { sources: PostgresSettings['sources'] });

describe('settings', () => {
  it('are read from app-config, with defaults', () => {
    const postgres = withSource({}) as unknown as JsonObject;
    const config = new ConfigReader({
      datasetAccess: { connectors: { postgres } },
    });
    expect(parseSettings(readSettings(config)!).get('warehouse')).toEqual({
      connection: { host: 'db', password: CANARY },
      levels: DEFAULT_LEVELS,
      userRole: '{name}',
      groupRole: '{name}',
      statementTimeoutMs: 10_000,
    });
    expect(readSettings(new ConfigReader({}))).toBeUndefined();
  });

  it.each([
    ['PT2S', 2_000],
    [{ minutes: 1 }, 60_000],
  ])('take %j as a duration', (statementTimeout, ms) => {
    expect(
      parseSettings(withSource({ statementTimeout })).get('warehouse'),
    ).toMatchObject({ statementTimeoutMs: ms });
  });

  it.each([
    [{ hosts: 'x' }, 'sources.warehouse.hosts: no such key'],
    [{ connection: { hots: 'x' } }, 'sources.warehouse.connection'],
    [
      { connection: 5 },
      'sources.warehouse.connection: expected a connection string, or',
    ],
    [{ connection: { host: 'db', password: [CANARY] } }, 'connection'],
    [{ statementTimeout: '10' }, 'statementTimeout: expected a duration'],
    [{ statementTimeout: 'PT0S' }, 'statementTimeout: expected a duration'],
    [{ userRole: 'everybody' }, 'userRole: expected letters'],
    [{ userRole: 'u_{nmae}' }, 'userRole: expected letters'],
    [{ groupRole: '{name}; drop' }, 'groupRole: expected letters'],
    [{ levels: {} }, 'levels: expected at least one of read-only'],
    [{ levels: { reader: ['SELECT'] } }, 'levels.reader: no such key'],
    [{ levels: { 'read-only': [] } }, 'levels.read-only: expected at least'],
    [
      { levels: { 'read-only': ['SELECT; DROP TABLE x'] } },
      'levels.read-only.0: expected privileges on tables: SELECT',
    ],
    [
      { levels: { 'read-only': ['SELECT'], editor: ['INSERT'] } },
      'levels.editor: expected all that read-only has; it lacks SELECT',
    ],
  ])('%j are refused by key, without what they say', (source, words) => {
    const start = () => new PostgresConnector(withSource(source));
    expect(start).toThrow(`datasetAccess.connectors.postgres.`);
    expect(start).toThrow(words);
    expect(start).not.toThrow(CANARY);
  });

  it.each(['', 'a b', '-x'])('a source cannot be called %j', name => {
    expect(() =>
      parseSettings({ sources: { [name]: { connection: 'postgres://x' } } }),
    ).toThrow('datasetAccess.connectors.postgres.sources');
  });
});
