/** The texts of the page of one grant. */
export const grantPageMessages = {
  page: {
    why: 'Why',
    facts: 'Details',
    history: 'History',
    approvedBy: 'Approved by',
    source: 'Source',
    connector: 'Set up by',
    byHand: 'a person, by hand',
    byConnector: 'the connector {{connector}}',
    confirmedBy: 'Confirmed by',
    ended: 'Ended',
    endedBy: {
      revoked: 'Revoked by',
      returned: 'Given back by',
      expired: 'Ended by',
    },
    removed: 'Gone from the source',
    request: 'View request',
    access: 'How it stands',
    grant: 'View the grant',
    pendingHint:
      'The portal gives no access any more. The source may still allow it until it has followed.',
    suspendedHint:
      'It gives no access while the dataset or the one who has it is missing from the catalog, or is another one of that name.',
  },
} as const;
