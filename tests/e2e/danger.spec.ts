import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { fixedClock } from '#app/platform/clock.ts';
import { become, signIn } from './portal.ts';
import { ports } from './ports.ts';
import { sendReport } from './send-report.ts';

const port = ports.moved;
/** Not a literal: the built file has no types of its own. */
const builtServer: string = '../../build/server/index.js';
test.use({ baseURL: `http://localhost:${port}` });

test('a report about danger comes first, is told of at once, and turns the health check once nobody took it in time', async ({
  page,
}) => {
  const calls: unknown[] = [];
  const alert = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      calls.push(JSON.parse(body));
      response.end();
    });
  });
  await new Promise<void>((resolve) => alert.listen(0, '127.0.0.1', resolve));
  const directory = mkdtempSync(join(tmpdir(), 'portal-danger-'));
  const clock = fixedClock(new Date('2016-01-18T09:00:00Z'));
  // In this process, because only so its clock can be moved.
  const { readConfig, startServer } = (await import(builtServer)) as typeof import('../../app/server.ts');
  const config = readConfig({
    NODE_ENV: 'test',
    PORTAL_MODE: 'demonstration',
    DATA_DIRECTORY: directory,
    PORT: String(port),
    LOG_LEVEL: 'silent',
    ALERT_URL: `http://127.0.0.1:${(alert.address() as AddressInfo).port}/alert`,
  });
  const { stop } = await startServer(config, { clock });
  const urgent = async () => (await fetch(`http://localhost:${port}/health/urgent`)).status;
  try {
    await signIn(page, 'robin@harbour-trust.example');
    const reference = await sendReport(page, { postcode: 'B11 1AA', danger: 'soon' });
    await expect(page.getByText('The officers on duty are being told now')).toBeVisible();
    await expect.poll(() => calls.length, { timeout: 20_000 }).toBeGreaterThan(0);
    expect(JSON.stringify(calls)).not.toContain(reference);

    await become(page, 'fib.supervisor@police.example');
    await page.goto('/queues/fib?view=unassigned');
    await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('High');
    // The demonstration's own High submission is taken, so that only this one waits.
    await page.goto('/queues/urgent');
    const others = await page.getByRole('table').getByRole('link').allInnerTexts();
    for (const other of others.filter((each) => each !== reference)) {
      await page.goto('/queues/urgent');
      await page.getByRole('link', { name: other }).click();
      await page.getByRole('button', { name: 'Claim' }).click();
    }
    expect(await urgent()).toBe(200);
    clock.advance(61 * 60_000);
    expect(await urgent()).toBe(503);
    await page.goto('/queues/urgent');
    await page.getByRole('link', { name: reference }).click();
    await page.getByRole('button', { name: 'Claim' }).click();
    expect(await urgent()).toBe(200);
  } finally {
    await stop();
    alert.close();
    rmSync(directory, { recursive: true, force: true });
  }
});
