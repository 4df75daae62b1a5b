import type { HandlingCode } from '../kernel/grading.ts';

/**
 * The two-person rule: whether what goes out with this handling code, of a submission that is restricted or not, needs
 * somebody beside whoever wrote and graded it. `handling` null: not graded, so nothing goes out yet. Its twin for the
 * database stands in second-person-sql.server.ts, and a test holds the two together.
 */
export const needsSecondPerson = (of: { handling: HandlingCode | null; restricted: boolean }): boolean =>
  of.restricted || of.handling === 'C';
