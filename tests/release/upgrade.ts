import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startPglite } from '#app/platform/db/embedded-database.ts';

/**
 * `npm run upgrade -- <tag or commit>`: fills a database with the demonstration's year as that version does, opens it with
 * this one, and holds counts, sealed values, files, forms and the audit trail against what they were. Keeps nothing.
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
} finally {
  run(`git worktree remove --force ${earlier}`, '.');
  rmSync(root, { recursive: true, force: true });
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
