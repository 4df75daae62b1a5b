import { people } from './people.ts';
import { expect, test } from './portal-test.ts';
import { openFromQueue } from './officer-work.ts';
import { reportSent } from './report-sent.ts';

const areaLead = 'area.lead@police.example';
const text = 'Ask the example council for two community rooms.';

test('the lead says how an item of the plan stands, and gives a task that its owner finds and ends', async ({
  as,
  look,
}) => {
  const lead = await as(people.mdsLead);
  await lead.goto('/plan/Prepare%209');
  await lead.getByRole('link', { name: 'Change status' }).click();
  await lead.getByRole('button', { name: 'Set status' }).click();
  await expect(lead.getByRole('alert')).toContainText('Enter what this rests on');
  await look(lead);
  await lead.getByLabel('At risk').check();
  await lead.getByLabel('What does this rest on?').fill('Two partnerships have no date yet.');
  await lead.getByRole('button', { name: 'Set status' }).click();
  await expect(lead.getByRole('alert')).toContainText('Status set');
  await expect(lead.locator('main')).toContainText('Two partnerships have no date yet.');
  await look(lead);

  await lead.getByRole('link', { name: 'Add a task' }).click();
  await lead.getByRole('button', { name: 'Add task' }).click();
  await expect(lead.getByRole('alert')).toContainText('Enter what is to be done');
  await look(lead);
  await lead.getByLabel('What is to be done?').fill(text);
  await lead.getByLabel('Who has the task?').selectOption({ label: 'Ali Example' });
  await lead.getByLabel('Day').fill('18');
  await lead.getByLabel('Month').fill('1');
  await lead.getByLabel('Year').fill('2016');
  await lead.getByRole('button', { name: 'Add task' }).click();
  await expect(lead.getByRole('alert')).toContainText('Task added');
  await look(lead);

  const owner = await as(areaLead);
  await owner.getByRole('link', { name: /1 task of yours that is due today/ }).click();
  await expect(owner.getByRole('heading', { name: 'Tasks about submissions of your area' })).toBeVisible();
  await look(owner);
  await owner.getByRole('link', { name: text }).click();
  await expect(owner).toHaveTitle(/^Task –/);
  await look(owner);
  await owner.getByLabel('Result').fill('Both rooms are free in March.');
  await owner.getByRole('button', { name: 'Mark as done' }).click();
  await expect(owner.getByRole('alert')).toContainText('Task marked as done');
  await look(owner);

  await lead.reload();
  await expect(lead.getByRole('row', { name: new RegExp(text) })).toContainText('Done');
  await lead.goto('/plan');
  await expect(lead.getByText('At risk').first()).toBeVisible();
});

test('a task of a submission stays with those who may read it', async ({ as, look }) => {
  const reporter = await as(people.reporter);
  const reference = await reportSent(reporter);
  const officer = await as(people.officer);
  await openFromQueue(officer, 'fib', 'unassigned', reference);
  await officer.getByRole('link', { name: 'Add a task' }).click();
  await officer.getByLabel('What is to be done?').fill('Check the house with the landlord register.');
  await officer.getByLabel('Who has the task?').selectOption({ label: 'Queue: Force Intelligence Bureau' });
  await officer.getByLabel('Day').fill('25');
  await officer.getByLabel('Month').fill('1');
  await officer.getByLabel('Year').fill('2016');
  await officer.getByRole('button', { name: 'Add task' }).click();
  await officer.getByRole('link', { name: 'Check the house' }).click();
  await look(officer);
  const { pathname } = new URL(officer.url());
  await officer.getByText('Change the due date').click();
  await officer.getByRole('group', { name: 'Due' }).getByLabel('Day').fill('28');
  await officer.getByLabel('Why does the date change?').fill('The register is closed.');
  await officer.getByRole('button', { name: 'Change due date' }).click();
  await expect(officer.getByRole('alert')).toContainText('Due date changed');

  const lead = await as(people.mdsLead);
  expect((await lead.goto(pathname))?.status()).toBe(404);
});
