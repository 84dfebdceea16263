/** The words for what a change does to the domains of a group. */
export const listMessages = {
  access: {
    withDatasets: '{{level}}, with its datasets',
    withoutDatasets: '{{level}}, without its datasets',
  },
  change: {
    added: 'Added: {{access}}',
    removed: 'Removed: {{access}}',
    level: 'Level changed from {{before}} to {{after}}',
    datasetsGiven: 'Dataset-level access given',
    datasetsRevoked: 'Dataset-level access revoked',
    by: 'by {{by}}',
  },
  changed: {
    list: 'Somebody changed the domains of {{group}}',
    listHint:
      'What you entered is kept. Look at what is different, then save it on top of that.',
    differences: 'What is different',
    grant: 'This access changed since you opened it',
    grantHint:
      'What you entered is kept. Look at what it is now, then save again.',
    now: 'Now: {{access}}',
    gone: 'They no longer have this access.',
  },
} as const;
