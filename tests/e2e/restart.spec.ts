import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '#app/platform/db/open-database.ts';
import { columnsWith } from '#tests/factories/stored-text.ts';
import { demonstrationData } from './demonstration.ts';
import { people } from './people.ts';
import { addressAt, ports } from './ports.ts';
import { expect, test } from './portal-test.ts';
import { logFile, startPortalProcess, type PortalProcess } from './server-process.ts';
import { reportWritten } from './report-sent.ts';
import { minimal, sendReport } from './write-report.ts';

const address = addressAt(ports.killed);
const sourceName = minimal.sourceName as string;

let data: ReturnType<typeof demonstrationData>;
let portal: PortalProcess | null = null;

test.beforeAll(() => {
  data = demonstrationData();
});

test.afterAll(async () => {
  await portal?.kill();
  data.remove();
});

test('what was acknowledged outlives the portal’s death, once, and names its source nowhere', async ({
  as,
}) => {
  const { directory } = data;
  portal = await startPortalProcess(directory, ports.killed);
  const reporter = await as(people.reporter, address);
  await reportWritten(reporter);
  const reference = await sendReport(reporter);
  // What the page still loads is no part of what dies.
  await reporter.waitForLoadState();
  await portal.kill();

  portal = await startPortalProcess(directory, ports.killed);
  await reporter.goto('/reports');
  await expect(reporter.getByRole('link', { name: reference })).toHaveCount(1);

  await portal.stop();
  portal = null;

  const database = await openDatabase(
    { kind: 'embedded', directory: join(directory, 'data') },
    'prisma/migrations',
  );
  expect(await columnsWith(database.pool, sourceName)).toEqual([]);
  // In the one column where it belongs: looking through all of them a second time takes as long as the first.
  const kept = `SELECT FROM submission_content WHERE answers::text LIKE '%A white van is outside%'`;
  expect((await database.pool.query(kept)).rowCount).toBeGreaterThan(0);
  await database.close();
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(
    files
      .map((file) => join(file.parentPath, file.name))
      .filter((path) => readFileSync(path).includes(sourceName)),
  ).toEqual([]);
  const log = readFileSync(logFile(directory), 'utf8');
  expect(log).toContain('/reports/drafts/:draftId/check');
  expect(log).not.toMatch(/white van|B11 1AA|portal-session/);
});
