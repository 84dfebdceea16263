/** The texts about sources that allow something else than they should. */
export const driftMessages = {
  drift: {
    hint: 'Where a source allows something else than was granted here, on datasets that you answer for.',
    list: 'Differences',
    none: 'The sources allow what they should.',
    noneHint:
      'They are compared regularly; what differs appears here by itself.',
    more: 'Show more',
    everything: 'Show all datasets',
  },
} as const;
