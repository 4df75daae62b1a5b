import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import sharp from 'sharp';
import { addressAt, ports } from '../e2e/ports.ts';
import { startPortalProcess } from '../e2e/server-process.ts';
import { become } from '../e2e/portal-test.ts';
import { takePartnerPages } from './partner-pages.ts';

/** `npm run pictures`: takes the pictures of the documents from a fresh demonstration (after `npm run build`). */
const pictures: { name: string; as: string; open: (page: Page) => Promise<unknown> }[] = [
  { name: 'reporter', as: 'robin@harbour-trust.example', open: (page) => page.goto('/reports') },
  {
    name: 'officer',
    as: 'fib.officer@police.example',
    open: (page) => page.goto('/queues/fib?view=open'),
  },
  { name: 'lead', as: 'mds.lead@police.example', open: (page) => page.goto('/reporting') },
  { name: 'lead-home', as: 'mds.lead@police.example', open: (page) => page.goto('/') },
  { name: 'area-lead-home', as: 'area.lead@police.example', open: (page) => page.goto('/') },
];

/** A browser of their own for somebody who is signed in. */
async function pageAs(browser: Browser, email: string, width: number): Promise<Page> {
  const context = await browser.newContext({
    baseURL: addressAt(ports.portal),
    viewport: { width, height: 1000 },
    locale: 'en-GB',
  });
  const page = await context.newPage();
  await become(page, email);
  return page;
}

const directory = mkdtempSync(join(tmpdir(), 'portal-pictures-'));
const portal = await startPortalProcess(directory, ports.portal);
try {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  try {
    await takePictures(browser);
  } finally {
    await browser.close();
  }
} finally {
  // Whatever failed: the next run would find this one's portal on its port.
  await portal.stop();
  rmSync(directory, { recursive: true, force: true });
}

async function takePictures(browser: Browser): Promise<void> {
  for (const { name, as, open } of pictures) {
    const page = await pageAs(browser, as, 1280);
    await open(page);
    await keep(page, name);
    await page.context().close();
  }
  mkdirSync('docs/pictures/partner', { recursive: true });
  for (const [width, pixels] of [
    ['wide', 1280],
    ['narrow', 320],
  ] as const) {
    const [reporter, lead] = [
      await pageAs(browser, 'robin@harbour-trust.example', pixels),
      await pageAs(browser, 'lee@harbour-trust.example', pixels),
    ];
    await takePartnerPages(reporter, lead, (page, name) => keep(page, `partner/${name}-${width}`));
  }
}

/** In as many colours as a page has by itself: a third of the bytes. */
async function keep(page: Page, name: string): Promise<void> {
  await sharp(await page.screenshot())
    .png({ palette: true, colours: 64 })
    .toFile(`docs/pictures/${name}.png`);
}
