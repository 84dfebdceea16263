/** The texts about sources that allow something else than they should. */
export const driftMessages = {
  drift: {
    hint: 'Where a source allows something else than was granted here, on datasets that you answer for.',
    list: 'Differences',
    filters: 'Filter differences',
    only: 'Only {{dataset}}',
    everything: 'Show all datasets',
    none: 'The sources allow what they should.',
    noneHint:
      'They are compared regularly; what differs appears here by itself.',
    more: 'Show more',
    kind: {
      missing: 'Less than was granted',
      excess: 'More than was granted',
      unmanaged: 'Given in the source by others',
    },
    kindHint: {
      missing: 'Somebody took it away in the source.',
      excess:
        'It bears the mark of this portal, and no grant in force gives it.',
      unmanaged: 'The portal knows nothing of it, and never takes it back.',
    },
    dataset: 'Dataset',
    holder: 'Holder in the source',
    subject: 'Stands for',
    unknownSubject: 'Nobody that the portal knows',
    privileges: 'What the source allows',
    noPrivileges: 'Nothing',
    since: 'Found',
    steps: 'What mends it',
    copy: 'Copy the steps',
    copied: 'Copied',
    notCopied: 'This browser does not let us copy',
    noAction:
      'Nothing can be done about it from here. Take it away in the source if it should not be there.',
    action: {
      adopt: 'Adopt',
      reapply: 'Give it again',
      revoke: 'Take it back',
    },
    actionFor: '{{action}}: {{holder}} on {{dataset}}',
    form: {
      title: {
        adopt: 'Adopt what {{holder}} has?',
        reapply: 'Give {{holder}} again what was granted?',
        revoke: 'Take back what {{holder}} has?',
      },
      question: {
        adopt:
          'Nothing changes in the source. From now on there is a grant for it here, with you as the one who gave it, and it can be revoked like any other.',
        reapply: 'This is done in the source:',
        revoke: 'This is done in the source. What other grants give stays.',
      },
      planned: 'What will be done',
      nothing: 'Nothing has to be done in the source.',
      reason: 'Reason (optional)',
      reasonHint: 'It is kept in the history.',
      send: {
        adopt: 'Adopt',
        reapply: 'Give it again',
        revoke: 'Take it back',
      },
      failed: 'This was not done',
      planFailed: 'What would be done cannot be said right now',
    },
    outcome: {
      title: { adopt: 'Adopted', reapply: 'Ordered', revoke: 'Ordered' },
      done: 'The source allows what it should.',
      adopted: 'There is a grant for it now.',
      ordered:
        'The source is told to follow, again and again until it has. The difference goes from the list by itself then.',
    },
    note_one: 'The source allows something else than was granted here',
    note_other:
      'The source allows something else than was granted here, in several places',
    look: 'Look at it',
  },
} as const;
