/**
 * Some of the rows, drawn by chance to look at them one by one: the same number draws the same rows of those that the reader
 * may open, so that a second person can draw them again. The portal chooses the number, so that nobody can try words until a
 * draw suits them, and nothing that was typed stands in the address.
 */
export type Sample = { size: number; draw: number };
export const mostSampled = 50;
const [lowest, highest] = [100_000, 999_999];

/** The number of a new draw. */
export function newDraw(): number {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return lowest + (random % (highest - lowest + 1));
}

/** A sample as it was asked for; null where no size is given. `fault` is what is wrong with it. Without a number it is a new draw. */
export function readSample(
  size: string | null,
  draw: string | null,
): {
  sample: { size: number; draw: number | null } | null;
  fault: { field: 'sample' | 'draw'; message: string } | null;
} {
  if (size === null || size.trim() === '') return { sample: null, fault: null };
  const read = /^\d{1,3}$/.test(size.trim()) ? Number(size) : 0;
  if (read < 1 || read > mostSampled)
    return {
      sample: null,
      fault: {
        field: 'sample',
        message: `Size of the sample must be a whole number from 1 to ${mostSampled}`,
      },
    };
  const typed = draw?.trim() ?? '';
  if (typed === '') return { sample: { size: read, draw: null }, fault: null };
  return /^[1-9]\d{5}$/.test(typed)
    ? { sample: { size: read, draw: Number(typed) }, fault: null }
    : {
        sample: null,
        fault: { field: 'draw', message: 'Number of the draw must be the six digits that stood above it' },
      };
}
