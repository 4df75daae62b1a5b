import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import {
  kindWords,
  nameWords,
  type ContactKind,
  type EntityKind,
} from '../../connections/entities/entity-words.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { may } from '../../kernel/permissions.ts';
import { liveReports } from './live-reports.server.ts';

export type PatternKind = 'place' | 'vehicle' | 'contact';
/** Something that several live reports name, with the reports by reference, the newest first. */
export type Pattern = {
  kind: PatternKind;
  /** "Vehicle", "Telephone number". */
  what: string;
  name: string;
  references: string[];
  areas: string[];
  first: Date;
  last: Date;
};
export type PatternSheet = { now: Date; patterns: Pattern[]; more: boolean };

/** More than a meeting can go through. */
const most = 60;

type Row = {
  kind: EntityKind;
  contact_kind: ContactKind | null;
  written: string;
  /** What is said beside it: of a place its address. */
  detail: string;
  references: string[];
  areas: string[];
  first: Date;
  last: Date;
};

/**
 * Places, vehicles, telephones and accounts that at least two live reports name, those with most first: for the tactical
 * tasking and coordination group, made by FIB from what it may read. What a sealed source says is in none of it, as sealed
 * records are read by nobody's list; nobody who reported is named. @throws NotFound
 */
export async function patternSheet(ctx: Ctx, { as }: { as: 'page' | 'pdf' }): Promise<PatternSheet> {
  if (!may(ctx.actor, 'products.patterns')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      WITH ${liveReports(ctx)}
      SELECT m.kind, m.contact_kind, coalesce(min(m.written), '') AS written, coalesce((array_agg(m.detail ORDER BY length(m.detail) DESC))[1], '') AS detail, array_agg(DISTINCT live.reference) AS "references",
        array_remove(array_agg(DISTINCT live.area), NULL) AS areas, min(live.submitted_at) AS first, max(live.submitted_at) AS last
      FROM live CROSS JOIN LATERAL (SELECT * FROM entity_mention m WHERE m.submission_id = live.id AND m.sanitised_text_id IS NULL) m
      WHERE m.entity_id IS NOT NULL
        AND (m.kind IN ('place', 'vehicle') OR (m.kind = 'contact' AND m.contact_kind IN ('phone', 'email', 'account', 'advert', 'website')))
      GROUP BY m.entity_id, m.kind, m.contact_kind HAVING count(DISTINCT live.id) > 1
      ORDER BY count(DISTINCT live.id) DESC, max(live.submitted_at) DESC, min(m.written) LIMIT ${most + 1}`;
    const shown = rows.slice(0, most);
    await record(tx, ctx, { type: 'product.read', data: { product: 'pattern sheet', as } });
    return {
      now: ctx.clock.now(),
      patterns: shown.map(({ kind, contact_kind: reachedBy, written, detail, ...rest }) => ({
        kind: kind as PatternKind,
        what: kindWords(kind, reachedBy),
        name: [kind === 'place' ? detail : '', nameWords(kind, reachedBy, written)]
          .filter((part) => part !== '')
          .join(', '),
        ...rest,
      })),
      more: rows.length > most,
    };
  });
}
