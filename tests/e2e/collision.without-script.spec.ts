import { addAndGrade, openFromQueue } from './officer-work.ts';
import { people } from './people.ts';
import { expect, test } from './portal-test.ts';
import { reportSent } from './report-sent.ts';

test('a text that was written twice at once is compared, and neither is lost', async ({ as, look }) => {
  const reporter = await as(people.reporter);
  const sent = await reportSent(reporter);
  const officer = await as(people.officer);
  await openFromQueue(officer, 'fib', 'unassigned', sent);
  await officer.getByRole('button', { name: 'Claim', exact: true }).click();
  const submission = officer.url().split('?')[0] ?? '';
  const supervisor = await as(people.supervisor);
  await supervisor.goto(submission);
  await expect(supervisor.getByText(/opened this (just now|\d+ minutes? ago)/)).toBeVisible();
  await look(supervisor);

  await addAndGrade(officer, 'Van at the house', look);
  await officer.getByRole('link', { name: 'Sanitise' }).first().click();
  const path = officer.url();
  const other = await officer.context().newPage();
  await other.goto(path);
  await other.getByLabel('Text', { exact: true }).fill('Several people stay at a white house.');
  await other.getByRole('button', { name: 'Check and save' }).click();
  await officer.getByLabel('Text', { exact: true }).fill('Several people stay at a grey house.');
  await officer.getByRole('button', { name: 'Check and save' }).click();
  const notice = officer.getByRole('region', { name: 'What has changed since you opened this' });
  await expect(notice).toContainText('Sanitised text written');
  await expect(notice.locator('mark')).toHaveText(['white', 'grey']);
  await expect(notice.getByRole('button', { name: 'Keep what is there' })).toBeVisible();
  await look(officer);
  await officer.getByRole('button', { name: 'Use mine on top of what is there now' }).click();
  await expect(officer.getByRole('alert')).toContainText('Sanitised text saved as a new version');
  await officer.goto(path);
  await expect(officer.getByText(/^Version 2 by/)).toBeVisible();
});
