import { ANA } from './smallWorld';

const UNKNOWN_ID = '7e0b6a36-3b0f-4b6e-9d35-0f6e2f3f6d10';

/** With a dataset that is none, so that it is refused however well the rest is written. */
const scope = {
  domain: 'domain:default/sales',
  datasets: ['resource:default/no/dataset'],
  source: 'Snowflake',
  level: 'editor',
  holder: ANA,
  olderThan: 'P30D',
  endless: true,
};

/** The bodies of operations on access reviews, with every field that they can have: none of them does anything. */
export const reviewBodies: Array<[string, string, Record<string, unknown>]> = [
  [
    'startReview',
    '/v1/reviews',
    {
      name: 'Spring clean',
      description: 'Once a year',
      scope,
      // over
      dueAt: '2020-01-01T00:00:00Z',
      unreviewed: 'keep',
      reminders: ['P1D'],
    },
  ],
  ['previewReview', '/v1/reviews/preview', scope],
  [
    'decideReviewItems',
    `/v1/reviews/${UNKNOWN_ID}/decisions`,
    { decision: 'keep', comment: 'ok', grants: [UNKNOWN_ID] },
  ],
];
