import type { Page } from '@playwright/test';
import { openFromQueue } from './officer-work.ts';
import { people } from './people.ts';
import { expect, test } from './portal-test.ts';
import { reportSent } from './report-sent.ts';
import { minimal } from './write-report.ts';

/** When the report came: the earliest moment that its page names, and one at which something may have been done. */
const receivedAt = async (page: Page): Promise<string> =>
  (
    await page
      .locator('main time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''))
  )
    .filter((at) => at.includes('T'))
    .sort()
    .at(0) ?? '';

/** Who dealt with the danger, and when: in January local time is UTC. */
async function sayWhoAndWhen(page: Page, at: string): Promise<void> {
  const [year = '', month = '', day = ''] = at.slice(0, 10).split('-');
  await page.getByLabel('Who did it?').fill('The response team, 4711');
  const done = page.getByRole('group', { name: 'Day it was done' });
  await done.getByLabel('Day', { exact: true }).fill(day);
  await done.getByLabel('Month', { exact: true }).fill(month);
  await done.getByLabel('Year', { exact: true }).fill(year);
  await page.getByLabel('Time it was done').fill(at.slice(11, 16));
}

/** What takes two: lowering from High and lifting a restriction, and below it ending what is High. */
test('an officer asks to lower a High report, and for a restriction to be lifted, and a supervisor decides', async ({
  as,
  look,
}) => {
  test.setTimeout(240_000);
  const reporter = await as(people.reporter);
  const reference = await reportSent(reporter, { ...minimal, sourceKind: 'self', danger: 'soon' });
  const officer = await as(people.officer);
  const supervisor = await as(people.supervisor);
  await openFromQueue(officer, 'fib', 'urgent', reference);
  await officer.getByRole('button', { name: 'Claim', exact: true }).click();

  const came = await receivedAt(officer);
  await officer.getByRole('button', { name: 'Ask to lower from High' }).click();
  await look(officer);
  await officer.getByRole('button', { name: 'Ask to lower from High' }).click();
  const problems = officer.getByRole('alert');
  await expect(problems).toContainText('Select what it should be instead of High');
  await expect(problems).toContainText('Enter why this is not High');
  await expect(problems).toContainText('Enter what was done about the danger');
  await look(officer);
  await officer.getByRole('radio', { name: 'Medium' }).check();
  await officer.getByLabel('Why is this not High?').fill('He has left the country.');
  await officer.getByLabel(/What was done about that\?/).fill('A patrol spoke to her this morning.');
  await sayWhoAndWhen(officer, came);
  await officer.getByRole('button', { name: 'Ask to lower from High' }).click();
  await expect(officer.getByRole('alert')).toContainText('It stays High until');
  await expect(officer.getByText('Lower from High to Medium').first()).toBeVisible();
  await look(officer);

  await supervisor.goto('/approvals');
  await look(supervisor);
  const line = supervisor.getByRole('row').filter({ hasText: reference });
  await expect(line).toContainText('Lower from High to Medium');
  await line.getByRole('link', { name: reference }).click();
  await expect(supervisor.getByText('A patrol spoke to her this morning.').first()).toBeVisible();
  await supervisor.getByRole('button', { name: 'Agree: lower from High' }).click();
  await look(supervisor);
  await supervisor.getByRole('button', { name: 'Agree: lower from High' }).click();
  await expect(supervisor.getByRole('alert')).toContainText('Enter why it is safe to lower this');
  await supervisor.getByLabel('Why is it safe to lower this?').fill('The patrol confirms it.');
  await supervisor.getByRole('button', { name: 'Agree: lower from High' }).click();
  await expect(supervisor.getByRole('alert')).toContainText('Lowered from High');
  await supervisor.goto('/approvals');
  await expect(supervisor.getByRole('main')).not.toContainText(reference);

  await officer.reload();
  await officer.getByRole('heading', { name: 'History' }).click();
  await expect(officer.getByText('The patrol confirms it.')).toBeVisible();
  await officer.getByRole('button', { name: 'Restrict to FIB' }).click();
  await officer.getByLabel('Why must only FIB read this?').fill('Only her sister knows it.');
  await officer.getByRole('button', { name: 'Restrict to FIB' }).click();
  await officer.getByRole('button', { name: 'Ask to lift the restriction' }).click();
  await officer.getByLabel(/Why can the source not be guessed/).fill('Three others know it.');
  await officer.getByRole('button', { name: 'Ask to lift the restriction' }).click();
  await expect(officer.getByRole('alert')).toContainText('It stays restricted until');

  await supervisor.goto('/approvals');
  await supervisor.getByRole('link', { name: reference }).click();
  await supervisor.getByRole('button', { name: 'Keep it restricted' }).click();
  await supervisor.getByLabel('Why does it stay restricted?').fill('They know it from her.');
  await supervisor.getByRole('button', { name: 'Keep it restricted' }).click();
  await expect(supervisor.getByRole('alert')).toContainText('Kept restricted');
  await officer.reload();
  await officer.getByRole('heading', { name: 'History' }).click();
  await expect(officer.getByText('They know it from her.')).toBeVisible();
  await expect(officer.getByText('Lift the restriction:')).toHaveCount(0);
  await look(officer);
});

test('a High report ends once a supervisor agrees to what its officer asks', async ({ as, look }) => {
  test.setTimeout(240_000);
  const reporter = await as(people.reporter);
  const reference = await reportSent(reporter, {
    ...minimal,
    // Of its own, so that no other journey's report is a match that has to be looked at.
    vehicleVrm: 'KX51 END',
    sourceKind: 'self',
    danger: 'soon',
  });
  const officer = await as(people.officer);
  const supervisor = await as(people.supervisor);
  await openFromQueue(officer, 'fib', 'urgent', reference);
  await officer.getByRole('button', { name: 'Claim', exact: true }).click();
  await expect(officer.getByRole('button', { name: 'End this submission', exact: true })).toHaveCount(0);

  const came = await receivedAt(officer);
  const ask = officer.getByRole('button', { name: 'Ask to end this submission' });
  await ask.click();
  await look(officer);
  await officer.getByRole('radio', { name: 'No further use' }).check();
  await officer.getByLabel(/Why does no intelligence item come of it/).fill('It was a film set.');
  await officer.getByLabel(/Message to the partner/).fill('We looked into it at once. Thank you.');
  await ask.click();
  await expect(officer.getByRole('alert')).toContainText('Enter what was done about the danger');
  await look(officer);
  await officer.getByLabel(/What was done about that\?/).fill('A patrol saw the cameras.');
  await sayWhoAndWhen(officer, came);
  await ask.click();
  await expect(officer.getByRole('alert')).toContainText('It stays open until');
  await look(officer);

  await supervisor.goto('/approvals');
  const line = supervisor.getByRole('row').filter({ hasText: reference });
  await expect(line).toContainText('Close without an item');
  await line.getByRole('link', { name: reference }).click();
  await supervisor.getByRole('button', { name: 'Agree: end it as asked' }).click();
  await expect(supervisor.getByText('We looked into it at once. Thank you.')).toBeVisible();
  await expect(supervisor.getByText('A patrol saw the cameras.')).toBeVisible();
  await look(supervisor);
  await supervisor.getByLabel('Why is it safe to end this?').fill('The patrol confirms it.');
  await supervisor.getByRole('button', { name: 'Agree: end it as asked' }).click();
  await expect(supervisor.getByRole('alert')).toContainText('Ended as asked');

  await officer.reload();
  await officer.getByRole('heading', { name: 'History' }).click();
  await expect(officer.getByText('The patrol confirms it.')).toBeVisible();
  await look(officer);
  await reporter.goto('/reports');
  await reporter.getByRole('link', { name: reference }).click();
  await expect(reporter.getByText('We looked into it at once. Thank you.')).toBeVisible();
});
