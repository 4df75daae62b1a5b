import type { Page } from '@playwright/test';
import { press, select, tick } from './by-keyboard.ts';
import { askPartner, assess, findAndHandOver, openFromQueue } from './officer-work.ts';
import { people } from './people.ts';
import { expect, test } from './portal-test.ts';
import { reportSent } from './report-sent.ts';
import { minimal } from './write-report.ts';

const sanitised = 'A white van is used to bring workers to a house in the mornings.';

async function pick(page: Page, references: readonly string[]): Promise<void> {
  for (const reference of references) await tick(page.getByRole('checkbox', { name: `Select ${reference}` }));
}

test('a FIB officer’s day by keyboard: narrow, keep, claim several, ask, assess, recall, move several, find, hand over', async ({
  as,
  look,
}) => {
  test.setTimeout(240_000);
  const reporter = await as(people.reporter);
  const sent: string[] = [];
  for (const plate of ['KX61 DAY', 'KX62 DAY'])
    sent.push(await reportSent(reporter, { ...minimal, vehicleVrm: plate }));
  const [first = '', second = ''] = sent;

  const officer = await as(people.officer);
  await officer.goto('/queues/fib?view=open');
  await look(officer);
  await officer.goto('/queues/fib?view=unassigned&sort=newest');
  await expect(officer.getByRole('button', { name: 'Claim selected' })).toBeHidden();
  await press(officer.locator('summary', { hasText: 'Filter this list' }));
  await select(officer.getByLabel('Area'), 'Birmingham East');
  await select(officer.getByLabel('Channel'), 'Web form');
  await press(officer.getByRole('button', { name: 'Apply filter' }));
  await expect(officer.getByText(/match(es)? the filter/)).toBeVisible();
  await look(officer);
  await press(officer.getByRole('link', { name: 'Save as a view' }));
  await look(officer);
  await officer.getByLabel('Name of the view').fill('East by web');
  await press(officer.getByRole('button', { name: 'Save view' }));
  await expect(officer.getByRole('alert')).toContainText('View saved');
  await press(officer.getByRole('link', { name: 'East by web' }));
  await expect(officer.getByRole('navigation', { name: 'Saved views' })).toContainText('East by web');

  await pick(officer, [first, second]);
  await press(officer.getByRole('button', { name: 'Claim selected' }));
  await look(officer);
  await press(officer.getByRole('button', { name: 'Claim selected (2)' }));
  await expect(officer.getByRole('heading', { level: 1 })).toHaveText('2 of 2 done');
  await look(officer);

  await openFromQueue(officer, 'fib', 'mine', first);
  await askPartner(officer, 'Which days do you mean?');
  await assess(officer, { title: 'Van at a house', text: sanitised }, look);
  await select(officer.getByLabel('Disseminate to'), 'Birmingham East SPOC');
  await press(officer.getByRole('button', { name: 'Send and close' }));
  await expect(officer.getByRole('alert')).toContainText('Item disseminated');

  await press(officer.getByRole('link', { name: 'Birmingham East SPOC' }));
  await press(officer.getByRole('link', { name: 'Recall this item' }));
  await look(officer);
  await officer.getByLabel('Why is it recalled?').fill('It was about another house.');
  await press(officer.getByRole('button', { name: 'Recall item' }));
  await expect(officer.getByRole('alert')).toContainText('Item recalled');
  await look(officer);
  const spoc = await as(people.spocEast);
  await spoc.goto(new URL(officer.url()).pathname);
  await expect(spoc.getByText('Do not use it any more')).toBeVisible();
  await expect(spoc.getByText(sanitised)).toHaveCount(0);
  await look(spoc);

  await officer.goto('/queues/fib?view=mine');
  await pick(officer, [second]);
  await press(officer.getByRole('button', { name: 'Move selected' }));
  await select(officer.getByLabel('Queue', { exact: true }), 'Birmingham East SPOC');
  await officer.getByLabel('Why does this belong in another queue?').fill('They know the house.');
  await look(officer);
  await press(officer.getByRole('button', { name: 'Move selected (1)' }));
  await expect(officer.getByText('Moved', { exact: true })).toBeVisible();

  await findAndHandOver(officer, first, 'KX61 DAY');
  await look(officer);
  await reportSent(reporter);
  await officer.goto('/queues/fib');
  await press(officer.getByRole('button', { name: 'Take next' }));
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
