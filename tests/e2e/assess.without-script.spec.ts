import { assess, openFromQueue } from './officer-work.ts';
import { people } from './people.ts';
import { expect, test } from './portal-test.ts';
import { reportSent } from './report-sent.ts';

test('a report is worked off as one form without script, and what somebody else changed meanwhile loses nothing', async ({
  as,
  look,
}) => {
  const reporter = await as(people.reporter);
  const sent = await reportSent(reporter);
  const officer = await as(people.officer);
  await openFromQueue(officer, 'fib', 'unassigned', sent);
  await officer.getByRole('button', { name: 'Claim', exact: true }).click();
  const submission = officer.url();
  const supervisor = await as(people.supervisor);
  await supervisor.goto(new URL(submission).pathname);
  await expect(supervisor.getByText(/opened this (just now|\d+ minutes? ago)/)).toBeVisible();
  await look(supervisor);

  await assess(officer, { title: 'Van at the house', text: 'Several people stay at a brown house.' }, look);
  const other = await officer.context().newPage();
  await other.goto(submission);
  await other.getByLabel('Sanitised text').fill('Several people stay at a white house.');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await officer.getByRole('textbox', { name: 'Sanitised text' }).fill('Several people stay at a grey house.');
  await officer.getByRole('button', { name: 'Send and close' }).click();
  const notice = officer.getByRole('region', { name: 'What has changed since you opened this' });
  await expect(notice).toContainText('Sanitised text written');
  await expect(notice.locator('mark')).toHaveText(['white', 'grey']);
  await look(officer);

  // What was typed is in the form below. A text that the checks ask about comes back as well.
  const text = officer.getByRole('textbox', { name: 'Sanitised text' });
  await expect(text).toHaveValue('Several people stay at a grey house.');
  await text.fill('Six men stay at 12 Sample Street.');
  await officer.getByRole('radio', { name: 'Used', exact: true }).check();
  await officer.getByRole('button', { name: 'Send and close' }).click();
  await officer.getByRole('group', { name: '12 Sample Street' }).getByLabel('Keep it').check();
  await look(officer);
  await officer.getByLabel('Then take the next one').uncheck();
  await officer.getByRole('button', { name: 'Send and close' }).click();
  await expect(officer.getByRole('alert')).toContainText('submission closed');
  await look(officer);
});
