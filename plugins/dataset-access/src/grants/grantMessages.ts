import { datasetGrantMessages } from './dataset/datasetGrantMessages';
import { grantPageMessages } from './page/grantPageMessages';
import { myAccessMessages } from './mine/myAccessMessages';

/** Every text about grants and what becomes of them. */
export const grantMessages = {
  grants: {
    ...myAccessMessages,
    ...grantPageMessages,
    ...datasetGrantMessages,
    theSource: 'the source',
    through: 'through {{group}}',
    state: {
      byHand: 'Being set up by hand in {{source}}',
      byConnector: 'Being set up in {{source}} by itself',
      active: 'Active',
      endingSoon: 'Ends {{time}}',
      suspended: 'Suspended',
      failed: 'Could not be set up in {{source}} yet',
      revokePending: 'Revoked here; still to be taken back in {{source}}',
      returnPending: 'Given back here; still to be taken back in {{source}}',
      endPending: 'Ended here; still to be taken back in {{source}}',
      revoked: 'Revoked',
      returned: 'Given back',
      expired: 'Ended',
    },
    untilRevoked: 'Until revoked',
    notYet: 'Runs from when it is there',
    problem: {
      since_one:
        'Since {{time}}, tried once. It is tried again by itself until it works.',
      since_other:
        'Since {{time}}, tried {{count}} times. It is tried again by itself until it works.',
    },
    column: {
      dataset: 'Dataset',
      who: 'Who',
      level: 'Access',
      state: 'State',
      left: 'Time left',
      since: 'Given',
      actions: 'Actions',
    },
    action: {
      extend: 'Extend',
      return: 'Give back',
      revoke: 'Revoke',
      menu: 'Actions for {{what}}',
      extendFor: 'Extend {{what}}',
      returnFor: 'Give back {{what}}',
      revokeFor: 'Revoke the access of {{who}}',
    },
    keep: 'Keep it',
    extend: {
      note: 'This asks for more time. It is approved like any other request.',
      noteUntil:
        'This asks for more time. It is approved like any other request; what you have lasts until {{date}} whatever is decided, and nothing lapses in between.',
    },
    returnForm: {
      title: 'Give access to {{dataset}} back?',
      question:
        'You lose this access at once. What you have on the dataset in other ways stays. To get it again, you ask again.',
      comment: 'Comment (optional)',
      commentHint: 'Everybody who sees the grant can read it.',
      send: 'Give back',
      failed: 'The access was not given back',
    },
    revokeForm: {
      title: 'Revoke the access of {{who}}?',
      question:
        'They lose this {{level}} access to {{dataset}} at once in the portal, and in the source as soon as it follows. What they have in other ways stays.',
      byHand:
        'Nobody takes it back in {{source}} by itself: it becomes a task of those who answer for the dataset.',
      reason: 'Reason',
      reasonHint: 'Everybody who sees the grant can read it.',
      reasonMissing: 'Say why the access is revoked.',
      reasonTooLong: 'Write {{number}} characters at most.',
      reasonUnreadable: 'The text contains characters that cannot be read.',
      send: 'Revoke access',
      failed: 'The access was not revoked',
    },
    removalForm: {
      title: 'Take it back in {{source}}',
      hint: 'The access has ended here, and the source may still allow it. Take it back there, then say so.',
      note: 'What was taken back',
      noteHint: 'For example the name of the role. Optional.',
      send: 'I have taken it back',
    },
  },
} as const;
