/** What officers write when an item goes beyond the queues. The agencies are invented; forces are the pack's. */
export const sharing = {
  otherForce: {
    post: 'Force intelligence bureau, duty officer',
    reason: 'The place lies in the area of that force, so it is theirs to act on.',
    conditions:
      'For intelligence only. Speak to FIB of West Midlands Police before acting on it or passing it on.',
  },
  threatGroup: {
    post: '',
    reason: 'The same vehicle and address come up in several reports: the threat group looks at the pattern.',
    conditions:
      'For the threat group only. Speak to FIB of West Midlands Police before any of it is used openly.',
  },
  threatGroupPost: 'Subject matter expert for modern slavery',
} as const;

export const agencies = [
  {
    body: 'Example Labour Inspectorate',
    post: 'Intelligence desk',
    reason: 'They inspect workplaces of this kind and can look at pay and hours.',
    conditions: 'May be put together with what they hold. No visit before speaking to FIB.',
  },
  {
    body: 'Example Housing Standards Agency',
    post: 'Enforcement lead',
    reason: 'The house may be let to more people than it may hold, which is theirs to look at.',
    conditions: 'May inform a planned inspection. Do not say that police passed this on.',
  },
] as const;

export const significant = {
  high: 'A person may be in danger, and the press or a partner may ask about it.',
  pattern: 'The same people and vehicle in several reports: it bears on Pursue 1 and on tasking.',
} as const;
