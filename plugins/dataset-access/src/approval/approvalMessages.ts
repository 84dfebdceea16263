/** Texts about requests that take more than one approval. */
export const approvalMessages = {
  approval: {
    title: 'Approvals',
    step: 'Step {{number}}: {{who}}',
    by: {
      approvers: 'approvers of the dataset',
      owner: 'owner of the dataset',
      'domain-owner': 'owner of the domain',
      responsibility: 'those responsible',
      named: 'people named for it',
    },
    count: '{{given}} of {{needed}}',
    waits: 'waits for this step',
    later: 'comes later',
    done: 'done',
    onBehalfOf: 'in the place of',
    narrowed: 'Narrowed so far to {{terms}}',
    escalated:
      'It waited too long, so the escalation approvers may decide as well.',
    needed_one: 'one approval by',
    needed_other: '{{count}} approvals by',
    more_one:
      'One more approval is needed after yours; the access is given with the last one.',
    more_other:
      '{{count}} more approvals are needed after yours; the access is given with the last one.',
  },
} as const;
