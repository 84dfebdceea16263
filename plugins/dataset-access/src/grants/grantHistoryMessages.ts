/** What happens to a grant; those that somebody does begin with the name. */
export const grantHistoryMessages = {
  'grant-provisioned': 'The access is there in the source',
  'provisioning-failed': 'It could not be set up in the source yet',
  'grant-revoked': 'revoked the access',
  'grant-returned': 'gave the access back',
  'grant-expired': 'The access ended',
  'grant-ending': 'The end of the access was announced',
  'grant-suspended': 'The access was suspended',
  'grant-resumed': 'The access counts again',
  'grant-removed': 'took it back in the source',
  'grant-reviewed': 'found that the access is still needed',
  adopted: 'for access that was found in the source',
  steps: 'What was done in the source',
  bySystem: {
    approved: 'Approved by the rule',
    'grant-created': 'The grant was created',
    'grant-revoked': 'The access was revoked',
    'grant-removed': 'The source no longer allows it',
    'grant-reviewed': 'The access was kept in a review',
    'grant-confirmed': 'The access is there in the source',
  },
} as const;
