import { screen } from '@testing-library/react';
import {
  answer,
  EXPLAIN,
  measureText,
  openExplain,
  paths,
  picture,
} from '../__testUtils__/explainPage';
import {
  aGrantPath,
  aPath,
  aYes,
  EDIT_TAGS,
  MemoryDecisions,
} from '../__testUtils__/MemoryDecisions';
import { ANA, ANALYSTS, BOB, ORDERS } from '../__testUtils__/people';
import { address } from '../__testUtils__/renderInPortal';

const aboutAna = { subject: ANA, privilege: EDIT_TAGS, resource: ORDERS };

beforeAll(measureText);

describe('a yes', () => {
  it('is said in a sentence, with every path and where each leads', async () => {
    await openExplain(
      new MemoryDecisions(BOB, aYes({ paths: [aPath(), aGrantPath()] })),
      aboutAna,
    );

    expect(await answer()).toBe(
      'Yes, Ana Analyst holds “Edit tags” on Customer orders.',
    );
    expect(await paths()).toEqual([
      {
        stations: [
          'Person Ana Analyst',
          'Group Analysts',
          'Role Reader',
          'Policy Reader: metadata',
          'Entity Customer orders',
        ],
        details: 'on every entity · Without an end',
      },
      {
        stations: [
          'Person Ana Analyst',
          'Grant Read-only on Customer orders',
          'Entity Customer orders',
        ],
        details: 'gives “Read-only access” · Without an end',
      },
    ]);
    expect(screen.getByRole('link', { name: 'Reader' })).toHaveAttribute(
      'href',
      '/dataset-access/roles/reader',
    );
    expect(
      screen.getByRole('link', { name: 'Reader: metadata' }),
    ).toHaveAttribute('href', '/dataset-access/policies/role-reader-metadata');
    expect(screen.getByRole('link', { name: 'Analysts' })).toHaveAttribute(
      'href',
      '/catalog/default/group/analysts',
    );
  });

  it('says through which domain, who gave that and when (S1.21)', async () => {
    const [subject, dataset] = [aGrantPath().nodes[0], aGrantPath().nodes[2]];
    await openExplain(
      new MemoryDecisions(
        BOB,
        aYes({
          paths: [
            aPath({
              nodes: [
                subject,
                {
                  kind: 'domain-grant',
                  id: 'domain-grant-1',
                  title: 'read-only on the datasets of Airline',
                },
                dataset,
              ],
              criteria: undefined,
              givenBy: BOB,
              givenAt: '2026-11-01T12:00:00.000Z',
            }),
            aGrantPath({ givenBy: BOB }),
          ],
        }),
      ),
      aboutAna,
    );

    expect(await paths()).toMatchObject([
      {
        stations: [
          'Person Ana Analyst',
          'Through a domain read-only on the datasets of Airline',
          'Entity Customer orders',
        ],
        details: 'given by Bob Steward on Nov 1, 2026 · Without an end',
      },
      {
        details:
          'gives “Read-only access” · given by Bob Steward · Without an end',
      },
    ]);
  });

  it('is drawn as a graph, each kind of station in an outline of its own', async () => {
    await openExplain(
      new MemoryDecisions(BOB, aYes({ paths: [aPath(), aGrantPath()] })),
      aboutAna,
    );

    const stations = await picture();

    expect(stations.map(({ text }) => text)).toEqual([
      'Person Ana Analyst',
      'Group Analysts',
      'Role Reader',
      'Policy Reader: metadata',
      'Entity Customer orders',
      'Grant Read-only on Customer orders',
    ]);
    expect(new Set(stations.map(({ outline }) => outline)).size).toBe(6);
  });

  it('has only the list where there is no room for a graph', async () => {
    const wide = globalThis.matchMedia;
    jest.spyOn(globalThis, 'matchMedia').mockImplementation(media => ({
      ...wide(media),
      matches: media.includes('min-width: 0'),
    }));
    await openExplain(new MemoryDecisions(BOB), aboutAna);

    expect(await paths()).toHaveLength(1);
    expect(screen.queryByRole('img')).toBeNull();
    jest.restoreAllMocks();
  });

  it('says until when', async () => {
    await openExplain(
      new MemoryDecisions(
        BOB,
        aYes({
          paths: [
            aPath({ expiresAt: '2031-03-01T12:00:00.000Z' }),
            aGrantPath({ expiresAt: '2031-05-01T12:00:00.000Z' }),
          ],
        }),
      ),
      aboutAna,
    );
    await answer();

    // the last of the paths counts
    expect(screen.getByRole('status')).toHaveTextContent('Until May 1, 2031');
    expect((await paths()).map(({ details }) => details)).toEqual([
      expect.stringContaining('Until Mar 1, 2031'),
      expect.stringContaining('Until May 1, 2031'),
    ]);
  });

  it('says what the policy covers', async () => {
    await openExplain(
      new MemoryDecisions(
        BOB,
        aYes({
          paths: [
            aPath({
              criteria: [
                { field: 'tag', operator: 'equals', values: ['pii', 'gdpr'] },
              ],
            }),
          ],
        }),
      ),
      aboutAna,
    );

    const [{ details }] = await paths();

    expect(details).toMatch(/^on entities where .*pii.*gdpr/i);
  });

  it('names roles and stewardships as people do, a role that is gone by its id', async () => {
    const path = aPath({
      nodes: [
        { kind: 'everyone', id: 'everyone' },
        { kind: 'role', id: 'reader', title: 'Reader' },
        { kind: 'role', id: 'gone' },
        { kind: 'responsibility', id: 'r-1', title: 'Data steward' },
        { kind: 'owner', id: ANALYSTS },
      ],
    });
    const accessControl = new MemoryDecisions(ANA, aYes({ paths: [path] }));
    await openExplain(accessControl, { privilege: EDIT_TAGS });

    expect((await paths())[0].stations).toEqual([
      'Everybody',
      'Role Reader',
      'Role gone',
      'Responsibility Data steward',
      'Owner Analysts',
    ]);
  });

  it('is the same for who may read neither', async () => {
    const accessControl = new MemoryDecisions(ANA);
    accessControl.mayAsk = false;
    await openExplain(accessControl, { privilege: EDIT_TAGS });

    expect((await paths())[0].stations).toContain('Role Reader');
  });

  it('leads to everybody who has access to the dataset', async () => {
    const { user } = await openExplain(new MemoryDecisions(BOB), aboutAna);

    await user.click(
      await screen.findByRole('link', { name: 'Who has access to it?' }),
    );

    expect(address()).toBe(
      `${EXPLAIN}?view=holders&resource=${encodeURIComponent(ORDERS)}`,
    );
  });
});
