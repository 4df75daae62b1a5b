/** Where a partner lead looks after the own organisation. */
export const organisationAddress = '/organisation';
export const inviteMemberAddress = '/organisation/invite';

/** The page with the submissions that come after this place in the list. */
export const submissionsBefore = (cursor: string): string =>
  `${organisationAddress}?before=${encodeURIComponent(cursor)}#submissions`;
