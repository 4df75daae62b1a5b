/** Telling that something of a report was seen again: three short pages. */
export const seenAgain = {
  link: 'Tell us that you have seen this again',
  hint: 'Only if you happened to see it. Do not go back to look.',
  pages: {
    when: 'When did you see it again?',
    where: 'Where did you see it?',
    what: 'What did you see?',
  },
  dont: 'Tell us only what you happened to see. Do not go back, watch, follow or ask anyone.',
  days: { today: 'Today', yesterday: 'Yesterday', other: 'On another day' },
  seenOn: 'Day',
  seenOnHint: 'For example, 14 1 2016',
  time: 'About what time? (optional)',
  places: { same: 'In the same place as before', another: 'In another place' },
  place: 'Where was it?',
  placeHint: 'Give the postcode if you know it',
  danger: 'Is anyone in danger?',
  what: 'Describe what you saw',
  whatHint: 'Do not write who told you',
  back: 'Back',
  told: ({ at, place, what }: { at: string; place: string | null; what: string }) =>
    `Seen again: ${at}\nWhere: ${place ?? 'the same place as in the report'}\n\n${what}`,
  send: 'Send to the police',
  stopped: 'The police have asked you to stop looking. Please do not go back, watch or ask anyone.',
  stoppedAdd: 'If someone is in danger, call 999. You can still add what you already know.',
};
