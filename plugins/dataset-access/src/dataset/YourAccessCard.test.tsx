import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import {
  DatasetAccess,
  DatasetAccessError,
} from 'backstage-plugin-dataset-access-common';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { MemoryPolicies } from '../__testUtils__/MemoryPolicies';
import { ANA, ANALYSTS, DAN, entities } from '../__testUtils__/people';
import { renderInPortal } from '../__testUtils__/renderInPortal';
import { EDIT_DESCRIPTION, EDIT_TAGS } from '../__testUtils__/policies';
import {
  anApprovedRequest,
  aRequest,
  StoredRequest,
} from '../__testUtils__/requests';
import { YourAccessCard } from './YourAccessCard';

const orders = entities.find(({ metadata }) => metadata.name === 'orders')!;
const JUNE = '2031-06-01T12:00:00.000Z';

function showCard(backend: MemoryDatasetAccess) {
  return renderInPortal(
    <EntityProvider entity={orders}>
      <YourAccessCard />
    </EntityProvider>,
    { backend, accessControl: new MemoryPolicies(backend.me) },
  );
}

async function cardOf(
  requests: StoredRequest[],
  situation: Partial<DatasetAccess> = {},
) {
  const backend = new MemoryDatasetAccess(ANA, requests);
  backend.situation = situation;
  const user = showCard(backend);
  await screen.findByText('Decided by');
  return user;
}

/** Why there is access, one text for each reason. */
function reasons(): Array<string | null> {
  return within(screen.getByRole('list', { name: 'Why you have access' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
}

describe('YourAccessCard', () => {
  it('says that there is none, who decides, and where to ask', async () => {
    await cardOf([]);

    expect(
      screen.getByText('You have no access to this dataset.'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Stewards' })).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Request access' }),
    ).toBeVisible();
  });

  it('says what one has, through what, until when and by whom', async () => {
    await cardOf([
      anApprovedRequest({ state: 'active', expiresAt: JUNE }),
      anApprovedRequest(
        { id: 'g2', level: 'editor', state: 'active', subject: ANALYSTS },
        { beneficiary: ANALYSTS },
      ),
    ]);

    expect(reasons()).toEqual([
      'Editorvia Analystsuntil revoked · Approved by Bob Steward · Request',
      'Read-onlyvia Ana AnalystUntil Jun 1, 2031 · Approved by Bob Steward · Request',
    ]);
    expect(screen.getAllByRole('link', { name: 'Request' })[1]).toHaveAttribute(
      'href',
      '/dataset-access/requests/request-1',
    );
    expect(screen.queryByText(/no access/)).toBeNull();
  });

  it('says that the owner needs no grant', async () => {
    await cardOf([], {
      access: {
        level: 'owner',
        paths: [{ kind: 'ownership', level: 'owner', via: ANALYSTS }],
      },
    });

    expect(reasons()).toEqual(['Owneras Analysts']);
  });

  it('says through which domain, to whom it was given, by whom and until when (S1.21)', async () => {
    const domain = { ref: 'domain:default/airline', title: 'Airline' };
    const path = { kind: 'domain', domain, via: ANALYSTS } as const;
    await cardOf([], {
      access: {
        level: 'editor',
        paths: [
          {
            ...path,
            level: 'editor',
            grantId: 'domain-grant-1',
            grantedBy: ANA,
            since: '2026-11-01T12:00:00.000Z',
            expiresAt: JUNE,
          },
          {
            ...path,
            level: 'read-only',
            grantId: 'domain-grant-2',
            requestId: 'request-9',
          },
        ],
      },
    });

    expect(reasons()).toEqual([
      'Editorthrough domain Airline, given to Analysts by Ana AnalystSince Nov 1, 2026, until Jun 1, 2031',
      'Read-onlythrough domain Airline, given to Analystsuntil revoked · Request',
    ]);
    expect(screen.getAllByRole('link', { name: 'Airline' })[0]).toHaveAttribute(
      'href',
      '/catalog/default/domain/airline',
    );
    expect(screen.getByRole('link', { name: 'Request' })).toHaveAttribute(
      'href',
      '/dataset-access/requests/request-9',
    );
  });

  it('says what is approved and still has to be granted, and does not call it access (P-09)', async () => {
    await cardOf([anApprovedRequest()]);

    expect(reasons()).toEqual([
      'Read-onlyApproved, being set up · Ana AnalystThe owner still has to grant it in Snowflake. Approved by Bob Steward · Request',
    ]);
    expect(screen.queryByText(/via|you have .* access/i)).toBeNull();
  });

  it('does not send anybody to the owner where a connector sets it up, and says what stands in its way', async () => {
    await cardOf([
      anApprovedRequest({
        state: 'failed',
        connector: 'postgres',
        problem: {
          code: 'SUBJECT_MISSING',
          message: 'There is no role ana in the database.',
          since: JUNE,
          attempts: 3,
        },
      }),
    ]);

    expect(reasons()).toEqual([
      'Read-onlyApproved, being set up · Ana AnalystCould not be set up in Snowflake yetThere is no role ana in the database.Approved by Bob Steward · Request',
    ]);
  });

  it('leads to the requests that wait, own ones and those for others', async () => {
    await cardOf([aRequest(), aRequest({ id: 'request-2', beneficiary: DAN })]);

    expect(screen.getByText('Waiting for a decision')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Read-only · Ana Analyst' }),
    ).toHaveAttribute('href', '/dataset-access/requests/request-1');
    expect(screen.getByText('You asked for others')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Read-only · Dan Owner' }),
    ).toHaveAttribute('href', '/dataset-access/requests/request-2');
  });

  it('says why nobody can ask, and what was tried (S0.17)', async () => {
    const backend = new MemoryDatasetAccess(ANA);
    const message = 'Nobody is there to decide.';
    backend.situation = {
      request: { allowed: false, code: 'NO_APPROVER', message },
      approvers: [],
      trail: [
        { via: 'owner', tried: 'group:default/gone', outcome: 'not-found' },
      ],
    };
    const user = showCard(backend);

    expect(await screen.findByText(message)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Request access' })).toBeNull();
    await user.click(
      screen.getByRole('button', { name: 'How the approver was found' }),
    );
    expect(
      await screen.findByText(
        'group:default/gone – does not exist in the catalog',
      ),
    ).toBeVisible();
  });

  it('passes the warnings on to who may see them (S0.16)', async () => {
    const message = 'The override names nobody; the owner decides instead.';

    await cardOf([], {
      warnings: [{ code: 'OVERRIDE_MATCHES_NOTHING', message }],
    });

    expect(screen.getByText(message)).toBeVisible();
  });

  it('says what went wrong, and tries again', async () => {
    const backend = new MemoryDatasetAccess(ANA);
    jest
      .spyOn(backend, 'getDatasetAccess')
      .mockRejectedValueOnce(new DatasetAccessError('CATALOG_UNAVAILABLE'));
    const user = showCard(backend);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The catalog cannot be read right now. Nothing was changed.',
    );

    await user.click(screen.getByRole('button', { name: 'Try again' }));

    expect(
      await screen.findByText('You have no access to this dataset.'),
    ).toBeVisible();
  });

  it('shows what became of a request that was filed from here', async () => {
    const user = await cardOf([]);
    await waitFor(() =>
      expect(screen.queryByRole('progressbar')).not.toBeInTheDocument(),
    );
    await user.click(screen.getByRole('button', { name: 'Request access' }));
    await user.click(await screen.findByRole('textbox', { name: 'Reason' }));
    await user.paste('Quarterly revenue report');

    await user.click(screen.getByRole('button', { name: 'Send request' }));
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Send request' })).toBeNull(),
    );

    expect(
      screen.getByRole('list', { name: 'What happens now' }),
    ).toHaveTextContent('Ana AnalystRequested');
  });

  it('says what one may do with the dataset, each leading to the reasons', async () => {
    const user = await cardOf([], {
      can: { decide: false, privileges: [EDIT_DESCRIPTION, EDIT_TAGS] },
    });

    await user.click(
      await screen.findByRole('button', { name: 'What you may do here (2)' }),
    );

    const list = screen.getByRole('list', { name: 'What you may do here' });
    const links = within(list).getAllByRole('link');
    expect(links.map(({ textContent }) => textContent)).toEqual([
      'Edit description',
      'Edit tags',
    ]);
    expect(links[0]).toHaveAttribute(
      'href',
      `/dataset-access/explain?${new URLSearchParams({
        privilege: EDIT_DESCRIPTION,
        resource: 'resource:default/orders',
      })}`,
    );
  });

  it('says nothing of that to who may do nothing with it', async () => {
    await cardOf([]);

    expect(screen.queryByText(/What you may do here/)).toBeNull();
  });
});
