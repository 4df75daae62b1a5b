import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import { dateInWords } from '../../form/answer-words.ts';
import { isDateAnswer } from '../../form/answers.ts';
import { formWords } from '../../form/words.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import type { Id } from '../../kernel/id.ts';
import { isFib } from '../../kernel/actor.ts';
import { may } from '../../kernel/permissions.ts';
import { visibleMentions, type MentionRow } from './entity-mentions.server.ts';
import { groupOf, mergesAround, type Merge } from './entity-merges.server.ts';
import { kindWords, mayBeMerged, nameWords } from './entity-words.ts';
import { namedWith, type NamedWith } from './named-with.server.ts';

/** One report or disseminated item that names the entity. */
export type EntityReport = {
  /** Where the reader opens it: the submission, or the item as it was sent to them. */
  opens: { submissionId: Id<'Submission'> } | { disseminationId: Id<'Dissemination'> };
  reference: string;
  restricted: boolean;
  receivedAt: Date;
  /** When it was sent to the reader, who may not read the original. */
  sentAt: Date | null;
  /** When it happened, as the report says; null where that is not for the reader. */
  happened: string | null;
  said: EntitySaid[];
};

/** One place in which it stands. `item` is null in the report itself; its title is for those who may read the original. */
export type EntitySaid = {
  item: { id: Id<'IntelligenceItem'>; number: number; title: string | null } | null;
  written: string;
  detail: string;
  /** Nobody was asked for it: it was read from the text. */
  readFromText: boolean;
};

export type EntityPage = {
  id: Id<'Entity'>;
  kind: string;
  name: string;
  reports: EntityReport[];
  count: number;
  page: number;
  pages: number;
  /** What it is one with, and what it was: for FIB. */
  merges: Merge[];
  mayMerge: boolean;
  namedWith: NamedWith[];
};

export const REPORTS_PER_PAGE = 25;

/**
 * The page of a vehicle, contact, person, place or business: everything that names it and that the actor may open, newest
 * first, and what else stands there. Of anything else it shows nothing and counts nothing; where that is all there is, there
 * is no page. Recorded with what it showed. @throws NotFound
 */
export async function openEntity(
  ctx: Ctx,
  input: { entityId: Id<'Entity'>; page: number },
): Promise<EntityPage> {
  return transaction(ctx.db, async (tx) => {
    if (ctx.actor.side !== 'police') throw new NotFound();
    const { mentions, group, first } = await mentionsOfGroup(tx, ctx, input.entityId);
    const all = reportsOf(mentions);
    const pages = Math.ceil(all.length / REPORTS_PER_PAGE);
    const page = Number.isInteger(input.page) && input.page >= 1 && input.page <= pages ? input.page : 1;
    const reports = all.slice((page - 1) * REPORTS_PER_PAGE, page * REPORTS_PER_PAGE);
    const name = nameWords(first.kind, first.contact_kind, first.written);
    await record(tx, ctx, {
      type: 'entity.read',
      data: { kind: first.kind, shown: reports.map(({ opens }) => idOf(opens)) },
      subject: { type: 'entity', id: input.entityId },
    });
    return {
      id: input.entityId,
      kind: kindWords(first.kind, first.contact_kind),
      name,
      reports,
      count: all.length,
      page,
      pages,
      merges: group.merges,
      mayMerge: may(ctx.actor, 'entities.merge') && mayBeMerged(first.kind),
      namedWith: await namedWith(tx, { ids: group.ids, name }, mentions),
    };
  });
}

/** With what is one with it, as FIB has found; to others nothing is merged, as that may rest on what they may not read. */
async function mentionsOfGroup(tx: Tx, ctx: Ctx, entityId: Id<'Entity'>) {
  const rows = isFib(ctx.actor) ? await mergesAround(tx, entityId) : [];
  const ids = [entityId, ...rows.flatMap((row) => [row.one_id, row.other_id])];
  const all = await visibleMentions(tx, ctx, [...new Set(ids)]);
  const first = all.find((row) => row.entity_id === entityId);
  if (!first) throw new NotFound();
  const group = groupOf(entityId, rows, all);
  return { mentions: all.filter((row) => group.ids.includes(row.entity_id)), group, first };
}

const idOf = (opens: EntityReport['opens']): string =>
  'submissionId' in opens ? opens.submissionId : opens.disseminationId;

/** What stands in one report, or in one item that was sent, together. */
function reportsOf(mentions: readonly MentionRow[]): EntityReport[] {
  const reports = new Map<string, EntityReport>();
  for (const row of mentions) {
    const opens = row.dissemination_id
      ? { disseminationId: row.dissemination_id }
      : { submissionId: row.submission_id };
    const report = reports.get(idOf(opens)) ?? {
      opens,
      reference: row.reference,
      // Whoever an item was sent to sees the item, not the submission.
      restricted: row.readable && row.restricted,
      receivedAt: row.submitted_at,
      sentAt: row.dissemination_id ? row.disseminated_at : null,
      happened: isDateAnswer(row.happened) ? dateInWords(row.happened, formWords) : null,
      said: [],
    };
    reports.set(idOf(opens), report);
    // Of an item each version that went out says the same once.
    const again = report.said.some(
      ({ item, written }) => item !== null && item.id === row.item_id && written === saidOf(row).written,
    );
    if (!again) report.said.push(saidOf(row));
  }
  return [...reports.values()];
}

const saidOf = (row: MentionRow): EntitySaid => ({
  item:
    row.item_id === null || row.item_number === null
      ? null
      : { id: row.item_id, number: row.item_number, title: row.item_title },
  written: nameWords(row.kind, row.contact_kind, row.written),
  detail: row.detail,
  readFromText: row.read_from_text,
});
