type TrailQuery = { type?: string; subject?: string; actor?: string; before?: string };

/** The audit trail narrowed to these; empty ones are left out. */
export function trailAddress(query: TrailQuery): string {
  const given = Object.entries(query).filter(([, value]) => value !== '');
  return given.length === 0 ? '/audit' : `/audit?${new URLSearchParams(given).toString()}`;
}
