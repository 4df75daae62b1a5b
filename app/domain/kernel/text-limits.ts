/** The longest texts that officers write, in characters. */
export const textLimits = {
  itemTitle: 120,
  /** Of a message between police and partner, either way. */
  message: 4000,
  sanitised: 10_000,
  conditions: 2000,
  linkReason: 500,
  recipient: 120,
  note: 10_000,
  /** Of one entry of an evidence log. */
  evidence: 5000,
} as const;

/** "2,000 characters or less", for error messages. */
export const charactersOrLess = (limit: number): string =>
  `${limit.toLocaleString('en-GB')} characters or less`;
