/** The texts of the tab with the grants of a dataset. */
export const datasetGrantMessages = {
  dataset: {
    title: 'Grants of this dataset',
    hint: 'Everybody who was granted access by request. Revoking counts at once.',
    ownHint: 'Those who answer for the dataset see the grants of all.',
    filters: 'Filter grants',
    show: 'Show',
    open: 'Open',
    all: 'All',
    none: 'Nobody was granted access by request',
    noneHint: 'What is approved appears here by itself.',
    noneOwn: 'You were granted nothing here',
    noneOwnHint: 'Press Request access at the top of the page to ask for it.',
    noneOpenHint: 'To see what is over, show all.',
  },
} as const;
