import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { signIn } from './portal.ts';
import { sendReport } from './send-report.ts';
import { start, stop } from './start-portal.ts';

const port = 3919;
test.use({ baseURL: `http://localhost:${port}` });

test('what was acknowledged survives a crash of the process, once', async ({ page }) => {
  const directory = mkdtempSync(join(tmpdir(), 'portal-restart-'));
  let portal = await start({ directory, port });
  try {
    await signIn(page, 'robin@harbour-trust.example');
    const reference = await sendReport(page, { postcode: 'B11 1AA' });
    await stop(portal, 'SIGKILL');
    portal = await start({ directory, port });
    await page.goto('/reports');
    await expect(page.getByRole('link', { name: reference })).toHaveCount(1);
    await page.getByRole('link', { name: reference }).click();
    await expect(page.locator('main')).toContainText('They never go out alone');
  } finally {
    await stop(portal, 'SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  }
});
