import type { Page } from '@playwright/test';
import { assess, openFromQueue } from './officer-work.ts';
import { people } from './people.ts';
import { expect, test } from './portal-test.ts';
import { reportSent } from './report-sent.ts';
import { minimal } from './write-report.ts';

const sanitised = 'A white van is used to bring workers to a house in the mornings.';

async function select(page: Page, references: readonly string[]): Promise<void> {
  for (const reference of references)
    await page.getByRole('checkbox', { name: `Select ${reference}` }).check();
}

/** How many rows of a list are whole on the first screen, without the banner that a demonstration alone has. */
async function rowsInSight(page: Page, size: { width: number; height: number }): Promise<number> {
  await page.setViewportSize(size);
  return page.evaluate(() => {
    document.querySelector('.portal-demonstration')?.remove();
    const rows = [...document.querySelectorAll('main tbody tr')];
    return rows.filter((row) => row.getBoundingClientRect().bottom <= window.innerHeight).length;
  });
}

test('a FIB officer’s day: take next, narrow, keep, claim several, assess, recall, move several', async ({
  as,
  look,
}) => {
  test.setTimeout(240_000);
  const reporter = await as(people.reporter);
  const sent: string[] = [];
  for (const plate of ['BX51 ABC', 'BX52 ABC'])
    sent.push(await reportSent(reporter, { ...minimal, vehicleVrm: plate }));
  const [first = '', second = ''] = sent;

  const officer = await as(people.officer);
  await officer.goto('/queues/fib?view=open');
  await look(officer);
  expect(await rowsInSight(officer, { width: 1280, height: 800 })).toBeGreaterThanOrEqual(10);
  expect(await rowsInSight(officer, { width: 320, height: 640 })).toBeGreaterThanOrEqual(6);
  await officer.setViewportSize({ width: 1280, height: 800 });
  await officer.goto('/queues/fib?view=unassigned&sort=newest');
  await expect(officer.getByRole('button', { name: 'Claim selected' })).toBeHidden();
  await officer.getByText('Filter this list').click();
  await officer.getByLabel('Area').selectOption({ label: 'Birmingham East' });
  await officer.getByLabel('Channel').selectOption({ label: 'Web form' });
  await officer.getByRole('button', { name: 'Apply filter' }).click();
  await expect(officer.getByText(/match(es)? the filter/)).toBeVisible();
  await look(officer);
  await officer.getByRole('link', { name: 'Save as a view' }).click();
  await look(officer);
  await officer.getByLabel('Name of the view').fill('East by web');
  await officer.getByRole('button', { name: 'Save view' }).click();
  await expect(officer.getByRole('alert')).toContainText('View saved');
  await officer.getByRole('link', { name: 'East by web' }).click();
  await expect(officer.getByRole('navigation', { name: 'Saved views' })).toContainText('East by web');

  await select(officer, [first, second]);
  await officer.getByRole('button', { name: 'Claim selected' }).click();
  await look(officer);
  await officer.getByRole('button', { name: 'Claim selected (2)' }).click();
  await expect(officer.getByRole('heading', { level: 1 })).toHaveText('2 of 2 done');
  await look(officer);

  await openFromQueue(officer, 'fib', 'mine', first);
  await assess(officer, { title: 'Van at a house', text: sanitised }, look);
  await officer.getByLabel('Disseminate to').selectOption({ label: 'Birmingham East SPOC' });
  await officer.getByRole('button', { name: 'Send and close' }).click();
  await expect(officer.getByRole('alert')).toContainText('Item disseminated');

  await officer.getByRole('link', { name: 'Birmingham East SPOC' }).click();
  await officer.getByRole('link', { name: 'Recall this item' }).click();
  await look(officer);
  await officer.getByLabel('Why is it recalled?').fill('It was about another house.');
  await officer.getByRole('button', { name: 'Recall item' }).click();
  await expect(officer.getByRole('alert')).toContainText('Item recalled');
  await look(officer);
  const spoc = await as(people.spocEast);
  await spoc.goto(new URL(officer.url()).pathname);
  await expect(spoc.getByText('Do not use it any more')).toBeVisible();
  await expect(spoc.getByText(sanitised)).toHaveCount(0);
  await look(spoc);

  await officer.goto('/queues/fib?view=mine');
  await select(officer, [second]);
  await officer.getByRole('button', { name: 'Move selected' }).click();
  await officer.getByLabel('Queue', { exact: true }).selectOption({ label: 'Birmingham East SPOC' });
  await officer.getByLabel('Why does this belong in another queue?').fill('They know the house.');
  await look(officer);
  await officer.getByRole('button', { name: 'Move selected (1)' }).click();
  await expect(officer.getByText('Moved', { exact: true })).toBeVisible();

  await reportSent(reporter);
  await officer.goto('/queues/fib');
  await officer.getByRole('button', { name: 'Take next' }).click();
  await expect(officer.getByRole('alert')).toContainText('You have claimed');
});

test('a supervisor sees a gap in the duty roster before it comes, and fills it', async ({ as, look }) => {
  const supervisor = await as(people.supervisor);
  await supervisor.goto('/duty');
  await look(supervisor);
  await supervisor.getByRole('button', { name: 'Record an absence' }).click();
  await look(supervisor);
  await supervisor.getByLabel('Who').selectOption({ label: 'Frankie Example' });
  const period = { 'Day it begins': ['25', '1', '2016'], 'Day it ends': ['26', '1', '2016'] };
  for (const [group, parts] of Object.entries(period)) {
    const boxes = supervisor.getByRole('group', { name: group });
    for (const [index, box] of ['Day', 'Month', 'Year'].entries())
      await boxes.getByLabel(box).fill(parts[index] ?? '');
  }
  await supervisor.getByLabel('Time it begins').fill('9am');
  await supervisor.getByLabel('Time it ends').fill('17:00');
  await supervisor.getByRole('button', { name: 'Record absence' }).click();
  await expect(supervisor.getByText('There is 1 gap in the roster')).toBeVisible();
  await look(supervisor);
  await supervisor.goto('/');
  await supervisor.getByRole('link', { name: '1 gap in the duty roster in the next 14 days' }).click();
  await supervisor.getByRole('link', { name: 'Fill this gap for Duty officer' }).click();
  await supervisor.getByLabel('Who').selectOption({ label: 'Finley Sample' });
  await look(supervisor);
  await supervisor.getByRole('button', { name: 'Put on duty' }).click();
  await expect(supervisor.getByRole('alert')).toContainText('Entered in the duty roster');
  await expect(supervisor.getByText('There is somebody on duty at every step')).toBeVisible();
  await look(supervisor);
});
