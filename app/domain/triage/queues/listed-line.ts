import type { SubmissionLine } from './queue-lines.server.ts';

/** What a row says of a report, so that a list can be triaged: null where the reader may not read its original. */
export type RowWords = {
  /** The beginning of what the partner knows, in their words. */
  words: string | null;
  /** Its first place, in short. */
  place: string | null;
  /** Its first registration mark, or else a number or account. */
  mark: string | null;
  /** How many other reports have the same mark, number or account; counted up to `mostMatches`. */
  matches: number;
};

export const mostMatches = 99;

/** A line with what its report says, the queue that holds the submission, and when it came there by rule or by hand. */
export type ListedLine = SubmissionLine &
  RowWords & {
    queue: string;
    arrivedAt: Date;
    /** Another report names the same, and its holder has not looked. */
    news: boolean;
  };
