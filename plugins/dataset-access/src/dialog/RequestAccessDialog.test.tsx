import { screen, within } from '@testing-library/react';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { ANA, ANALYSTS, CLEO, DAN, STEWARDS } from '../__testUtils__/people';
import { openRequestDialog, REASON } from '../__testUtils__/requestDialog';
import { anApprovedRequest, aRequest } from '../__testUtils__/requests';

describe('RequestAccessDialog', () => {
  it('says which dataset, of which source, and who will decide and why, before anything is sent', async () => {
    const backend = new MemoryDatasetAccess(ANA);
    backend.situation = {
      approvers: [
        { ref: STEWARDS, via: 'override-group' },
        { ref: DAN, via: 'escalation' },
      ],
    };

    const { dialog } = await openRequestDialog(backend);

    expect(await dialog.findByText('Customer orders')).toBeVisible();
    expect(dialog.getByText(/Snowflake/)).toBeVisible();
    expect(dialog.getByRole('link', { name: 'Stewards' })).toBeVisible();
    expect(dialog.getByText('(named on the dataset)')).toBeVisible();
    expect(dialog.getByRole('link', { name: 'Dan Owner' })).toBeVisible();
    expect(dialog.getByText(/nobody decides for himself/)).toBeVisible();
    expect(backend.requests).toHaveLength(0);
  });

  it('files what was filled in', async () => {
    const backend = new MemoryDatasetAccess(ANA);
    const { dialog, ...form } = await openRequestDialog(backend);

    await form.writeReason(REASON);
    await form.user.click(dialog.getByRole('radio', { name: 'Editor' }));
    await form.chooseDuration('90 days');
    await form.press('Send request');

    expect(await form.results()).toEqual(['Ana AnalystRequested']);
    expect(backend.requests).toMatchObject([
      {
        beneficiary: ANA,
        requester: ANA,
        level: 'editor',
        duration: 'P90D',
        reason: REASON,
      },
    ]);
    expect(dialog.getByRole('link', { name: 'Stewards' })).toBeVisible();
    expect(dialog.getByText(/you get a notification/i)).toBeVisible();
  });

  it('proposes oneself, the lowest level and the usual duration', async () => {
    const backend = new MemoryDatasetAccess(ANA);
    const { dialog } = await openRequestDialog(backend);

    const chosen = await dialog.findByRole('grid', {
      name: 'Chosen users and groups',
    });
    expect(
      within(chosen).getByRole('row', { name: 'Ana Analyst' }),
    ).toBeVisible();
    expect(dialog.getByRole('radio', { name: 'Read-only' })).toBeChecked();
    expect(
      dialog.getByRole('button', { name: /For how long\?/ }),
    ).toHaveTextContent('30 days');
  });

  it.each([
    ['asks', aRequest()],
    ['has access', anApprovedRequest({ state: 'active' })],
  ])('proposes nobody to somebody who %s already', async (_, request) => {
    const backend = new MemoryDatasetAccess(ANA, [request]);
    const { dialog, ...form } = await openRequestDialog(backend);

    await form.writeReason(REASON);
    await form.press('Send request');

    expect(
      await dialog.findByText('Choose at least one user or group.'),
    ).toBeVisible();
    expect(backend.requests).toHaveLength(1);
  });

  it('files one request for each user and group, and says what became of each (S0.4, S0.6)', async () => {
    const backend = new MemoryDatasetAccess(ANA, [
      aRequest({ id: 'a', beneficiary: CLEO }),
      anApprovedRequest(
        { subject: DAN, state: 'active' },
        { beneficiary: DAN },
      ),
      anApprovedRequest({ subject: STEWARDS }, { beneficiary: STEWARDS }),
    ]);
    const form = await openRequestDialog(backend);

    await form.choose('Analysts', 'Cleo Steward', 'Dan Owner', 'Stewards');
    await form.writeReason(REASON);
    await form.press('Send request');

    expect(await form.results()).toEqual([
      'Ana AnalystRequested',
      'AnalystsRequested',
      'Cleo StewardAlready requested, waiting for a decision',
      'Dan OwnerAlready has this access',
      'StewardsAlready approved, being set up',
    ]);
    expect(
      backend.requests.slice(3).map(({ beneficiary }) => beneficiary),
    ).toEqual([ANA, ANALYSTS]);
  });

  it('says why it was not possible for somebody, and lets the others pass (S0.6)', async () => {
    const backend = new MemoryDatasetAccess(ANA);
    const outcome = { beneficiary: DAN, outcome: 'refused' } as const;
    jest.spyOn(backend, 'submitRequests').mockResolvedValue({
      batchId: 'b',
      approvers: [],
      outcomes: [
        { beneficiary: ANA, outcome: 'created' },
        { ...outcome, message: 'Everybody who could decide would benefit.' },
      ],
    });
    const form = await openRequestDialog(backend);

    await form.choose('Dan Owner');
    await form.writeReason(REASON);
    await form.press('Send request');

    expect(await form.results()).toEqual([
      'Ana AnalystRequested',
      'Dan OwnerNot possibleEverybody who could decide would benefit.',
    ]);
  });

  it.each([
    ['nothing', '', 'Write at least 10 characters.'],
    ['a novel', 'please '.repeat(30), 'Write 200 characters at most.'],
  ])('wants a better reason than %s (S0.5)', async (_, reason, problem) => {
    const backend = new MemoryDatasetAccess(ANA);
    const { dialog, ...form } = await openRequestDialog(backend);

    if (reason) {
      await form.writeReason(reason);
    }
    await form.press('Send request');

    expect(await dialog.findByText(problem)).toBeVisible();
    expect(await form.reason()).toBeInvalid();
    expect(backend.requests).toHaveLength(0);
  });

  it('counts up to what is needed, and down from what is allowed', async () => {
    const { dialog, ...form } = await openRequestDialog(
      new MemoryDatasetAccess(ANA),
    );

    await form.writeReason('please');
    expect(dialog.getByText('6 of at least 10 characters')).toBeVisible();

    await form.writeReason('x'.repeat(195));
    expect(dialog.getByText('5 characters left')).toBeVisible();
  });

  it('asks for no more people than one request may have', async () => {
    const backend = new MemoryDatasetAccess(ANA);
    backend.situation = { form: { ...aRequest().form!, maxBeneficiaries: 1 } };
    const { dialog, ...form } = await openRequestDialog(backend);

    await form.choose('Dan Owner');
    await form.writeReason(REASON);
    await form.press('Send request');

    expect(
      await dialog.findByText('Choose 1 users and groups at most.'),
    ).toBeVisible();
    expect(backend.requests).toHaveLength(0);
  });

  it('offers what the dataset offers, and nothing else', async () => {
    const backend = new MemoryDatasetAccess(ANA);
    backend.situation = {
      form: {
        ...aRequest().form!,
        levels: ['read-only'],
        durations: ['P7D'],
        defaultDuration: 'P7D',
        indefiniteAllowed: false,
      },
    };
    const { dialog, user } = await openRequestDialog(backend);

    await user.click(
      await dialog.findByRole('button', { name: /For how long\?/ }),
    );

    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual(['7 days']);
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
  });

  it('says why nobody can ask here, and lets go (S0.17)', async () => {
    const backend = new MemoryDatasetAccess(ANA);
    const message = 'Access requests are switched off for this dataset.';
    backend.situation = { request: { allowed: false, message } };
    const { dialog, onOpenChange, user } = await openRequestDialog(backend);

    expect(await dialog.findByText(message)).toBeVisible();
    expect(dialog.queryByRole('textbox')).not.toBeInTheDocument();

    const [, close] = dialog.getAllByRole('button', { name: 'Close' });
    await user.click(close);
    expect(onOpenChange).toHaveBeenCalledWith(false);
  });
});
