import { screen, waitFor } from '@testing-library/react';
import {
  DatasetAccessError,
  ImportReport,
} from 'backstage-plugin-dataset-access-common';
import { MemoryPolicies } from '../../__testUtils__/MemoryPolicies';
import { ANA, BOB, DAN, STEWARDS } from '../../__testUtils__/people';
import { aPolicy, EDIT_TAGS } from '../../__testUtils__/policies';
import {
  lines,
  openDialog,
  openPolicies,
} from '../../__testUtils__/policyPages';

const findings: MemoryPolicies['findings'] = {
  policies: [
    {
      place: 'policies[0]',
      outcome: 'created',
      policy: {
        name: 'Edit tags',
        type: 'metadata',
        privileges: [EDIT_TAGS],
        actors: { groups: [STEWARDS] },
      },
    },
    {
      place: 'policies[1]',
      outcome: 'already-there',
      policy: {
        name: 'Ask for access',
        type: 'metadata',
        privileges: ['dataset-access.request.create'],
        actors: { allUsers: true },
      },
    },
  ],
  bindings: [
    { place: 'line 3', outcome: 'created', role: 'reader', subject: BOB },
    {
      place: 'line 4',
      outcome: 'subject-not-found',
      role: 'admin',
      subject: 'user:default/nobody',
    },
  ],
  unsupported: [
    {
      place: 'line 7',
      what: 'p, role:default/x, catalog-entity, read, deny',
      reason: 'Policies only allow; nothing here can deny.',
    },
  ],
};

async function openImport(found: Partial<MemoryPolicies['findings']> = {}) {
  const backend = new MemoryPolicies(DAN, [aPolicy()]);
  backend.findings = { ...findings, ...found };
  const asked = jest.spyOn(backend, 'importPolicies');
  const { press, user } = await openPolicies(backend);
  await press('Import');
  const dialog = await openDialog();
  const content = () => dialog.getByRole('textbox', { name: 'Content' });
  return {
    backend,
    asked,
    dialog,
    user,
    content,
    pressThere: async (name: string) =>
      user.click(await dialog.findByRole('button', { name })),
    async paste(text: string) {
      await user.click(content());
      await user.paste(text);
    },
  };
}

describe('the import', () => {
  it('shows first what would be made and what has no equivalent, and why', async () => {
    const { backend, asked, dialog, paste, pressThere } = await openImport();

    await paste('[1]');
    await pressThere('Check');

    const title = await dialog.findByRole('heading', {
      name: 'What would be made',
    });
    // and not on the button, which would import from now on
    expect(title).toHaveFocus();
    await dialog.findByText(/Reader/);
    expect(lines('2 policies', dialog)).toEqual([
      'Edit tagsMetadata · Privileges: 1 · Stewardspolicies[0]New',
      'Ask for accessMetadata · Privileges: 1 · All userspolicies[1]Already there',
    ]);
    expect(lines('2 roles given', dialog)).toEqual([
      'Bob Steward gets the role Readerline 3New',
      'nobody gets the role Adminline 4Not in the catalog',
    ]);
    expect(lines('1 without equivalent', dialog)).toEqual([
      'p, role:default/x, catalog-entity, read, denyPolicies only allow; nothing here can deny.line 7',
    ]);
    expect(asked.mock.calls).toEqual([
      [{ format: 'datahub', content: '[1]', dryRun: true }],
    ]);
    expect(backend.policies).toHaveLength(1);
  });

  it('makes it when that is confirmed, and says what was made', async () => {
    const { asked, dialog, user, paste, pressThere } = await openImport();
    await paste('[1]');
    await pressThere('Check');

    await pressThere('Import');

    expect(
      await dialog.findByRole('heading', { name: 'What was made' }),
    ).toBeVisible();
    expect(lines('2 policies', dialog)[0]).toMatch(/Made$/);
    expect(asked).toHaveBeenLastCalledWith({
      format: 'datahub',
      content: '[1]',
      dryRun: false,
    });
    await user.click(dialog.getByText('Close'));
    expect(await screen.findByText('Edit tags')).toBeVisible();
  });

  it('checks again what was changed after it was checked', async () => {
    const { dialog, paste, pressThere } = await openImport();
    await paste('[1]');
    await pressThere('Check');
    await dialog.findByRole('button', { name: 'Import' });

    await paste(' ');

    expect(dialog.queryByText('What would be made')).toBeNull();
    expect(dialog.queryByRole('button', { name: 'Import' })).toBeNull();
    expect(dialog.getByRole('button', { name: 'Check' })).toBeEnabled();
  });

  it('has nothing to import where all is there already', async () => {
    const alreadyThere = findings.policies.slice(1);
    const { dialog, paste, pressThere } = await openImport({
      policies: alreadyThere,
      bindings: [],
    });

    await paste('[1]');
    await pressThere('Check');

    expect(await dialog.findByRole('status')).toHaveTextContent(
      'Nothing would be made.',
    );
    expect(dialog.getByRole('button', { name: 'Import' })).toBeDisabled();
  });

  it.each([
    ['policies.json', '[1]', /DataHub/],
    ['rbac.csv', 'g, user:default/ana, role:default/x', /Casbin/],
  ])('reads a file, and knows what it is: %s', async (name, text, format) => {
    const { dialog, user, content, asked, pressThere } = await openImport();
    const input = dialog.getByLabelText('Choose a file', {
      selector: 'input',
    });

    await user.upload(
      input,
      aFile(name, async () => text),
    );

    await waitFor(() => expect(content()).toHaveValue(text));
    expect(dialog.getByRole('radio', { name: format })).toBeChecked();
    await pressThere('Check');
    expect(asked).toHaveBeenCalledWith(
      expect.objectContaining({ content: text }),
    );
  });

  it('says that a file cannot be read', async () => {
    const { dialog, user } = await openImport();
    const file = aFile('policies.json', () =>
      Promise.reject(new Error('gone')),
    );

    await user.upload(
      dialog.getByLabelText('Choose a file', { selector: 'input' }),
      file,
    );

    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'The file could not be read.',
    );
  });

  it('wants something to import', async () => {
    const { asked, dialog, pressThere } = await openImport();

    await pressThere('Check');

    expect(
      await dialog.findByText('Choose a file or paste something.'),
    ).toBeVisible();
    expect(asked).not.toHaveBeenCalled();
  });

  it('keeps what was pasted when it makes no sense, and says where it stops to', async () => {
    const { dialog, content, paste, pressThere } = await openImport();

    await paste('no policies');
    await pressThere('Check');

    const alert = await dialog.findByRole('alert');
    expect(alert).toHaveTextContent('This could not be checked');
    expect(alert).toHaveTextContent('it stops making sense in line 1');
    expect(content()).toHaveValue('no policies');
  });

  it('keeps what was found when it could not be saved, and tries again', async () => {
    const { asked, dialog, paste, pressThere } = await openImport();
    await paste('[1]');
    await pressThere('Check');
    await dialog.findByRole('button', { name: 'Import' });
    asked.mockRejectedValueOnce(new DatasetAccessError('ESCALATION'));

    await pressThere('Import');

    const alert = await dialog.findByRole('alert');
    expect(alert).toHaveTextContent('Nothing was imported');
    expect(alert).toHaveTextContent(
      'You cannot hand out a privilege that you do not hold yourself.',
    );
    expect(dialog.getByText('What would be made')).toBeVisible();
    await pressThere('Import');
    expect(await dialog.findByText('What was made')).toBeVisible();
  });

  it('shows the beginning of ten thousand policies, and counts them all', async () => {
    const [first] = findings.policies;
    const policies: ImportReport['policies'] = Array.from(
      { length: 10_000 },
      (_, index) => ({ ...first, place: `policies[${index}]` }),
    );
    const { dialog, paste, pressThere } = await openImport({
      policies,
      unsupported: [],
      bindings: [{ ...findings.bindings[0], subject: ANA }],
    });

    await paste('[1]');
    await pressThere('Check');

    expect(await dialog.findByRole('status')).toHaveTextContent(
      '10000 policies · 1 role given · 0 without equivalent',
    );
    expect(lines('10000 policies', dialog)).toHaveLength(20);
  });
});

/** A file as browsers have it; that of jsdom cannot be read as text. */
function aFile(name: string, text: () => Promise<string>): File {
  return Object.assign(new File([], name), { text });
}
