/** The words for how many datasets a change reaches. */
export const reachMessages = {
  reach: {
    counting: 'Counting the datasets …',
    failed: 'The datasets could not be counted',
    list: 'What dataset-level access covers',
    covers_one: 'Covers {{count, number}} dataset today, and later ones.',
    covers_other: 'Covers {{count, number}} datasets today, and later ones.',
    coversNone:
      'There are no datasets to cover yet. Those that come later are covered.',
    tagBased_one:
      '{{count, number}} tag-based dataset is left out: its tags say who may use it.',
    tagBased_other:
      '{{count, number}} tag-based datasets are left out: their tags say who may use them.',
    snapshotOnly_one:
      '{{count, number}} of them is snapshot-only: only those count that are in the domain now.',
    snapshotOnly_other:
      '{{count, number}} of them are snapshot-only: only those count that are in the domain now.',
    subdomains_one: 'Includes {{count, number}} sub-domain.',
    subdomains_other: 'Includes {{count, number}} sub-domains.',
    revoked_one: 'It reaches {{count, number}} dataset today.',
    revoked_other: 'It reaches {{count, number}} datasets today.',
    capture_one:
      'Recording snapshot-only datasets for {{subject}}: {{count, number}} so far',
    capture_other:
      'Recording snapshot-only datasets for {{subject}}: {{count, number}} so far',
  },
} as const;
