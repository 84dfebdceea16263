/** The texts of the page with what the user has. */
export const myAccessMessages = {
  mine: {
    hint: 'What you were granted, yourself or through a group. Access as an owner, through a domain or by a policy is on the page of each dataset.',
    filters: 'Filter my access',
    over: 'Also what is over',
    none: 'You hold no access by request',
    noneHint:
      'Open a dataset in the catalog and press Request access to ask for it.',
  },
} as const;
