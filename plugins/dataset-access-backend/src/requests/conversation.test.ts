import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  CLEO,
  DAN,
  EVE,
  MONA,
  ORDERS,
} from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';

type Caller = Parameters<TestProduct['post']>[0];

const comment = (
  product: TestProduct,
  caller: Caller,
  id: string,
  body: object,
) => product.post(caller, `/v1/requests/${id}/comments`, body);

onBothDatabases('talking about a request', start => {
  it('hands it to the requester with a question, and back with the answer', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);

    const asked = await comment(product, BOB, id, {
      text: 'For which region?',
      asksForInformation: true,
    });
    const answered = await comment(product, ANA, id, { text: 'EMEA only' });

    expect(asked.body).toMatchObject({
      status: 'pending',
      waitingOn: 'requester',
    });
    expect(answered.body).toMatchObject({
      status: 'pending',
      waitingOn: 'approver',
      version: 1,
    });
    expect(answered.body.history).toMatchObject([
      { seq: 1, type: 'filed', actor: ANA },
      {
        seq: 2,
        type: 'information-requested',
        actor: BOB,
        text: 'For which region?',
      },
      { seq: 3, type: 'commented', actor: ANA, text: 'EMEA only' },
    ]);
    expect(answered.body.historyIntact).toBe(true);
  });

  it('keeps comments of approvers among themselves from changing whose turn it is', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);
    await comment(product, BOB, id, { text: 'Why?', asksForInformation: true });

    const { body } = await comment(product, CLEO, id, {
      text: 'I know her project',
    });

    expect(body.waitingOn).toBe('requester');
  });

  it.each([
    ['a stranger', EVE, {}, 404, 'REQUEST_NOT_FOUND'],
    ['an owner who does not decide', DAN, {}, 403, 'NOT_AN_APPROVER'],
    [
      'a requester asking himself',
      ANA,
      { asksForInformation: true },
      403,
      'NOT_AN_APPROVER',
    ],
    ['a service', 'service', {}, 403, 'USER_REQUIRED'],
  ] as const)('refuses %s', async (_, caller, body, status, code) => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);

    const answer = await comment(product, caller, id, {
      text: 'Hello there',
      ...body,
    });

    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });

  it('keeps every one of many comments written at once', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);

    const answers = await Promise.all(
      [1, 2, 3].map(index =>
        comment(product, ANA, id, { text: `Comment ${index}` }),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { history, historyIntact } = await product.request(ANA, id);
    expect(history.map(({ text }) => text).sort()).toEqual([
      'Comment 1',
      'Comment 2',
      'Comment 3',
      'Needed for the quarterly report',
    ]);
    expect(historyIntact).toBe(true);
  });
});

onBothDatabases('withdrawing', start => {
  it.each([
    ['the requester', ANA],
    ['the beneficiary', MONA],
  ] as const)('is for %s', async (_, caller) => {
    const product = await start();
    const id = await product.file(ANA, ORDERS, { beneficiaries: [MONA] });

    const { body } = await product.post(
      caller,
      `/v1/requests/${id}/withdrawal`,
      { version: 1 },
    );

    expect(body).toMatchObject({ status: 'withdrawn', version: 2 });
    const decision = await product.post(BOB, `/v1/requests/${id}/decision`, {
      decision: 'approve',
    });
    expect(decision.body.error.code).toBe('REQUEST_WITHDRAWN');
  });

  it.each([
    ['an approver', BOB, 403, 'NOT_YOURS'],
    ['a stranger', EVE, 404, 'REQUEST_NOT_FOUND'],
  ] as const)('is not for %s', async (_, caller, status, code) => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);

    const answer = await product.post(
      caller,
      `/v1/requests/${id}/withdrawal`,
      {},
    );

    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });

  it('is not for a member of the group that the request is for', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS, {
      beneficiaries: ['group:default/marketing'],
    });

    const { body } = await product.post(
      MONA,
      `/v1/requests/${id}/withdrawal`,
      {},
    );

    expect(body.error.code).toBe('NOT_YOURS');
  });

  it('done twice is done once', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);
    const withdraw = () =>
      product.post(ANA, `/v1/requests/${id}/withdrawal`, {});

    const answers = [await withdraw(), await withdraw()];

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[1].body.history).toHaveLength(2);
  });

  it('makes room for a new request', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);
    await product.post(ANA, `/v1/requests/${id}/withdrawal`, {});

    expect(await product.file(ANA, ORDERS)).not.toBe(id);
  });

  it('and deciding at once leave one of the two', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);

    const [withdrawal, decision] = await Promise.all([
      product.post(ANA, `/v1/requests/${id}/withdrawal`, {}),
      product.post(BOB, `/v1/requests/${id}/decision`, {
        decision: 'approve',
      }),
    ]);

    const { status } = await product.request(ANA, id);
    expect([withdrawal.status, decision.status].sort()).toEqual([200, 409]);
    expect(status).toBe(withdrawal.status === 200 ? 'withdrawn' : 'approved');
  });
});
