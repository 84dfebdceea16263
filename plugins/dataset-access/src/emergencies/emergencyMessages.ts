/** The texts of access that no person approved: by a rule, or taken in an emergency. */
export const emergencyMessages = {
  emergency: {
    approvedAtOnce: 'Approved at once by the rule “{{rule}}”',
    button: 'Emergency access',
    hint: 'For emergencies you can take access without asking. Everybody in charge is told, and somebody of them reviews it.',
    notNow: 'No emergency access at the moment',
    openReview: 'Open the emergency access to be reviewed',
    dialog: {
      title: 'Emergency access to {{dataset}}',
      warning: 'Only for emergencies',
      warningHint:
        'You get the access without anybody deciding. The owners, the approvers and the administrators are told at once who took what and why. Until one of them has reviewed it, you cannot take emergency access again.',
      level: 'Access level',
      duration: 'For how long?',
      reason: 'What is the emergency?',
      reasonHint: 'Everybody in charge reads this. Do not include secrets.',
      send: 'Take emergency access',
      failed: 'The access was not taken',
      done: 'You took emergency access',
      beingSetUp: 'It is being set up in the source and will be there shortly.',
      byHand:
        'It is not there yet: somebody has to grant it in {{source}} by hand. They were told that it is urgent.',
      there: 'It is there.',
      next: 'Everybody in charge was told. Give it back under My access as soon as you no longer need it.',
    },
    reviews: {
      title: 'Emergency access to be reviewed',
      took: '{{who}} took {{level}} access to {{dataset}}, for {{duration}}',
      overdue: 'Overdue',
      review: 'Review',
      reviewOf: 'Review: {{who}}, {{dataset}}',
      more: 'There are more; these are the latest.',
      waiting_one: '{{count}} emergency access is to be reviewed',
      waiting_other: '{{count}} emergency accesses are to be reviewed',
    },
    section: {
      title: 'Emergency access',
      open: 'Taken without anybody deciding. The review is still to be done.',
      overdue: 'The review is overdue.',
      done: 'Reviewed by {{who}}: {{verdict}}',
      erased: 'The reason was erased.',
    },
    form: {
      title: 'Was it justified?',
      verdict: 'Your verdict',
      comment: 'Comment',
      commentHint: 'Everybody who sees the request can read it.',
      commentNeeded: 'Say why it was not justified.',
      runs: 'The access does not end because of your review; revoke it where it has to.',
      send: 'Record the review',
      failed: 'The review was not recorded',
    },
    verdict: { justified: 'justified', 'not-justified': 'not justified' },
    verdictOption: { justified: 'Justified', 'not-justified': 'Not justified' },
  },
} as const;

/** What the history says of emergency access; each begins with the name of who did it. */
export const emergencyHistoryMessages = {
  'emergency-taken': 'took emergency access',
  'emergency-reviewed': 'reviewed the emergency access',
} as const;
