import { screen, waitFor, within } from '@testing-library/react';
import {
  DatasetAccessError,
  ErrorCode,
} from 'backstage-plugin-dataset-access-common';
import { MemoryPolicies } from '../../__testUtils__/MemoryPolicies';
import { DAN, STEWARDS } from '../../__testUtils__/people';
import { aPolicy, EDIT_DESCRIPTION } from '../../__testUtils__/policies';
import {
  chosen,
  openEditor,
  openReview,
  step,
} from '../../__testUtils__/policyEditor';
import { POLICIES } from '../../__testUtils__/policyPages';
import { address } from '../../__testUtils__/renderInPortal';

const dan = (...policies: MemoryPolicies['policies']) =>
  new MemoryPolicies(DAN, policies);

describe('the steps', () => {
  it('do not go on without a name, and bring the keyboard to it', async () => {
    const editor = await openEditor(dan());

    await editor.next();

    const name = screen.getByRole('textbox', { name: 'Name' });
    expect(await screen.findByText('Give it a name.')).toBeVisible();
    expect(name).toHaveFocus();
    await editor.write('Name', 'Docs');
    expect(screen.queryByText('Give it a name.')).toBeNull();
  });

  it('do not go on without a privilege', async () => {
    const editor = await openEditor(dan());
    await editor.write('Name', 'Docs');
    await editor.next();

    await editor.next();

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Choose at least one privilege.',
    );
    expect(step()).toBe('Scope and privileges');
  });

  it('cannot be jumped over: the first that lacks something is shown', async () => {
    const editor = await openEditor(dan());
    await editor.write('Name', 'Docs');

    await editor.goTo('Check and save');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Choose at least one privilege.',
    );
    expect(step()).toBe('Scope and privileges');
  });

  it('work by keyboard, and say where one is', async () => {
    const editor = await openEditor(dan());
    await editor.write('Name', 'Docs');
    await editor.user.keyboard('{Enter}');

    const heading = await screen.findByRole('heading', {
      name: 'Scope and privileges',
    });
    expect(heading).toHaveFocus();
    const steps = within(screen.getByRole('navigation', { name: 'Steps' }));
    expect(
      steps.getByRole('button', { name: '2. Scope and privileges' }),
    ).toHaveAttribute('aria-current', 'step');
    // from the heading back to the last of the steps, and on to the first
    await editor.user.tab({ shift: true });
    await editor.user.tab({ shift: true });
    await editor.user.tab({ shift: true });
    await editor.user.tab({ shift: true });
    await editor.user.keyboard('{Enter}');

    expect(
      await screen.findByRole('heading', { name: 'Name and description' }),
    ).toHaveFocus();
  });

  it('lose nothing on the way back, by whatever way', async () => {
    const editor = await openReview(dan());

    await editor.back();
    expect(step()).toBe('Actors');
    expect(chosen('Chosen users and groups')).toEqual(['Stewards']);
    await editor.back();
    expect(
      screen.getByRole('checkbox', { name: /^Edit description/ }),
    ).toBeChecked();
    await editor.goTo('Name and description');
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Docs');
    await editor.goTo('Check and save');

    expect(await screen.findByText(/^The policy is for/)).toBeVisible();
  });

  it('keep what was chosen for one type of policy while the other is tried', async () => {
    const editor = await openReview(dan());

    await editor.goTo('Name and description');
    await editor.user.click(screen.getByRole('radio', { name: 'Platform' }));
    await editor.next();
    expect(screen.queryByRole('checkbox', { checked: true })).toBeNull();
    await editor.back();
    await editor.user.click(screen.getByRole('radio', { name: 'Metadata' }));
    await editor.next();

    expect(
      screen.getByRole('checkbox', { name: /^Edit description/ }),
    ).toBeChecked();
  });

  it('are in the address, each a step back for the browser', async () => {
    const editor = await openEditor(dan());
    expect(address()).toBe(`${POLICIES}/new`);
    await editor.write('Name', 'Docs');

    await editor.next();

    await waitFor(() => expect(address()).toBe(`${POLICIES}/new?step=scope`));
  });

  it('begin with the first for whoever comes by a link to a later one', async () => {
    await openEditor(dan(), '/new?step=review');

    expect(step()).toBe('Name and description');
  });
});

describe('leaving', () => {
  function leave(): boolean {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  }

  it('is asked about only when something was written', async () => {
    const editor = await openEditor(dan());
    expect(leave()).toBe(false);

    await editor.write('Name', 'Docs');

    await waitFor(() => expect(leave()).toBe(true));
  });

  it('leads back to the list', async () => {
    const editor = await openEditor(dan(aPolicy()));

    await editor.user.click(screen.getByRole('link', { name: 'Cancel' }));

    await waitFor(() => expect(address()).toBe(POLICIES));
  });
});

describe('what the backend refuses', () => {
  it.each<[ErrorCode, string]>([
    ['POLICY_NAME_TAKEN', 'Name and description'],
    ['ESCALATION', 'Scope and privileges'],
    ['UNKNOWN_PRIVILEGE', 'Scope and privileges'],
    ['UNKNOWN_ACTOR', 'Actors'],
    ['BAD_POLICY', 'Check and save'],
    ['LAST_ADMIN', 'Check and save'],
  ])('is shown where it can be corrected: %s', async (code, where) => {
    const backend = dan();
    const message = `Exactly what is wrong: ${code}`;
    jest
      .spyOn(backend, 'createPolicy')
      .mockRejectedValueOnce(new DatasetAccessError(code, { message }));
    const editor = await openReview(backend);

    await editor.press('Save as active');

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The policy was not saved');
    expect(alert).toHaveTextContent(message);
    expect(step()).toBe(where);
  });

  it('can be corrected, with everything else as it was', async () => {
    const backend = dan(aPolicy({ name: 'Docs' }));
    const editor = await openReview(backend);
    await editor.press('Save as active');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is already a policy called "Docs".',
    );

    await editor.write('Name', 'More docs');
    expect(screen.queryByRole('alert')).toBeNull();
    await editor.goTo('Check and save');
    await screen.findByText(/^The policy is for/);
    await editor.press('Save as active');

    await waitFor(() => expect(backend.policies).toHaveLength(2));
    expect(backend.policies[1]).toMatchObject({
      name: 'More docs',
      privileges: [EDIT_DESCRIPTION],
      actors: { groups: [STEWARDS] },
    });
  });

  it('is tried again when nobody answers', async () => {
    const backend = dan();
    jest
      .spyOn(backend, 'createPolicy')
      .mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const editor = await openReview(backend);

    await editor.press('Save as active');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The server could not be reached.',
    );
    await editor.press('Save as active');

    await waitFor(() => expect(backend.policies).toHaveLength(1));
  });
});
