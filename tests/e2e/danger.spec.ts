import type { APIRequestContext, Page } from '@playwright/test';
import { alertsSoFar } from './alert-gateway.ts';
import { startMovedPortal, type MovedPortal } from './moved-clock.ts';
import { people } from './people.ts';
import { expect, test } from './portal-test.ts';
import { reportSent } from './report-sent.ts';
import { minimal, referenceOn, startReport } from './write-report.ts';

let portal: MovedPortal;

test.beforeAll(async () => {
  portal = await startMovedPortal();
});

test.afterAll(() => portal.stop());

/** From the stop page to the reference: two pages of the form, on a small phone. */
async function sentInDanger(reporter: Page): Promise<string> {
  const asked = new Set<string>();
  reporter.on('framenavigated', (frame) => {
    const { pathname } = new URL(frame.url());
    if (/\/drafts\/[^/]+\//.test(pathname)) asked.add(pathname);
  });
  await reporter.goto('/reports');
  await startReport(reporter);
  await reporter.getByLabel('Yes, now').check();
  await reporter.getByRole('button', { name: 'Save and continue' }).click();
  const call = reporter.getByRole('link', { name: 'Call 999 now' });
  await expect(call).toHaveAttribute('href', 'tel:999');
  const box = await call.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(64);
  expect(box?.width).toBeGreaterThan(280);
  expect((box?.y ?? 640) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
  // What stands above the page, without the banner that only a demonstration has.
  const [main, banner] = ['main', '.portal-demonstration'].map((part) => reporter.locator(part));
  const above = ((await main?.boundingBox())?.y ?? 640) - ((await banner?.boundingBox())?.height ?? 0);
  expect(above).toBeLessThan(120);
  await expect(
    reporter.getByRole('heading', { name: 'If you cannot speak or hear on the phone' }),
  ).toBeVisible();
  await expect(reporter.getByRole('heading', { level: 1 })).toHaveText('Call 999, then send this');
  await reporter.getByRole('button', { name: 'Send now' }).click();
  await expect(reporter.getByRole('alert')).toContainText('Enter what you know');
  await reporter.getByLabel('What do you know?').fill('She is locked in at B11 1AA. The van is QX61 ABC.');
  await reporter.getByLabel('I do not know of any place').check();
  await reporter.getByRole('button', { name: 'Send now' }).click();
  const reference = await referenceOn(reporter);
  expect(asked.size, [...asked].join(', ')).toBe(2);
  return reference;
}

test('a report about danger is sent on two pages, comes first, and does not wait unseen', async ({
  as,
  look,
  request,
}) => {
  const callsBefore = (await alertsSoFar()).length;
  const overdueBefore = await overdue(request);
  const reporter = await as(people.reporter, portal.address, {
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
  });
  const ordinary = await reportSent(reporter, { ...minimal, sourceKind: 'self' });
  // An officer has the list open meanwhile. Its own clock is moved on instead of waiting for the next look.
  const officer = await as(people.officer, portal.address);
  await officer.clock.install();
  await officer.goto('/queues/fib?view=unassigned');
  const title = await officer.title();
  const rows = await officer.getByRole('row').allInnerTexts();
  const urgent = await sentInDanger(reporter);
  await expect(reporter.getByText('The officers on duty are being told now.')).toBeVisible();
  await reporter.getByRole('button', { name: 'Add to this report' }).click();
  await reporter.getByRole('link', { name: 'Add a person' }).click();
  await reporter.getByLabel('Possible victim').check();
  await reporter.getByLabel('First name', { exact: false }).first().fill('Ilsabet');
  await reporter.getByRole('button', { name: 'Send this information' }).click();
  await expect(reporter.getByText('We have received what you added')).toBeVisible();

  await officer.clock.fastForward('00:30');
  await expect(officer).toHaveTitle(`(1 High) ${title}`);
  await expect(officer.getByRole('alert')).toHaveText('1 High submission needs somebody now');
  expect(await officer.getByRole('row').allInnerTexts()).toEqual(rows);
  await look(officer);

  // The gateway is called at once, with a count and nothing else.
  await expect
    .poll(async () => (await alertsSoFar()).length, { timeout: 60_000 })
    .toBeGreaterThan(callsBefore);
  for (const call of await alertsSoFar())
    expect(call).toMatch(/^\{"kind":"high_waiting","step":"[a-z-]+","waiting":\d+\}$/);

  await officer.goto('/queues/fib?view=unassigned');
  // What is High stands above everything else, the longest waiting first.
  const lines = await officer.getByRole('row').allInnerTexts();
  const place = (text: string) => lines.findIndex((line) => line.includes(text));
  const notHigh = lines.findIndex((line, index) => index > 0 && !/High\s+priority/.test(line));
  expect(place(urgent)).toBeGreaterThan(0);
  expect(place(urgent)).toBeLessThan(notHigh);
  expect(place(ordinary)).toBeGreaterThanOrEqual(notHigh);
  await look(officer);
  await officer.goto('/queues/urgent');
  await expect(officer.getByRole('row').filter({ hasText: urgent })).toContainText(/minutes|hour/);
  await look(officer);
  expect((await overdue(request)).count).toBe(overdueBefore.count);

  portal.moveOn(61);
  const late = await overdue(request);
  expect(late.status).toBe(503);
  expect(late.count).toBeGreaterThan(overdueBefore.count);
  await officer.goto('/queues/fib?view=urgent');
  await expect(officer.getByRole('row').filter({ hasText: urgent })).toContainText(/overdue|late/i);
  await look(officer);

  await officer.getByRole('link', { name: urgent }).click();
  await officer.getByRole('button', { name: 'Claim' }).click();
  await expect(officer.getByRole('alert')).toContainText('You have claimed this submission');
  await expect(officer.getByText('First name: Ilsabet')).toBeVisible();
  await expect(officer.getByText('She is locked in at B11 1AA.')).toBeVisible();
  expect((await overdue(request)).count).toBe(late.count - 1);
});

/** What the force's monitoring sees. */
async function overdue(request: APIRequestContext): Promise<{ status: number; count: number }> {
  const answer = await request.get(`${portal.address}/health/urgent`);
  return { status: answer.status(), count: ((await answer.json()) as { overdue: number }).overdue };
}
