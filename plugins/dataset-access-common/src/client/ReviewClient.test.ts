import { ReviewClient } from './ReviewClient';

const BASE_URL = 'http://portal.test/api/dataset-access';
const ID = '6f1d2c1e-8a43-4b5e-9f0a-1d2c3b4a5e6f';

/** A backend that answers everything with one response, and remembers what it was asked. */
function stub(answer: Response) {
  const calls: Array<{ url: string; init: RequestInit }> = [];
  const client = new ReviewClient({
    baseUrl: BASE_URL,
    fetch: async (url, init) => {
      calls.push({ url, init });
      return answer;
    },
  });
  return { client, calls };
}

const answered = (body: string, type: string, status = 200) =>
  new Response(body, { status, headers: { 'content-type': type } });

const scope = { domain: 'domain:default/sales' };
const draft = {
  name: 'Spring clean',
  scope,
  dueAt: '2030-01-29T09:00:00.000Z',
  unreviewed: 'keep',
} as const;

type Call = (client: ReviewClient) => Promise<unknown>;

describe('what the client of access reviews sends', () => {
  it.each<[string, Call, string, unknown]>([
    [
      'listReviews',
      client => client.listReviews({ state: 'open', cursor: 'a=' }),
      'GET /v1/reviews?state=open&cursor=a%3D',
      undefined,
    ],
    [
      'startReview',
      client => client.startReview(draft),
      'POST /v1/reviews',
      draft,
    ],
    [
      'previewReview',
      client => client.previewReview(scope),
      'POST /v1/reviews/preview',
      scope,
    ],
    [
      'getReview of an id that is none',
      client => client.getReview('../tasks'),
      'GET /v1/reviews/..%2Ftasks',
      undefined,
    ],
    [
      'listReviewItems',
      client => client.listReviewItems(ID, { mine: 'true', q: 'a b' }),
      `GET /v1/reviews/${ID}/items?mine=true&q=a%20b`,
      undefined,
    ],
    [
      'decideReviewItems',
      client =>
        client.decideReviewItems(ID, { decision: 'keep', grants: [ID] }),
      `POST /v1/reviews/${ID}/decisions`,
      { decision: 'keep', grants: [ID] },
    ],
    [
      'closeReview',
      client => client.closeReview(ID),
      `POST /v1/reviews/${ID}/close`,
      undefined,
    ],
  ])('%s', async (_, call, line, body) => {
    const { client, calls } = stub(answered('{"id":"1"}', 'application/json'));

    await expect(call(client)).resolves.toEqual({ id: '1' });

    expect(calls).toHaveLength(1);
    const [{ url, init }] = calls;
    expect(`${init.method} ${url.slice(BASE_URL.length)}`).toBe(line);
    expect(init.body && JSON.parse(String(init.body))).toEqual(body);
  });
});

describe('the file of a review', () => {
  it('is taken as the text that it is', async () => {
    const text = 'review,grant\r\n"a ""b""",1\r\n';
    const { client, calls } = stub(answered(text, 'text/csv; charset=utf-8'));

    await expect(client.exportReview(ID)).resolves.toBe(text);

    expect(calls[0].url).toBe(`${BASE_URL}/v1/reviews/${ID}/export`);
  });

  it('is refused with the code of the backend', async () => {
    const error = { name: 'DatasetAccessError', code: 'REVIEW_NOT_FOUND' };
    const { client } = stub(
      answered(
        JSON.stringify({ error: { ...error, message: 'No' } }),
        'application/json',
        404,
      ),
    );

    await expect(client.exportReview(ID)).rejects.toMatchObject({
      code: 'REVIEW_NOT_FOUND',
    });
  });

  it('is not what somebody in between answers', async () => {
    const { client } = stub(answered('<html>Sign in</html>', 'text/html'));

    await expect(client.exportReview(ID)).rejects.toMatchObject({
      statusCode: 502,
    });
  });
});
