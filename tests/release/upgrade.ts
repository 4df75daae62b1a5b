import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startPglite } from '#app/platform/db/embedded-database.ts';

/**
 * `npm run upgrade -- <tag or commit>`: fills a database with the demonstration's year as that version does, opens it with
 * this one, and holds counts, sealed values, files, forms and the audit trail against what they were, and what figures count
 * against the rows. Keeps nothing.
 */
const [, , from] = process.argv;
if (from === undefined) throw new Error('Name the version to come from: npm run upgrade -- v0.1.0');
const root = mkdtempSync(join(tmpdir(), 'portal-upgrade-'));
const earlier = join(root, 'earlier');
const data = join(root, 'data');
const env = { ...process.env, PORTAL_MODE: 'demonstration', DATA_DIRECTORY: data };
const run = (command: string, cwd: string) =>
  execFileSync('sh', ['-c', command], { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

/** As verify-restore names them. */
const counted = {
  Reports: 'submission',
  'Intelligence items': 'intelligence_item',
  Disseminations: 'dissemination',
  Files: 'attachment',
  Accounts: 'account',
  Organisations: 'organisation',
};

try {
  run(`git worktree add --quiet --detach ${earlier} ${from}`, '.');
  symlinkSync(resolve('node_modules'), join(earlier, 'node_modules'));
  // What every version can, whichever commands it had.
  const opening = `import { readConfig } from '#app/platform/env.ts';
    import { openPortal } from '#app/portal.ts';
    await (await openPortal(readConfig(process.env))).close();`;
  writeFileSync(join(earlier, 'app', 'open-and-close.ts'), opening);
  run('npm run -s generate && npx tsx app/open-and-close.ts', earlier);
  const before = await counts();
  const after = run('npx tsx app/admin.ts verify-restore', '.');
  console.log(after);
  for (const [what, count] of Object.entries(before))
    if (!new RegExp(`^${what} +${count}$`, 'm').test(after))
      throw new Error(`There were ${count} ${what} before, and there are not now`);
  console.log(`All that ${from} held is there: ${JSON.stringify(before)}`);
  const figures = await countedAndRecounted();
  const wrong = figures.filter(({ counted, recounted }) => counted !== recounted);
  if (wrong.length > 0)
    throw new Error(`What figures count is not what the rows say:\n${JSON.stringify(wrong, null, 1)}`);
  console.log(`What figures count is what the rows say, in ${figures.length} counts by month and fact`);
} finally {
  run(`git worktree remove --force ${earlier}`, '.');
  rmSync(root, { recursive: true, force: true });
}

/** What is counted of reports and of their course, by month and fact (decision 0123), beside what the rows come to. */
async function countedAndRecounted() {
  const { pglite, stop } = await startPglite(data);
  const { rows } = await pglite.query<{ counted: number; recounted: number }>(`
    WITH report AS (
      SELECT *, to_char(submitted_at AT TIME ZONE 'Europe/London', 'YYYY-MM-DD') AS day FROM counted_submission),
    linked AS (
      SELECT r.day, (SELECT string_agg(l.plan_item_id::text, ',' ORDER BY l.plan_item_id) FROM counted_plan_link l
        WHERE l.submission_id = r.id) AS items FROM report r),
    fact AS (
      SELECT day, 'day' AS fact, day AS key FROM report
      UNION ALL SELECT day, 'channel', channel::text FROM report
      UNION ALL SELECT day, 'organisation_kind', organisation_kind::text FROM report
      UNION ALL SELECT day, 'priority', priority::text FROM report
      UNION ALL SELECT day, 'area', coalesce(area_id::text, '') FROM report
      UNION ALL SELECT day, 'exploitation_types', array_to_string(exploitation_types, ',') FROM report
      UNION ALL SELECT day, 'outcome', CASE WHEN outcome IS NOT NULL THEN outcome::text
        WHEN status::text IN ('rejected', 'withdrawn') THEN status::text ELSE 'open' END FROM report
      UNION ALL SELECT day, 'plan_items', items FROM linked WHERE items IS NOT NULL),
    step AS (
      SELECT d.day, d.monday, t.fact, CASE WHEN t.at > t.due THEN 'late' ELSE 'in_time' END AS state,
        extract(epoch FROM t.at - s.submitted_at)::numeric AS seconds
      FROM submission s CROSS JOIN LATERAL (VALUES ('seen', s.first_seen_at, s.first_seen_due_at),
          ('assessed', s.assessed_at, s.assessed_due_at), ('answered', s.answered_at, s.answered_due_at)) AS t (fact, at, due)
        CROSS JOIN LATERAL (SELECT to_char(s.submitted_at AT TIME ZONE 'Europe/London', 'YYYY-MM-DD') AS day,
          to_char(date_trunc('week', s.submitted_at AT TIME ZONE 'Europe/London'), 'YYYY-MM-DD') AS monday) d
      WHERE t.at IS NOT NULL),
    took AS (
      SELECT day, monday, fact, state || ' ' || CASE WHEN seconds < 3600 THEN ceil(seconds / 60)
        WHEN seconds < 172800 THEN round(seconds / 3600) * 60 ELSE round(seconds / 8640) * 144 END::int AS pace FROM step),
    stands AS (
      SELECT DISTINCT ON (link_id) submission_id, kind::text AS kind, people, removed_reason FROM record_link ORDER BY link_id, number DESC),
    come AS (
      SELECT submission_id, 'results' AS fact, string_agg(DISTINCT kind, ',' ORDER BY kind) AS key, 1 AS n
        FROM stands WHERE removed_reason IS NULL GROUP BY 1
      UNION ALL SELECT submission_id, 'people', kind, people FROM stands WHERE removed_reason IS NULL AND people IS NOT NULL),
    every AS (
      SELECT day, fact, key, 1 AS n FROM fact
      UNION ALL SELECT day, fact, day || ' ' || pace, 1 FROM took
      UNION ALL SELECT day, fact, 'week ' || monday || ' ' || pace, 1 FROM took
      UNION ALL SELECT r.day, 'listed', concat_ws(' ', s.area_id, r.day, coalesce(s.outcome::text,
          CASE WHEN s.status::text IN ('rejected', 'withdrawn') THEN s.status::text ELSE 'open' END),
          CASE WHEN s.answered_at IS NULL THEN 'not_answered' WHEN s.answered_at > s.answered_due_at THEN 'late' ELSE 'in_time' END), 1
        FROM submission s JOIN report r ON r.id = s.id WHERE s.area_id IS NOT NULL AND NOT s.restricted
      UNION ALL SELECT r.day, come.fact, r.day || ' ' || come.key, come.n FROM come JOIN report r ON r.id = come.submission_id),
    recount AS (
      SELECT substr(day, 1, 7) AS month, fact, key, sum(n)::int AS recounted FROM every GROUP BY 1, 2, 3)
    SELECT month, fact, key, coalesce(counted, 0) AS counted, coalesce(recounted, 0) AS recounted
    FROM (SELECT month, fact::text AS fact, key, sum(count)::int AS counted FROM submission_count
      WHERE fact::text IN (SELECT fact FROM recount) GROUP BY 1, 2, 3) c
      FULL JOIN recount USING (month, fact, key) WHERE counted <> 0 OR recounted IS NOT NULL`);
  await stop();
  return rows;
}

async function counts(): Promise<Record<string, number>> {
  const { pglite, stop } = await startPglite(data);
  const found: Record<string, number> = {};
  for (const [what, table] of Object.entries(counted)) {
    const { rows } = await pglite.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
    found[what] = rows[0]?.count ?? 0;
  }
  await stop();
  return found;
}
