/**
 * A reference as it is kept: in capitals, with single spaces. Forces and agencies write theirs in many ways, so little
 * is asked of it: a digit, and no characters but letters, digits, spaces and those that join them. Null when it is none.
 */
export function readReference(written: string): string | null {
  const reference = written.trim().replace(/\s+/g, ' ').toUpperCase();
  return /\d/.test(reference) && /^[\p{L}\d /.:#()-]{2,}$/u.test(reference) ? reference : null;
}

/** Two writings of a reference are one where their letters and digits are the same. */
export const referenceKey = (reference: string): string =>
  reference.toUpperCase().replace(/[^\p{L}\d]/gu, '');
