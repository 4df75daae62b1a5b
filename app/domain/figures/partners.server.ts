import { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';

/** A partner who has sent nothing for so long is silent: as long as an event's effect is looked at. */
export const silentDays = 42;

/** `count` of the year up to its last. */
export type Partner = { name: string; count: number; first: Date; last: Date };
export type SilentPartner = Pick<Partner, 'name' | 'last'>;

/** When `organisation o` last sent something, by one look into an index: it is left out where it never did. */
const withLast = Prisma.sql`JOIN LATERAL (
  SELECT submitted_at AS at FROM submission s WHERE s.organisation_id = o.id ORDER BY submitted_at DESC LIMIT 1) last ON true`;
const isSilent = (now: Date) =>
  Prisma.sql`o.status = 'active' AND last.at < ${new Date(now.getTime() - silentDays * 24 * 60 * 60_000)}`;

/**
 * Those who have sent something before and are active, and nothing for `silentDays`, the longest silent first: a subselect of
 * one JSON array, its times in milliseconds since 1970.
 */
export const silentPartners = (now: Date): Prisma.Sql => Prisma.sql`
  SELECT coalesce(jsonb_agg(jsonb_build_object('name', o.name, 'last', extract(epoch FROM last.at) * 1000) ORDER BY last.at), '[]')
  FROM organisation o ${withLast} WHERE ${isSilent(now)}`;

/** Each organisation that ever sent something, the one whose last is the longest ago first. */
export const partnersOf = (tx: Tx, now: Date): Promise<(Partner & { silent: boolean })[]> => tx.$queryRaw<
  (Partner & { silent: boolean })[]
>`
  SELECT o.name, ${isSilent(now)} AS silent, first.at AS first, last.at AS last, before.count
  FROM organisation o ${withLast}
    JOIN LATERAL (SELECT submitted_at AS at FROM submission s WHERE s.organisation_id = o.id ORDER BY submitted_at LIMIT 1) first ON true
    JOIN LATERAL (SELECT count(*)::integer AS count FROM submission s WHERE s.organisation_id = o.id
      AND s.submitted_at > last.at - interval '1 year') before ON true
  ORDER BY last.at, o.name`;
