/** How the partner came to know, by who the source is: the opening of the account. */
export const openings = {
  self: [
    'I have seen and heard this myself.',
    'This is what I have noticed over the past weeks.',
    'I came across this in my ordinary work.',
  ],
  victim: [
    'The person it happened to came to see us.',
    'The person this is about told me in their own words.',
  ],
  colleague: [
    'A colleague came back from a visit with this.',
    'A colleague saw this and asked me to send it.',
  ],
  client: [
    'Somebody who comes to our drop-in told us.',
    'A woman we help with English classes told us.',
    'A man who comes to us for food parcels told us.',
  ],
  public: [
    'A member of the public walked in and told us.',
    'Somebody rang us who did not want to ring the police.',
  ],
  document: [
    'A typed page was handed in that says this.',
    'This is what a letter says that was shown to us.',
  ],
  anonymous: ['A note without a name was pushed under our door.', 'A caller who gave no name told us.'],
} as const;

export const patterns = [
  'It was worse last week than before.',
  'It has been like this for about {weeks} weeks.',
  'Nobody there seems free to leave.',
  'They look tired and do not meet your eye.',
  'As far as we know nobody has told the police.',
  'My opinion is that there are others in the same position.',
  'People in the street talk about it but are afraid.',
  'It stopped for a while in the spring and has started again.',
] as const;

export const withVehicle = [
  'They come and go in {vehicle}.',
  'There is {vehicle} outside whenever it happens.',
  'The same people always use {vehicle}.',
] as const;

export const days = [
  'on most weekday mornings',
  'every day of the week',
  'on Friday and Saturday nights',
  'two or three times a week',
  'most evenings',
  'on Tuesdays and Thursdays',
] as const;

export const pay = ['£5', '£10', '£15', '£20', '£25', '£30'] as const;

export const risks = [
  'Only three people knew of this, and one of them is the person who told us.',
  'They live in the same house and would be the first to be suspected.',
  'They have been warned before not to speak to anybody.',
  'We are not sure, but few people work there.',
] as const;

export const wishes = [
  'They are afraid of losing their home.',
  'They have a hearing coming up and do not want to be moved before.',
  'Their family abroad has been threatened.',
] as const;

export const support = [
  'A safe place for tonight and a doctor for a bad back',
  'A woman officer, and somewhere to sleep that is not in this town',
  'Help with papers, and clothes for the winter',
  'Somebody to talk to in their own language',
] as const;

export const whoElse = [
  'Several people in the street',
  'Most of those who work there',
  'Hardly anybody',
  'The landlord may know',
] as const;

export const agencies = [
  'The council’s housing team',
  'Children’s services only',
  'The labour inspectors and nobody else',
] as const;

export const sourceContacts = [
  'when it is daytime on a weekday',
  'by text only, in the evening',
  'only through us first, please',
] as const;

/** Since when something has been going on, as partners put it. */
export const since = [
  'about a month ago',
  'just after the summer holidays',
  'they moved in, in the spring',
  'the shop changed hands',
] as const;

/** How else, and when, a partner can be reached about a report. */
export const reach = [
  'The office line, mornings only',
  'By email. Please do not call in the evening',
  'Ask for the duty worker, weekdays until 4pm',
] as const;
