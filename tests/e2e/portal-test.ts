import {
  test as base,
  expect,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { expectAccessible, openMirror } from './accessible.ts';
import { press } from './by-request.ts';
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

type WorkerFixtures = {
  /** The address of the portal that the journeys of a worker share: what one does, it does before the next begins. */
  portal: string;
  /** The page in which axe looks at copies of all others, opened once one of them is there. */
  mirror: (address: string) => Promise<Page>;
};

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
  mirror: [
    async ({ browser }, use) => {
      let mirror: Promise<Page> | null = null;
      await use((address) => (mirror ??= openMirror(browser, address)));
    },
    { scope: 'worker' },
  ],
  baseURL: ({ portal }, use) => use(portal),
  // By the name of the file, so that one worker, with its portal and its browser, takes both kinds.
  javaScriptEnabled: ({}, use, { file }) => use(!file.includes('.without-script.')),
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
  as: async ({ browser, baseURL, javaScriptEnabled, asksFirst }, use, { project }) => {
    const opened: { context: BrowserContext; problems: string[] }[] = [];
    await use(async (email, at = baseURL ?? '', how = {}) => {
      const context = await browser.newContext({
        ...project.use,
        javaScriptEnabled,
        baseURL: at,
        ...how,
      });
      if (!asksFirst) await context.addInitScript(sendAtOnce);
      opened.push({ context, problems: watch(context) });
      const page = await context.newPage();
      await become(page, email);
      return page;
    });
    for (const { context, problems } of opened) {
      expect(problems).toEqual([]);
      await context.close();
    }
  },
  look: async ({ javaScriptEnabled, mirror }, use) => {
    await use(async (page) => {
      // axe is a script itself: where none may run, the pages are the same ones.
      if (javaScriptEnabled) await expectAccessible(page, () => mirror(new URL(page.url()).origin));
      await expectNarrow(page);
    });
  },
});

export async function signIn(page: Page, email: string): Promise<void> {
  await enterAccount(page, email);
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
}

/** Makes a browser that of another person, who is signed in without looking at the pages of signing in. */
export async function become(page: Page, email: string): Promise<void> {
  await page.context().clearCookies();
  const shown = await page.request.get('/sign-in');
  const typed = { email, password: demonstrationPassword };
  await page.goto((await press(page.request, shown, /^Sign in$/, typed)).url());
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

async function expectNarrow(page: Page): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0);
  expect(width, `${page.url()} is wider than 320 pixels`).toBeLessThanOrEqual(320);
  if (size) await page.setViewportSize(size);
}
