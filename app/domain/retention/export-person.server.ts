import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import type { Id } from '../kernel/id.ts';
import { countsOf, lookForPerson, type PersonFound } from './find-person.server.ts';
import type { PersonLookedFor } from './person-parts.server.ts';

/** Texts that hang on a report, each with what it is and when it was written. */
type Hanging = { submission_id: Id<'Submission'>; what: string; at: Date | null; text: string };

export type PersonExport = {
  madeAt: Date;
  madeBy: string;
  lookedFor: PersonLookedFor;
  accounts: PersonFound['accounts'];
  /** `document` is null, and there are no texts, of a report that stays closed here: withdrawn, not the actor’s to read, or restricted without them on its list. */
  reports: (Omit<PersonFound['reports'][number], 'id'> & {
    document: unknown;
    texts: { what: string; at: Date | null; text: string }[];
  })[];
  more: boolean;
};

/**
 * Everything about a person as one document for whoever decides what of it is disclosed: each report that they may read and
 * export in full, with what was added, answered, noted and made of it. Nothing of these is left out or blacked out here,
 * except what is sealed; of the others it says that they are there. Recorded for each report. @throws NotFound, Invalid
 */
export async function exportPerson(ctx: Ctx, person: PersonLookedFor): Promise<PersonExport> {
  return transaction(ctx.db, async (tx) => {
    const found = await lookForPerson(tx, ctx, person);
    const listed = await onTheList(tx, ctx);
    const ids = found.reports
      .filter(({ id, readable, restricted }) => readable && (!restricted || listed.has(id)))
      .map(({ id }) => id);
    const contents = await tx.submissionContent.findMany({
      where: { submissionId: { in: ids } },
      select: { submissionId: true, document: true },
    });
    const documents = new Map(contents.map(({ submissionId, document }) => [submissionId, document]));
    const hanging = await hangingTexts(tx, ids);
    await record(
      tx,
      ctx,
      { type: 'person.exported', data: countsOf(found) },
      ...ids.map((id) => ({
        type: 'submission.read' as const,
        data: { part: 'original' as const },
        subject: { type: 'submission' as const, id },
      })),
    );
    return {
      madeAt: ctx.clock.now(),
      madeBy: ctx.actor.displayName,
      lookedFor: person,
      accounts: found.accounts,
      reports: found.reports.map(({ id, ...report }) => ({
        ...report,
        // What was found in a report is as much of it as the rest.
        found: ids.includes(id) ? report.found : report.found.map((hit) => ({ ...hit, value: '' })),
        document: documents.get(id) ?? null,
        texts: hanging
          .filter(({ submission_id: of }) => of === id)
          .map(({ what, at, text }) => ({ what, at, text })),
      })),
      more: found.more,
    };
  });
}

function hangingTexts(tx: Tx, ids: Id<'Submission'>[]): Promise<Hanging[]> {
  return tx.$queryRaw<Hanging[]>`
    WITH asked AS (SELECT unnest(${ids}::uuid[]) AS id)
    SELECT t.submission_id, t.what, t.at, t.text FROM (
      SELECT s.submission_id, 'Added by the partner' AS what, s.added_at AS at, s.text FROM supplement s
      UNION ALL SELECT m.submission_id, CASE m.direction WHEN 'to_police' THEN 'Written by the partner' ELSE 'Written to the partner' END, m.sent_at, m.text
        FROM partner_message m
      UNION ALL SELECT n.submission_id, 'Note', n.written_at, n.text FROM submission_note n
      UNION ALL SELECT e.submission_id, 'Said of a step', e.happened_at, e.comment FROM submission_event e WHERE e.comment IS NOT NULL
      UNION ALL SELECT i.submission_id, 'Intelligence item ' || i.number || ', version ' || v.version, v.written_at, v.text
        FROM sanitised_text v JOIN intelligence_item i ON i.id = v.item_id
      UNION ALL SELECT d.submission_id, 'Said by a recipient, or to one', m.written_at, m.text
        FROM dissemination_message m JOIN dissemination d ON d.id = m.dissemination_id
      UNION ALL SELECT k.submission_id, 'Task', k.created_at, k.text FROM task k WHERE k.submission_id IS NOT NULL
      UNION ALL SELECT d.submission_id, 'Task', k.created_at, k.text FROM task k JOIN dissemination d ON d.id = k.dissemination_id
      UNION ALL SELECT n.submission_id, 'Why two are one', g.merged_at, concat_ws(E'\n', g.reason, e.reason)
        FROM (SELECT DISTINCT m.submission_id, m.entity_id FROM asked a JOIN entity_mention m ON m.submission_id = a.id) n
        JOIN entity_merge g ON n.entity_id IN (g.one_id, g.other_id) LEFT JOIN entity_merge_end e ON e.merge_id = g.id
      UNION ALL SELECT c.submission_id, 'Contact plan', c.written_at, concat_ws(E'\n', c.who, c.how, c.safe_times, c.never) FROM contact_plan c
    ) t JOIN asked ON asked.id = t.submission_id
    ORDER BY t.submission_id, t.at, t.what`;
}

/** The restricted reports on whose list the actor is: an export needs the list itself (decision 0076). */
async function onTheList(tx: Tx, { actor }: Ctx): Promise<ReadonlySet<string>> {
  const rows = await tx.submissionAccess.findMany({
    where: { accountId: actor.accountId, removedAt: null },
    select: { submissionId: true },
  });
  return new Set(rows.map(({ submissionId }) => submissionId));
}
