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
  await db.$executeRawUnsafe(
    `INSERT INTO submission (${names.join(', ')}) SELECT ${names.map((name) => changed[name] ?? `s.${name}`).join(', ')}
     FROM submission s, generate_series(1, ${count}) n WHERE s.id = '${submissionId}'`,
  );
  await db.$executeRaw`
    INSERT INTO submission_plan_link (id, submission_id, plan_item_id, rule_code, reason, linked_at)
    SELECT gen_random_uuid(), s.id, l.plan_item_id, l.rule_code, l.reason, s.submitted_at
    FROM submission s, submission_plan_link l WHERE l.submission_id = ${submissionId}::uuid AND s.status = 'closed'
    ON CONFLICT DO NOTHING`;
}
