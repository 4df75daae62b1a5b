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

/** What is counted of reports as they are sent, linked and decided, by month and fact (decision 0123), beside what the rows come to. */
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
    recount AS (
      SELECT substr(day, 1, 7) AS month, fact, key, count(*)::int AS recounted FROM fact GROUP BY 1, 2, 3)
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
