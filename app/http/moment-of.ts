/** An instant as the portal wrote it into an address, of this millennium; null for anything else. */
export function momentOf(written: string | null): Date | null {
  return written !== null &&
    /^2\d{3}-\d\d-\d\dT[\d:.]{8,12}Z$/.test(written) &&
    !Number.isNaN(Date.parse(written))
    ? new Date(written)
    : null;
}
