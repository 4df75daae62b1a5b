import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { addressAt, ports } from '../e2e/ports.ts';
import { startPortalProcess } from '../e2e/server-process.ts';
import { become } from '../e2e/portal-test.ts';

/** `npm run pictures`: takes the pictures of the README from a fresh demonstration (after `npm run build`). */
const pictures: { name: string; as: string; open: (page: Page) => Promise<unknown> }[] = [
  { name: 'reporter', as: 'robin@harbour-trust.example', open: (page) => page.goto('/reports') },
  {
    name: 'officer',
    as: 'fib.officer@police.example',
    open: (page) => page.goto('/queues/fib?view=unassigned'),
  },
  { name: 'lead', as: 'mds.lead@police.example', open: (page) => page.goto('/reporting') },
];

const directory = mkdtempSync(join(tmpdir(), 'portal-pictures-'));
const portal = await startPortalProcess(directory, ports.portal);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
});
for (const { name, as, open } of pictures) {
  const context = await browser.newContext({
    baseURL: addressAt(ports.portal),
    viewport: { width: 1100, height: 1000 },
    locale: 'en-GB',
  });
  const page = await context.newPage();
  await become(page, as);
  await open(page);
  await page.screenshot({ path: `docs/pictures/${name}.png` });
  await context.close();
}
await browser.close();
await portal.stop();
rmSync(directory, { recursive: true, force: true });
