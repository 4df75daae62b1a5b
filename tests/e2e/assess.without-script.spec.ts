import { press, select, tick } from './by-keyboard.ts';
import { askPartner, assess, findAndHandOver, openFromQueue } from './officer-work.ts';
import { people } from './people.ts';
import { expect, test } from './portal-test.ts';
import { reportSent } from './report-sent.ts';
import { minimal } from './write-report.ts';

test('a report is worked off by keyboard without script from the queue to the handover, and what somebody else changed meanwhile loses nothing', async ({
  as,
  look,
}) => {
  const reporter = await as(people.reporter);
  const mark = 'KX52 ASD';
  const sent = await reportSent(reporter, { ...minimal, vehicleVrm: mark });
  await reportSent(reporter);
  const officer = await as(people.officer);
  await openFromQueue(officer, 'fib', 'unassigned', sent);
  await press(officer.getByRole('button', { name: 'Claim', exact: true }));
  const submission = officer.url();
  const supervisor = await as(people.supervisor);
  await supervisor.goto(new URL(submission).pathname);
  await expect(supervisor.getByText(/opened this (just now|\d+ minutes? ago)/)).toBeVisible();
  await look(supervisor);

  await askPartner(officer, 'Which days do you mean?');
  await assess(officer, { title: 'Van at the house', text: 'Several people stay at a brown house.' }, look);
  const other = await officer.context().newPage();
  await other.goto(submission);
  await other.getByLabel('Sanitised text').fill('Several people stay at a white house.');
  await press(other.getByRole('button', { name: 'Save', exact: true }));
  await officer.getByRole('textbox', { name: 'Sanitised text' }).fill('Several people stay at a grey house.');
  await press(officer.getByRole('button', { name: 'Send and close' }));
  const notice = officer.getByRole('region', { name: 'What has changed since you opened this' });
  await expect(notice).toContainText('Sanitised text written');
  await expect(notice.locator('mark')).toHaveText(['white', 'grey']);
  await look(officer);

  // What was typed is in the form below. A text that the checks ask about comes back as well.
  const text = officer.getByRole('textbox', { name: 'Sanitised text' });
  await expect(text).toHaveValue('Several people stay at a grey house.');
  await text.fill('Six men stay at 12 Sample Street.');
  await select(officer.getByLabel('Disseminate to'), 'Birmingham East SPOC');
  await tick(officer.getByRole('radio', { name: 'Used', exact: true }));
  await press(officer.getByRole('button', { name: 'Send and close' }));
  await tick(officer.getByRole('group', { name: '12 Sample Street' }).getByLabel('Keep it'));
  await look(officer);
  await press(officer.getByRole('button', { name: 'Send and close' }));
  await expect(officer.getByRole('alert')).toContainText('This is the next, and you have claimed it');
  await look(officer);
  await findAndHandOver(officer, sent, mark);
  await look(officer);
});
