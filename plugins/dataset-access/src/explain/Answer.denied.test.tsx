import { screen } from '@testing-library/react';
import { address } from '../__testUtils__/renderInPortal';
import {
  answer,
  lines,
  measureText,
  openExplain,
  paths,
  picture,
} from '../__testUtils__/explainPage';
import {
  aNo,
  aPath,
  aYes,
  EDIT_TAGS,
  MemoryDecisions,
  MODIFY_PRODUCT,
  READ_ONLY,
} from '../__testUtils__/MemoryDecisions';
import { ANA, ANALYSTS, BOB, ORDERS } from '../__testUtils__/people';

const aboutAna = { subject: ANA, privilege: EDIT_TAGS, resource: ORDERS };

beforeAll(measureText);

describe('a no', () => {
  it('says why, what comes close, and leads to where that can be changed (P-40)', async () => {
    await openExplain(
      new MemoryDecisions(
        BOB,
        aNo({
          nearMisses: [
            {
              kind: 'policy',
              id: 'p-1',
              name: 'Stewards tag',
              why: 'inactive',
            },
            { kind: 'policy', id: 'p-2', name: 'Finance', why: 'other-actors' },
            {
              kind: 'policy',
              id: 'p-3',
              name: 'Sales',
              why: 'other-resources',
            },
            { kind: 'grant', id: 'g-1', name: 'Read-only', why: 'ended' },
            { kind: 'grant', id: 'g-2', name: 'Editor', why: 'not-yet' },
            { kind: 'grant', id: 'g-3', name: 'Owner', why: 'entity-replaced' },
            { kind: 'domain-grant', id: 'd-1', name: 'Airline', why: 'ended' },
          ],
        }),
      ),
      aboutAna,
    );

    expect(await answer()).toBe(
      'No, Ana Analyst does not hold “Edit tags” on Customer orders.',
    );
    expect(
      screen.getByText(
        'No policy and no grant that is in force gives it to them.',
      ),
    ).toBeVisible();
    expect(await lines('What comes close')).toEqual([
      'Policy Stewards tag would give it, but is inactive. Activating it is enough.',
      'Policy Finance gives it, but is for others.',
      'Policy Sales gives it to them, but covers other entities.',
      'Grant Read-only gave it, but has ended.',
      'Grant Editor would give it, but has not begun yet.',
      'Grant Owner gave it for an earlier entity of this name, which was replaced.',
      'Access through a domain Airline gave it, but has ended.',
    ]);
    expect(screen.getByRole('link', { name: 'Stewards tag' })).toHaveAttribute(
      'href',
      '/dataset-access/policies/p-1',
    );
  });

  it('draws what comes close, with a cross and what is in the way', async () => {
    await openExplain(
      new MemoryDecisions(
        BOB,
        aNo({
          nearMisses: [
            {
              kind: 'policy',
              id: 'p-1',
              name: 'Stewards tag',
              why: 'inactive',
            },
          ],
        }),
      ),
      aboutAna,
    );

    expect((await picture()).map(({ text }) => text)).toEqual([
      'Person Ana Analyst',
      '✕ Policy Stewards tag',
      'Entity Customer orders',
    ]);
    expect(screen.getByText('✕ inactive')).toBeInTheDocument();
  });

  it('about the data of a dataset offers to request access', async () => {
    await openExplain(new MemoryDecisions(ANA, aNo()), {
      privilege: READ_ONLY,
      resource: ORDERS,
    });

    expect(
      await screen.findByRole('link', { name: 'Request access' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/resource/orders?requestAccess=1',
    );
  });

  it.each([
    ['what is no dataset', ANALYSTS],
    // a request asks for data, not for the right to describe it
    ['what is written about a dataset', ORDERS],
  ])('about %s says whom to ask', async (_, resource) => {
    await openExplain(new MemoryDecisions(BOB, aNo()), {
      privilege: EDIT_TAGS,
      resource,
    });

    expect(
      await screen.findByText(/^Ask the owner of the entity, or an/),
    ).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Request access' })).toBeNull();
  });

  it.each([
    ['metadata', EDIT_TAGS, 1],
    ['platform', 'platform.manage-policies', 0],
  ])(
    'without an entity says that it may depend on one: %s',
    async (_, name, times) => {
      await openExplain(new MemoryDecisions(BOB, aNo()), { privilege: name });
      await answer();

      expect(screen.queryAllByText(/^No entity is chosen/)).toHaveLength(times);
    },
  );

  it.each([
    ['unknown-subject', /^They are not in the catalog/],
    ['unknown-resource', /^The entity is not in the catalog/],
  ] as const)('says what is not there: %s', async (reason, sentence) => {
    await openExplain(new MemoryDecisions(BOB, aNo({ reason })), {
      ...aboutAna,
      subject: 'user:default/nobody',
    });

    expect(await screen.findByText(sentence)).toBeVisible();
    expect(screen.getByText(/^Check the name/)).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Request access' })).toBeNull();
  });
});

describe('an operation of the matrix (S3.5)', () => {
  const question = { operation: MODIFY_PRODUCT, resource: ORDERS };

  it('says which privileges are missing, each with its own explanation a click away', async () => {
    const { user } = await openExplain(
      new MemoryDecisions(
        BOB,
        aNo({
          reason: 'missing-privileges',
          missing: ['dataops.editor', 'team', 'stewardship'],
        }),
      ),
      { ...question, subject: ANA },
    );

    expect(await answer()).toBe(
      'No, Ana Analyst cannot do “Data product modification” on Customer orders.',
    );
    expect(await lines('What is missing')).toEqual([
      'The privilege “DataOps editor”',
      expect.stringMatching(
        /^One way to the entity.*Customer orders.*Belong to a group that owns it.*Answer for it/,
      ),
    ]);
    await user.click(
      screen.getByRole('link', { name: 'The privilege “DataOps editor”' }),
    );
    expect(new URLSearchParams(address()!.split('?')[1]).get('privilege')).toBe(
      'dataops.editor',
    );
    expect(await answer()).toMatch(/^No, Ana Analyst does not hold/);
  });

  it('says that no way leads there, and what they hold of it', async () => {
    await openExplain(
      new MemoryDecisions(
        BOB,
        aNo({
          reason: 'missing-route',
          missing: ['team', 'stewardship'],
          paths: [aPath({ privilege: 'dataops.editor' })],
        }),
      ),
      question,
    );

    expect(
      await screen.findByText(/^They hold what it takes, and no way leads/),
    ).toBeVisible();
    expect(screen.getByText('What they hold of it')).toBeVisible();
    expect((await paths())[0].details).toBe(
      'gives “DataOps editor” · on every entity · Without an end',
    );
  });

  it('that can be done says by what', async () => {
    await openExplain(
      new MemoryDecisions(BOB, aYes({ missing: [] })),
      question,
    );

    expect(await answer()).toBe(
      'Yes, Bob Steward can do “Data product modification” on Customer orders.',
    );
    expect(screen.getByText('Why')).toBeVisible();
  });
});
