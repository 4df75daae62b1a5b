import { trailFields } from '#app/domain/audit/trail-filter.ts';

export type TrailQuery = Partial<Record<(typeof trailFields)[number] | 'before', string>>;

/** The audit trail narrowed to these; empty ones are left out, and so are names: a person is asked for by their id. */
export function trailAddress({ person: _, ...query }: TrailQuery): string {
  const given = Object.entries(query).filter(([, value]) => value !== '');
  return given.length === 0 ? '/audit' : `/audit?${new URLSearchParams(given).toString()}`;
}
