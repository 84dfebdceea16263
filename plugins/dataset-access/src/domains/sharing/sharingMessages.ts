/** The texts of the panel that says who has access to a domain. */
export const sharingMessages = {
  sharing: {
    title: 'Who has access',
    hint: 'Access to {{domain}}, and to its datasets where that is included. Its owners need none.',
    provide: 'Provide access',
    mayNot: 'You cannot share this domain',
    mayNotHint: 'What reaches you is shown here.',
    none: 'Nobody has been given access yet',
    noneHint:
      'Press Provide access to share this domain with a person or a group.',
    noneOwn: 'No access to this domain has been given to you',
    noneOwnHint:
      'Ask one of its owners, named at the top of this page, or request access.',
    column: {
      who: 'Who',
      level: 'Level',
      datasets: 'Datasets',
      since: 'Since',
      until: 'Until',
      state: 'State',
      actions: 'Actions',
    },
    included: 'Included',
    notIncluded: 'Not included',
    snapshot_one: '{{count, number}} snapshot-only dataset recorded',
    snapshot_other: '{{count, number}} snapshot-only datasets recorded',
    since: '{{time}}, by {{by}}',
    untilRemoved: 'Until removed',
    state: {
      active: 'Active',
      suspended: 'Suspended',
      expired: 'Ended',
      revoked: 'Removed',
    },
    suspendedBecause: {
      'domain-gone': 'The domain is not in the catalog at the moment.',
      'domain-replaced': 'It was given for an earlier domain of this name.',
      'subject-gone': 'They are not in the catalog at the moment.',
      'subject-replaced': 'It was given to an earlier one of this name.',
    },
    actionsFor: 'Change the access of {{who}}',
    action: {
      'provide-datasets': 'Provide dataset access',
      'revoke-datasets': 'Revoke dataset access',
      again: 'Give dataset access again',
      change: 'Change the level',
      changeEnd: 'Change level or end',
      remove: 'Remove access',
    },
    form: {
      title: 'Provide access to {{domain}}',
      who: 'Who gets access?',
      whoMissing: 'Choose a user or group.',
      level: 'Access level',
      levelHint: {
        'read-only': 'May look at the domain.',
        editor: 'May look at the domain and change it.',
        owner: 'Has full control of the domain, and may share it with others.',
      },
      datasets: 'Dataset-level access',
      datasetsOff: 'Only the domain itself, and none of its datasets.',
      datasetsLevel: 'The same level on every dataset of the domain.',
      until: 'Until (optional)',
      untilHint: 'The last day. Without one, until somebody removes it.',
      groupEnd:
        'Access of a group has no end: it lasts until somebody removes it.',
      send: 'Provide access',
      failed: 'Access was not provided',
    },
    changeForm: {
      title: 'Change the access of {{who}}',
      save: 'Save',
      failed: 'The access was not changed',
    },
    confirm: {
      'provide-datasets': {
        title: 'Provide dataset access to {{who}}?',
        question:
          'They get {{level}} access to the datasets of {{domain}}. Their access to the domain stays as it is.',
        failed: 'Dataset access was not provided',
      },
      'revoke-datasets': {
        title: 'Revoke the dataset access of {{who}}?',
        question:
          'They lose the access to datasets that they have through {{domain}}. Their access to the domain stays, and so does what they have on datasets otherwise.',
        failed: 'Dataset access was not revoked',
      },
      again: {
        title: 'Give {{who}} dataset access again?',
        question:
          'Which snapshot-only datasets are covered is recorded anew: those that are in {{domain}} now. Everything else stays as it is.',
        failed: 'Dataset access was not given again',
      },
      remove: {
        title: 'Remove the access of {{who}}?',
        question:
          'They lose their access to {{domain}}. What they have otherwise stays.',
        questionWithDatasets:
          'They lose their access to {{domain}}, and with it the access to its datasets. What they have otherwise, such as access to a single dataset, stays.',
        failed: 'The access was not removed',
      },
    },
    keep: 'Keep it',
  },
} as const;
