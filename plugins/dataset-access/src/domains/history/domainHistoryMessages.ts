/** The words for what happened to the access to a domain. */
export const domainHistoryMessages = {
  history: {
    title: 'History',
    list: 'What happened, the latest first',
    older: 'Show older',
    none: 'Nothing has happened yet',
    noneHint: 'Whatever is given, changed or taken back appears here.',
    portal: 'The portal',
    given: '{{by}} gave {{subject}} {{level}} access',
    givenWithDatasets:
      '{{by}} gave {{subject}} {{level}} access with the datasets',
    datasetsGiven: '{{by}} gave {{subject}} dataset-level access',
    datasetsGivenAgain: '{{by}} gave {{subject}} dataset-level access again',
    datasetsRevoked: '{{by}} revoked the dataset-level access of {{subject}}',
    level:
      '{{by}} changed the level of {{subject}} from {{before}} to {{level}}',
    levelUnknown: '{{by}} changed the level of {{subject}} to {{level}}',
    end: '{{by}} let the access of {{subject}} end on {{end}}',
    noEnd: '{{by}} took away the end of the access of {{subject}}',
    revoked: '{{by}} removed the access of {{subject}}',
    revokedWithDatasets:
      '{{by}} removed the access of {{subject}}, and dataset-level access with it',
    expired: 'The access of {{subject}} ended',
    expiredWithDatasets:
      'The access of {{subject}} ended, and dataset-level access with it',
    until: 'until {{end}}',
    snapshot_one: '{{count, number}} snapshot-only dataset recorded',
    snapshot_other: '{{count, number}} snapshot-only datasets recorded',
    request: 'Request',
    ownBenefit: 'for their own benefit',
  },
} as const;
