/**
 * Some of the rows, drawn by chance to look at them one by one: the same words draw the same rows of those that the reader
 * may open, so that a second person can draw them again.
 */
export type Sample = { size: number; words: string };
export const mostSampled = 50;

/** A sample as it was asked for; null where no size is given. `fault` is what is wrong with the size. */
export function readSample(
  size: string | null,
  words: string | null,
): { sample: Sample | null; fault: string | null } {
  if (size === null || size.trim() === '') return { sample: null, fault: null };
  const read = /^\d{1,3}$/.test(size.trim()) ? Number(size) : 0;
  return read >= 1 && read <= mostSampled
    ? { sample: { size: read, words: (words ?? '').trim().slice(0, 40) }, fault: null }
    : { sample: null, fault: `Size of the sample must be a whole number from 1 to ${mostSampled}` };
}
