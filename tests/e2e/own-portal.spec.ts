import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openDatabase } from '#app/platform/db/open-database.ts';
import { columnsWith } from '#tests/factories/stored-text.ts';
import { demonstrationData } from './demonstration.ts';
import { people } from './people.ts';
import { addressAt, ports } from './ports.ts';
import { expect, test } from './portal-test.ts';
import { reportSent } from './report-sent.ts';
import { loseSecondFactor } from './second-factor-journey.ts';
import { compileBriefly, logFile, startPortalProcess, type PortalProcess } from './server-process.ts';
import { walkTour } from './tour-journey.ts';
import { minimal } from './write-report.ts';

/**
 * One portal after the other on data of their own, as starting one costs as much as a journey: the demonstration in which
 * nobody has worked yet, for the tour; the same after its death, where a second factor is required; and what both left.
 */
test.describe.configure({ mode: 'serial' });
test.use({ baseURL: addressAt(ports.own) });

const sourceName = minimal.sourceName as string;
let data: ReturnType<typeof demonstrationData>;
let portal: PortalProcess | null = null;

/** How many rows of a list are whole on the first screen, without the banner that a demonstration alone has. */
async function rowsInSight(page: Page, size: { width: number; height: number }): Promise<number> {
  await page.setViewportSize(size);
  return page.evaluate(() => {
    document.querySelector('.portal-demonstration')?.remove();
    const rows = [...document.querySelectorAll('main tbody tr')];
    return rows.filter((row) => row.getBoundingClientRect().bottom <= window.innerHeight).length;
  });
}

test.beforeAll(async () => {
  data = demonstrationData();
  portal = await startPortalProcess(data.directory, ports.own);
});

test.afterAll(async () => {
  await portal?.kill();
  data.remove();
});

test('a list of a queue has ten reports on the first screen, six on a telephone', async ({ as }) => {
  const officer = await as(people.officer);
  await officer.goto('/queues/fib?view=open');
  expect(await rowsInSight(officer, { width: 1280, height: 800 })).toBeGreaterThanOrEqual(10);
  expect(await rowsInSight(officer, { width: 320, height: 640 })).toBeGreaterThanOrEqual(6);
});

test('the tour of docs/tour.md', async ({ page, look }) => {
  await walkTour(page, look);
});

test('what was acknowledged outlives the portal’s death, once', async ({ as }) => {
  const reporter = await as(people.reporter);
  const reference = await reportSent(reporter);
  await portal?.kill();

  portal = await startPortalProcess(data.directory, ports.own, { SECOND_FACTOR: 'required' });
  await reporter.goto('/reports');
  await expect(reporter.getByRole('link', { name: reference })).toHaveCount(1);
});

test('a reporter signs in with a passkey, loses it, and starts anew once two people agree', async ({
  as,
  look,
}) => {
  await loseSecondFactor(as, look);
});

test('who told a partner stands nowhere in what a portal left', async () => {
  const { directory } = data;
  await portal?.stop();
  portal = null;
  compileBriefly();
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
