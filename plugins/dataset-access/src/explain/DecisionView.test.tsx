import { screen, waitFor, within } from '@testing-library/react';
import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import { answer, measureText, openExplain } from '../__testUtils__/explainPage';
import {
  EDIT_TAGS,
  MemoryDecisions,
  MODIFY_PRODUCT,
} from '../__testUtils__/MemoryDecisions';
import { ANA, BOB, DAN, ORDERS } from '../__testUtils__/people';
import { address } from '../__testUtils__/renderInPortal';

const aboutAna = { subject: ANA, privilege: EDIT_TAGS, resource: ORDERS };

beforeAll(measureText);

describe('the question', () => {
  it('is about oneself at first, and waits for what it is about', async () => {
    const accessControl = new MemoryDecisions(ANA);
    await openExplain(accessControl);

    expect(screen.getByText('Ask a question')).toBeVisible();
    expect(screen.getByRole('button', { name: /Myself.*Who\?/ })).toBeVisible();
    expect(accessControl.asked).toEqual([]);
  });

  it('is asked as it is chosen, and stands in the address', async () => {
    const accessControl = new MemoryDecisions(BOB);
    const { pick } = await openExplain(accessControl);

    await pick(/Who\?/, /^Dan Owner/);
    await pick(/May do what\?/, /^Edit tags/);
    await pick(/On which entity\?/, /^Customer orders/);

    await waitFor(async () =>
      expect(await answer()).toBe(
        'Yes, Dan Owner holds “Edit tags” on Customer orders.',
      ),
    );
    expect(new URLSearchParams(address()!.split('?')[1]).toString()).toBe(
      new URLSearchParams({
        subject: DAN,
        privilege: EDIT_TAGS,
        resource: ORDERS,
      }).toString(),
    );
    expect(accessControl.asked.at(-1)).toMatchObject({
      subject: DAN,
      privilege: EDIT_TAGS,
      resource: ORDERS,
    });
  });

  it('has what can be done in groups, found by title and by name', async () => {
    const { press, user } = await openExplain(new MemoryDecisions(BOB));
    await press(/May do what\?/);
    const list = await screen.findByRole('listbox');
    expect(
      within(list)
        .getAllByRole('group')
        .map(group => group.textContent),
    ).toEqual([
      expect.stringMatching(/^Access to dataRead-only access/),
      expect.stringMatching(/^Catalog and templatesView entity page/),
      expect.stringMatching(/^MetadataEdit tags/),
      expect.stringMatching(/^The portalManage policies/),
      expect.stringMatching(/^DataOpsDataOps editor/),
      expect.stringMatching(/^Operations: BuilderData product modification/),
    ]);

    await user.click(screen.getByRole('searchbox'));
    await user.paste('builder.mod');

    await waitFor(() =>
      expect(
        screen.getAllByRole('option').map(({ textContent }) => textContent),
      ).toEqual([expect.stringContaining('Data product modification')]),
    );
  });

  it('goes from a privilege to an operation', async () => {
    const accessControl = new MemoryDecisions(BOB);
    const { pick } = await openExplain(accessControl, aboutAna);
    await answer();

    await pick(/May do what\?/, /^Data product modification/);

    await waitFor(() =>
      expect(accessControl.asked.at(-1)).toMatchObject({
        privilege: undefined,
        operation: MODIFY_PRODUCT,
      }),
    );
  });

  it('can be about no entity again', async () => {
    const accessControl = new MemoryDecisions(BOB);
    const { pick } = await openExplain(accessControl, aboutAna);
    await answer();

    await pick(/On which entity\?/, /^None in particular/);

    await waitFor(() =>
      expect(accessControl.asked.at(-1)?.resource).toBeUndefined(),
    );
    expect(address()).not.toContain('resource');
  });

  it('leaves out what is no entity ref', async () => {
    const accessControl = new MemoryDecisions(ANA);
    await openExplain(accessControl, {
      subject: 'nobody at all',
      privilege: EDIT_TAGS,
      resource: '<script>',
    });

    expect(await answer()).toBe('Yes, Ana Analyst holds “Edit tags”.');
    expect(accessControl.asked[0]).toMatchObject({
      subject: undefined,
      resource: undefined,
    });
  });

  it('about others is not for everybody, who can ask about themselves', async () => {
    const accessControl = new MemoryDecisions(ANA);
    accessControl.mayAsk = false;
    const { press } = await openExplain(accessControl, {
      ...aboutAna,
      subject: DAN,
    });
    expect(await screen.findByText('You can ask about yourself')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();

    await press('Ask about me');

    expect(await answer()).toMatch(/^Yes, Ana Analyst holds/);
  });

  it('can be asked again when there was no answer', async () => {
    const accessControl = new MemoryDecisions(ANA);
    jest
      .spyOn(accessControl, 'explain')
      .mockRejectedValueOnce(new DatasetAccessError('DECISIONS_UNAVAILABLE'));
    const { press } = await openExplain(accessControl, aboutAna);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'What may be done is not known right now, so nothing is allowed.',
    );

    await press('Try again');

    expect(await answer()).toMatch(/^Yes/);
  });
});
