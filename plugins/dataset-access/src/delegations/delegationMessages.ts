/** Texts about who decides in the place of somebody who is away. */
export const delegationMessages = {
  delegations: {
    away: 'Going away? Somebody else can decide in your place meanwhile.',
    open: 'Have somebody stand in',
    title: 'Who decides while you are away?',
    hint: 'They are told, see what waits for you, and decide in your place; the history names both of you. They cannot decide on what they asked for themselves or would get.',
    who: 'Who stands in',
    whoMissing: 'Choose a person.',
    starts: 'From',
    startsHint: 'Left out, from now on',
    ends: 'Until, that day included',
    endsMissing: 'Say until when.',
    endOver: 'This day is over.',
    endFirst: 'The end comes before the start.',
    note: 'Note',
    noteHint: 'Optional. Whoever stands in reads it.',
    send: 'Agree',
    failed: 'This could not be arranged',
    mine: '{{name}} decides in your place until {{day}}',
    mineLater: '{{name}} decides in your place from {{start}} until {{day}}',
    theirs: 'You decide in the place of {{name}} until {{day}}',
    theirsLater:
      'You decide in the place of {{name}} from {{start}} until {{day}}',
    end: 'End it',
    endFailed: 'It could not be ended',
  },
} as const;
