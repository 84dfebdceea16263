/** The texts of the list of what is to be done by hand. */
export const taskMessages = {
  tasks: {
    hint: 'Access to these datasets is given and taken by hand. Do it in the source, then say so here.',
    filters: 'Filter tasks',
    show: 'Show',
    all: 'All',
    kind: { grant: 'Grant', 'take-back': 'Take back' },
    keeps: 'Take back, but leave {{level}}: another grant gives it',
    overdue: 'Overdue',
    column: {
      task: 'To do',
      dataset: 'Dataset',
      who: 'Who',
      since: 'Since',
      actions: 'Actions',
    },
    done: 'Done',
    doneFor: 'Done: {{task}} {{dataset}}, {{who}}',
    none: 'Nothing to do by hand',
    noneHint:
      'What is approved, and what has ended, on datasets that you answer for appears here by itself.',
    noneOfKind: 'Nothing of this kind to do',
    noneOfKindHint: 'Show all to see what else there is.',
    waiting_one: '{{count}} thing is to be granted or taken back by hand',
    waiting_other: '{{count}} things are to be granted or taken back by hand',
    open: 'Open the tasks',
    form: {
      title: {
        grant: 'Granted in {{source}}?',
        'take-back': 'Taken back in {{source}}?',
      },
      what: {
        grant: '{{who}} gets {{level}} access to {{dataset}}.',
        'take-back': '{{who}} loses {{level}} access to {{dataset}}.',
        keeps:
          '{{who}} keeps {{level}} access, which another grant gives: leave that in the source.',
      },
      hint: {
        grant:
          'Give it in {{source}} first. The time of the access runs from when you say so here, and everybody concerned is told.',
        'take-back': 'Take it back in {{source}} first, then say so here.',
      },
      note: {
        grant: 'What was granted',
        'take-back': 'What was taken back',
      },
      noteHint: 'For example the name of the role. Optional.',
      send: {
        grant: 'I have granted it',
        'take-back': 'I have taken it back',
      },
      failed: 'This was not recorded',
    },
  },
} as const;
