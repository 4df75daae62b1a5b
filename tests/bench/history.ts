import type { Db } from '#app/platform/db/client.ts';

/**
 * Adds `count` closed submissions as copies of one that was really sent, spread over the year before it: the history
 * that a force gathers. Inserted as rows, since a bench measures reading and not how the history came about. `other`
 * gives columns in SQL, of the copy's number `n`.
 */
export async function addHistory(
  db: Db,
  submissionId: string,
  count: number,
  other: Record<string, string> = {},
): Promise<void> {
  const columns = await db.$queryRaw<{ name: string }[]>`
    SELECT attname AS name FROM pg_attribute WHERE attrelid = 'submission'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`;
  const changed: Record<string, string> = {
    id: 'gen_random_uuid()',
    draft_id: 'gen_random_uuid()',
    reference: `'B' || lpad(n::text, 9, '0') || left(md5(n::text || now()::text), 6)`,
    status: `'closed'`,
    outcome: `'used'`,
    submitted_at: `submitted_at - (n % 360) * interval '1 day'`,
    closed_at: `submitted_at - (n % 360) * interval '1 day' + interval '3 days'`,
    claimed_by: 'NULL',
    claimed_at: 'NULL',
    ...other,
  };
  const names = columns.map(({ name }) => name);
  // In shares, the first ones small: a session keeps the plans by which it looks up what a row refers to, which for a table of a
  // few rows read it whole, until the table is analysed.
  for (let done = 0; done < count;) {
    const share = Math.min(count - done, Math.max(done, 1_000), 20_000);
    await db.$executeRawUnsafe(
      `WITH sent AS (
        INSERT INTO submission (${names.join(', ')}) SELECT ${names.map((name) => changed[name] ?? `s.${name}`).join(', ')}
        FROM submission s, generate_series(${done + 1}, ${done + share}) n WHERE s.id = '${submissionId}' RETURNING id, submitted_at)
      INSERT INTO submission_plan_link (id, submission_id, plan_item_id, rule_code, reason, linked_at)
      SELECT gen_random_uuid(), sent.id, l.plan_item_id, l.rule_code, l.reason, sent.submitted_at
      FROM sent, submission_plan_link l WHERE l.submission_id = '${submissionId}' AND l.unlinked_at IS NULL`,
    );
    done += share;
    if (done < count)
      await db.$transaction([
        db.$executeRaw`SET LOCAL ROLE NONE`,
        db.$executeRaw`ANALYZE submission, submission_plan_link`,
      ]);
  }
}
