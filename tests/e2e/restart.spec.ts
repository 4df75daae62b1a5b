import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { signIn } from './portal.ts';
import { sendReport } from './send-report.ts';
import { addressAt, ports } from './ports.ts';
import { startPortalProcess } from './server-process.ts';

test.use({ baseURL: addressAt(ports.killed) });

test('what was acknowledged survives a crash of the process, once', async ({ page }) => {
  const directory = mkdtempSync(join(tmpdir(), 'portal-restart-'));
  let portal = await startPortalProcess(directory, ports.killed);
  try {
    await signIn(page, 'robin@harbour-trust.example');
    const reference = await sendReport(page, { postcode: 'B11 1AA' });
    await portal.kill();
    portal = await startPortalProcess(directory, ports.killed);
    await page.goto('/reports');
    await expect(page.getByRole('link', { name: reference })).toHaveCount(1);
    await page.getByRole('link', { name: reference }).click();
    await expect(page.locator('main')).toContainText('They never go out alone');
  } finally {
    await portal.kill();
    rmSync(directory, { recursive: true, force: true });
  }
});
