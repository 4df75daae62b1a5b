/** Saying whether an answer was useful: one short page. */
export const judging = {
  link: 'Tell us whether this answer was useful',
  change: 'Change what you said of this answer',
  said: {
    yes: 'You said that this answer was useful.',
    partly: 'You said that this answer was partly useful.',
    no: 'You said that this answer was not useful.',
  },
  title: 'Was the answer useful to you?',
  about:
    'You do not have to say. It is counted, so that answers get better, and nobody replies to it. It changes nothing for your report.',
  uses: { yes: 'Yes', partly: 'Partly', no: 'No' },
  wishes: 'What would have made it more useful? (optional)',
  wishesHint: 'Select all that apply. We often cannot tell you what was done.',
  wish: {
    sooner: 'To have it sooner',
    what_was_done: 'To know more of what was done',
    what_next: 'To know what I can do next, or whom to ask',
    plainer: 'Plainer words',
    other: 'Something else',
  },
  more: 'If you know something else, add it to the report.',
  send: 'Save',
  done: 'Thank you. You can change it as long as the report is here.',
};
