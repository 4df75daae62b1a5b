import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import axeCore from 'axe-core';
import {
  test as base,
  expect,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { shapesOf } from '../factories/page-shape.ts';
import { startSharedPortal } from './demonstration.ts';
import { demonstrationPassword } from './people.ts';

export { expect } from '@playwright/test';

type Fixtures = {
  /** A browser of their own for somebody, signed in. `at` is another portal than the shared one, `how` another browser. */
  as: (email: string, at?: string, how?: BrowserContextOptions) => Promise<Page>;
  /** Looks at a page as the tests of accessibility do, and on a narrow screen. */
  look: (page: Page) => Promise<void>;
  /**
   * Whether a form that keeps what is typed asks first whether the portal is there. Journeys go without, so that pressing
   * a button starts the navigation at once and the next step waits for it.
   */
  asksFirst: boolean;
  watched: undefined;
};

/** The address of the portal that the journeys of a worker share: what one does, it does before the next begins. */
type WorkerFixtures = { portal: string };

/** Every journey fails on an error in the console, a broken policy or a request to somewhere else. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  portal: [
    async ({}, use) => {
      const { address, stop } = await startSharedPortal();
      await use(address);
      await stop();
    },
    { scope: 'worker', timeout: 150_000 },
  ],
  baseURL: ({ portal }, use) => use(portal),
  asksFirst: [false, { option: true }],
  watched: [
    async ({ context, asksFirst }, use) => {
      if (!asksFirst) await context.addInitScript(sendAtOnce);
      const problems = watch(context);
      await use(undefined);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
  as: async ({ browser, baseURL, asksFirst }, use, { project }) => {
    const opened: { context: BrowserContext; problems: string[] }[] = [];
    await use(async (email, at = baseURL ?? '', how = {}) => {
      const context = await browser.newContext({ ...project.use, baseURL: at, ...how });
      if (!asksFirst) await context.addInitScript(sendAtOnce);
      opened.push({ context, problems: watch(context) });
      const page = await context.newPage();
      await page.goto('/sign-in');
      await signIn(page, email);
      return page;
    });
    for (const { context, problems } of opened) {
      expect(problems).toEqual([]);
      await context.close();
    }
  },
  look: async ({ javaScriptEnabled }, use) => {
    await use(async (page) => {
      // axe is a script itself: where none may run, the pages are the same ones.
      if (javaScriptEnabled) await expectAccessible(page);
      await expectNarrow(page);
    });
  },
});

export async function signIn(page: Page, email: string): Promise<void> {
  await enterAccount(page, email);
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
}

/** Changes to another person in the same browser. */
export async function become(page: Page, email: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await signIn(page, email);
}

/** Fills in and sends a sign-in form. */
export async function enterAccount(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(demonstrationPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Runs in the page before its own scripts: a browser that cannot give up a request asks nothing beforehand. */
function sendAtOnce(): void {
  Reflect.deleteProperty(window, 'AbortController');
}

function watch(context: BrowserContext): string[] {
  const problems: string[] = [];
  context.on('console', (message) => {
    // A page that comes back with errors is an answer 422, which the browser notes.
    const refused =
      /^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text()) &&
      pathOf(message.location().url) === pathOf(message.page()?.url() ?? '');
    // A form that asks whether the portal is there is told by the browser that it is not.
    const unreached =
      message.text().startsWith('Failed to load resource: net::ERR_') &&
      pathOf(message.location().url).endsWith('/health/live');
    if (message.type() === 'error' && !refused && !unreached) problems.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => problems.push(`script: ${error.error().message}`));
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') problems.push(`request to ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} from ${response.url()}`);
  });
  return problems;
}

/** Without what was just done, which an address may say. */
const pathOf = (url: string): string => url.split('?')[0] ?? '';

/**
 * axe takes the best part of a second, half of it for contrast: it looks once in a run at each shape of a main part and of
 * a frame, at one row of each kind, and once in a worker at the contrast of what looks the same. Shapes found clean are
 * files that all workers see.
 */
async function expectAccessible(page: Page): Promise<void> {
  const clean = shapesOf(await page.content()).map((shape) =>
    join(process.env.PORTAL_E2E_DIRECTORY ?? '', 'clean', shape),
  );
  if (clean.every((file) => existsSync(file))) return;
  // No page has a frame of another origin, which is what the way round a blank page is for.
  const axe = new AxeBuilder({ page, axeSource }).setLegacyMode().options({ resultTypes: ['violations'] });
  await page.evaluate(markRowsOfOneKind);
  const looks = await page.evaluate(markLooksSeenBefore, [...cleanLooks]);
  const { violations } = await axe.exclude('[data-as-before]').analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes
      // GOV.UK Frontend's own: a radio or box that reveals a field says so with aria-expanded.
      .filter(
        ({ html }) =>
          !(
            id === 'aria-allowed-attr' &&
            /class="govuk-(radios|checkboxes)__input"[^>]*aria-expanded/.test(html)
          ),
      )
      .map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  );
  expect(found, page.url()).toEqual([]);
  for (const file of clean) writeFileSync(file, '');
  for (const look of looks) cleanLooks.add(look);
}

/** What decides the colours of an element and of what it stands on, of all elements whose contrast this worker found good. */
const cleanLooks = new Set<string>();
const axeSource = `${axeCore.source}
axe.configure({ rules: [{ id: 'color-contrast', selector: ':not([data-look-seen])' }] });`;

/**
 * Runs in the page: marks each element that looks like one whose contrast was found good, and gives the looks that are new.
 * An element looks like another when both have the same name, classes, type, style and state, and so has each element
 * around them.
 */
function markLooksSeenBefore(before: readonly string[]): string[] {
  const seen = new Set(before);
  const found = new Set<string>();
  const ofOne = ({ tagName, attributes }: Element) =>
    [
      tagName,
      ...[...attributes].map(({ name, value }) => (/^(class|type|style|fill)$/.test(name) ? value : name)),
    ].join(' ');
  const visit = (element: Element, around: number): void => {
    let look = around;
    for (const letter of `>${ofOne(element)}`) look = (Math.imul(look, 31) + letter.charCodeAt(0)) | 0;
    const name = String(look);
    if (seen.has(name)) element.setAttribute('data-look-seen', '');
    else found.add(name);
    for (const child of element.children) visit(child, look);
  };
  visit(document.body, 0);
  return [...found];
}

/** Runs in the page: marks each row that has the elements, attributes and classes of one before it, whatever its words. */
function markRowsOfOneKind(): void {
  const kindOf = (element: Element): string => {
    const attributes = [...element.attributes].map(({ name }) => name);
    const inside = new Set([...element.children].map(kindOf));
    return `${element.tagName} ${attributes.join()} ${element.className} (${[...inside].join()})`;
  };
  for (const rows of document.querySelectorAll('main :is(tbody, ul, ol, dl)')) {
    const kinds = new Set<string>();
    for (const row of rows.children) {
      const kind = kindOf(row);
      if (kinds.has(kind)) row.setAttribute('data-as-before', '');
      kinds.add(kind);
    }
  }
}

async function expectNarrow(page: Page): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0);
  expect(width, `${page.url()} is wider than 320 pixels`).toBeLessThanOrEqual(320);
  if (size) await page.setViewportSize(size);
}
