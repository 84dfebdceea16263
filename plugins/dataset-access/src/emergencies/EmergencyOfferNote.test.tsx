import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, waitFor } from '@testing-library/react';
import {
  DatasetAccessError,
  EmergencyOffer,
} from 'backstage-plugin-dataset-access-common';
import { YourAccessCard } from '../dataset/YourAccessCard';
import { actsOf } from '../__testUtils__/grantPages';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { MemoryEmergencies, OFFER } from '../__testUtils__/MemoryEmergencies';
import { MemoryPolicies } from '../__testUtils__/MemoryPolicies';
import { ANA, entities } from '../__testUtils__/people';
import { renderInPortal } from '../__testUtils__/renderInPortal';

const orders = entities.find(({ metadata }) => metadata.name === 'orders')!;
const REASON = 'Orders are lost in production';

async function openCard(offer: EmergencyOffer | undefined) {
  const backend = new MemoryDatasetAccess(ANA);
  backend.situation = {
    can: { decide: false, privileges: [], takeEmergencyAccess: offer },
  };
  const emergencies = new MemoryEmergencies(ANA);
  const user = renderInPortal(
    <EntityProvider entity={orders}>
      <YourAccessCard />
    </EntityProvider>,
    {
      backend,
      emergencyAccess: emergencies,
      accessControl: new MemoryPolicies(ANA),
    },
  );
  await screen.findByText('Decided by');
  return { emergencies, ...actsOf(user) };
}

describe('emergency access on the page of a dataset', () => {
  it('is not there for those who cannot take it', async () => {
    await openCard(undefined);

    expect(
      screen.queryByRole('button', { name: 'Emergency access' }),
    ).toBeNull();
  });

  it('says which review comes first, and leads to it', async () => {
    await openCard({
      ...OFFER,
      verdict: {
        allowed: false,
        code: 'EMERGENCY_REVIEW_OPEN',
        message: 'It can be reviewed by Stewards.',
      },
      openReview: 'emergency-1',
    });

    expect(screen.getByText('No emergency access at the moment')).toBeVisible();
    expect(screen.getByText(/It can be reviewed by Stewards/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: /to be reviewed/ }),
    ).toHaveAttribute('href', '/dataset-access/requests/emergency-1');
  });

  it('warns of what follows, and takes what was asked for, for an hour at first', async () => {
    const { emergencies, press, dialog, write, pressIn } = await openCard(
      OFFER,
    );
    await press('Emergency access');
    const { getByText } = await dialog();
    expect(getByText('Only for emergencies')).toBeVisible();
    expect(getByText(/are told at once who took what/)).toBeVisible();

    await write('What is the emergency?', REASON);
    await pressIn('Take emergency access');

    await waitFor(() =>
      expect(emergencies.wishes).toEqual([
        { level: 'read-only', duration: 'PT1H', reason: REASON },
      ]),
    );
    expect(await screen.findByRole('status')).toHaveTextContent(
      /not there yet: somebody has to grant it in Snowflake/,
    );
  });

  it('says that it is on its way where a connector sets it up', async () => {
    const { emergencies, press, write, pressIn } = await openCard(OFFER);
    emergencies.connector = 'postgres';
    await press('Emergency access');
    await write('What is the emergency?', REASON);

    await pressIn('Take emergency access');

    expect(await screen.findByRole('status')).toHaveTextContent(
      /being set up in the source/,
    );
  });

  it('wants a reason before anything is sent', async () => {
    const { emergencies, press, pressIn } = await openCard(OFFER);
    await press('Emergency access');

    await pressIn('Take emergency access');

    expect(
      await screen.findByText('Write at least 10 characters.'),
    ).toBeVisible();
    expect(emergencies.wishes).toEqual([]);
  });

  it('keeps what was written when that did not work, and sends it again as the same call', async () => {
    const { emergencies, press, write, pressIn } = await openCard(OFFER);
    const take = jest.spyOn(emergencies, 'takeEmergencyAccess');
    take.mockRejectedValueOnce(new DatasetAccessError('RETRY_LATER'));
    await press('Emergency access');
    await write('What is the emergency?', REASON);
    await pressIn('Take emergency access');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /The access was not taken/,
    );
    expect(screen.getByRole('textbox')).toHaveValue(REASON);

    await pressIn('Take emergency access');

    await screen.findByRole('status');
    const keys = take.mock.calls.map(
      ([, , options]) => options?.idempotencyKey,
    );
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).toBe(keys[0]);
  });

  it('is taken once, however often the button is pressed', async () => {
    const { emergencies, press, write, dialog, user } = await openCard(OFFER);
    await press('Emergency access');
    await write('What is the emergency?', REASON);

    await user.dblClick(
      (await dialog()).getByRole('button', { name: 'Take emergency access' }),
    );

    await screen.findByRole('status');
    expect(emergencies.wishes).toHaveLength(1);
  });
});
