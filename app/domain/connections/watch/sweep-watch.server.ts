import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { SystemCtx } from '../../kernel/context.ts';
import type { Id } from '../../kernel/id.ts';
import { foldedName } from '../../kernel/normalise.ts';
import { matchesOf, patterns } from '../../kernel/text-patterns.ts';
import { finalStatuses } from '../../kernel/statuses.ts';
import type { Shared } from '../matching/candidates.server.ts';
import { findShared } from '../matching/find-shared.server.ts';
import { namedInSanitised } from './named-in-sanitised.server.ts';
import { rankMatches } from '../matching/rank-matches.ts';
import { nobodysOf, type Nobodys } from './nobodys.server.ts';

/** How far back new texts are looked for, in days, and how many reports at once. */
const days = 7;
const most = 20;

/**
 * Looks at what came in, at what was added or answered since and at sanitised texts: where it names a place, mark, number or name that another open report
 * names too, the holders of both are told, each on their own queue and submission. Nothing is sent to anybody. Gives how many
 * reports it looked at.
 */
export async function sweepWatch(ctx: SystemCtx): Promise<number> {
  const since = new Date(ctx.clock.now().getTime() - days * 24 * 60 * 60_000);
  const fresh = await ctx.db.$queryRaw<{ id: Id<'Submission'> }[]>`
    SELECT s.id FROM submission s LEFT JOIN watch_reading w ON w.submission_id = s.id
    WHERE s.submitted_at > ${since} AND s.status <> 'withdrawn' AND w.submission_id IS NULL
    UNION SELECT u.submission_id FROM supplement u JOIN watch_reading w ON w.submission_id = u.submission_id
    WHERE u.added_at > ${since} AND u.added_at > w.read_at
    UNION SELECT m.submission_id FROM partner_message m JOIN watch_reading w ON w.submission_id = m.submission_id
    WHERE m.direction = 'to_police' AND m.sent_at > ${since} AND m.sent_at > w.read_at
    UNION SELECT i.submission_id FROM sanitised_text t JOIN intelligence_item i ON i.id = t.item_id
      JOIN watch_reading w ON w.submission_id = i.submission_id
    WHERE t.written_at > ${since} AND t.written_at > w.read_at LIMIT ${most}`;
  if (fresh.length === 0) return 0;
  const nobodys = await nobodysOf(ctx);
  for (const { id } of fresh) await watchOne(ctx, id, nobodys);
  return fresh.length;
}

async function watchOne(ctx: SystemCtx, submissionId: Id<'Submission'>, nobodys: Nobodys): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const found = await findShared(tx, { ctx: null, submissionId });
    const accounts = await accountsAmong(tx, found);
    const isNobodys = ({ thing, own, other }: Shared): boolean => {
      const [one, another] = [withoutReading(own), withoutReading(other)];
      if (thing === 'place') return nobodys.place(one) && nobodys.place(another);
      return thing === 'contact' && (nobodys.contact(one) || accounts.includes(one.toLowerCase()));
    };
    const matches = rankMatches(found.filter((shared) => worthTelling(shared) && !isNobodys(shared)));
    const reports = matches.map(({ submissionId: other, shared: [first] }) => ({
      other,
      why: first?.why ?? '',
      read:
        first !== undefined &&
        (withoutReading(first.own) !== first.own || withoutReading(first.other) !== first.other),
    }));
    const inTexts = await namedInSanitised(tx, submissionId, nobodys);
    const rows = [
      ...reports,
      ...inTexts.filter(({ other }) => !reports.some((each) => each.other === other)),
    ];
    const now = ctx.clock.now();
    await tx.$executeRaw`
      INSERT INTO watch_reading (submission_id, read_at) VALUES (${submissionId}::uuid, ${now})
      ON CONFLICT (submission_id) DO UPDATE SET read_at = excluded.read_at`;
    await tx.$executeRaw`
      INSERT INTO watch_notice (submission_id, other_id, why, read_from_text, noticed_at)
      SELECT told.id, told.of, found.why, found.read, ${now}
      FROM unnest(${rows.map(({ other }) => other)}::uuid[], ${rows.map(({ why }) => why)}::text[], ${rows.map(({ read }) => read)}::boolean[]) AS found (other, why, read)
      JOIN submission o ON o.id = found.other AND o.status <> ALL(${[...finalStatuses]}::submission_status[])
      CROSS JOIN LATERAL (VALUES (${submissionId}::uuid, o.id), (o.id, ${submissionId}::uuid)) AS told (id, of)
      ON CONFLICT DO NOTHING`;
  });
}

/** Of the addresses found, those of somebody with an account: of police or of a partner, and of nobody who is reported. */
async function accountsAmong(tx: Tx, found: readonly Shared[]): Promise<string[]> {
  const written = found.flatMap(({ thing, own }) =>
    thing === 'contact' ? withoutReading(own).toLowerCase() : [],
  );
  const addresses = [...new Set(written.filter((value) => value.includes('@')))];
  if (addresses.length === 0) return [];
  const accounts = await tx.account.findMany({
    where: { email: { in: addresses } },
    select: { email: true },
  });
  return accounts.map(({ email }) => email.toLowerCase());
}

/**
 * Whoever works on something else is disturbed only by what is sure, and by what is nearly so: of names by one that is the
 * same, of places by none with another postcode.
 */
function worthTelling({ thing, strength, own, other }: Shared): boolean {
  if (strength !== 'likely') return strength === 'strong';
  if (thing === 'person') return sameWords(own) === sameWords(other);
  const [one, another] = [postcodeIn(own), postcodeIn(other)];
  return thing !== 'place' || one === undefined || another === undefined || one === another;
}

const postcodeIn = (written: string): string | undefined =>
  [...matchesOf(patterns.postcode, written)][0]?.written.replaceAll(' ', '').toUpperCase();

const sameWords = (name: string): string => foldedName(name).split(' ').sort().join(' ');

/** As a match writes it, without the word that it was read from a text. */
const withoutReading = (value: string): string => value.replace(/ \(read from the text\)$/, '');
