/** The views of what FIB has sent out and is not done with, in the order of the work. */
export const disseminationViews = [
  {
    id: 'to-tell',
    label: 'Recalled, to be told',
    empty: 'Every recipient outside the force has been told of what was recalled.',
    urgent: true,
  },
  { id: 'to-pass', label: 'To be passed on', empty: 'Everything let out has been passed on.', urgent: false },
  {
    id: 'overdue',
    label: 'Overdue',
    empty: 'No acknowledgement is overdue.',
    urgent: true,
  },
  {
    id: 'answers',
    label: 'Answers from recipients',
    empty: 'Everything that recipients wrote has been read, and every question answered.',
    urgent: false,
  },
  {
    id: 'waiting',
    label: 'Waiting for acknowledgement',
    empty: 'Everything that was sent has been acknowledged.',
    urgent: false,
  },
] as const;

export type DisseminationViewId = (typeof disseminationViews)[number]['id'];
export type DisseminationView = (typeof disseminationViews)[number];

export const disseminationViewOf = (id: string): DisseminationView | null =>
  disseminationViews.find((view) => view.id === id) ?? null;
