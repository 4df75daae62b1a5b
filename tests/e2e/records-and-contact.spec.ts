import type { Page } from '@playwright/test';
import { openFromQueue } from './officer-work.ts';
import { people } from './people.ts';
import { expect, test } from './portal-test.ts';
import { reportWritten } from './report-sent.ts';
import { minimal, sendReport } from './write-report.ts';

test('a SPOC confirms what the partner gave, and plans and records contact with the victim', async ({
  as,
  look,
}) => {
  const reporter = await as(people.reporter);
  await reportWritten(reporter, { ...minimal, onBehalfOfVictim: 'yes', victimWantsContact: 'yes' });
  const check = reporter.url();
  await reporter.goto(check.replace(/check$/, 'pages/already-done'));
  await reporter.getByLabel('Crime number').fill('20be/12345x/16');
  await reporter.getByRole('button', { name: 'Save and continue' }).click();
  await reporter.goto(check);
  const reference = await sendReport(reporter);

  const spoc = await as(people.spocEast);
  await openFromQueue(spoc, 'spoc-be', 'unassigned', reference);
  const submission = spoc.url();
  await expect(spoc.getByText('no contact plan exists yet')).toBeVisible();
  await look(spoc);

  await spoc.getByRole('button', { name: 'Confirm a crime number given by the partner' }).click();
  await expect(spoc.getByRole('alert')).toContainText('Record confirmed');
  await expect(spoc.getByText('Given by the partner, confirmed')).toBeVisible();
  await look(spoc);
  await spoc.getByRole('link', { name: 'Add an NRM reference' }).click();
  await spoc.getByRole('button', { name: 'Add record' }).click();
  await expect(spoc.getByRole('alert')).toContainText('Enter the NRM reference');
  await look(spoc);
  await spoc.getByLabel('NRM reference').fill('nrm 0001');
  await spoc.getByLabel('Referred, no decision yet').check();
  await spoc.getByRole('button', { name: 'Add record' }).click();
  await spoc.getByRole('link', { name: 'NRM referral' }).click();
  await spoc.getByLabel('Reasonable grounds: positive').check();
  await spoc.getByRole('button', { name: 'Save' }).click();
  await expect(spoc.getByRole('row', { name: /NRM 0001/ })).toContainText('Reasonable grounds: positive');

  await spoc.goto(submission);
  await spoc.getByRole('link', { name: 'Write the contact plan' }).first().click();
  await look(spoc);
  await spoc.getByLabel('Who may contact them?').fill('One officer in plain clothes.');
  await spoc.getByLabel('How may they be contacted?').fill('At the example centre.');
  await spoc.getByLabel('Not known yet').check();
  await spoc.getByLabel('When is it safe?').fill('Weekdays before noon.');
  await spoc.getByLabel('What must not be done?').fill('No uniform, no voicemail.');
  await fillDate(spoc, 'Next contact due', '18');
  await spoc.getByRole('button', { name: 'Save plan' }).click();
  await expect(spoc.getByRole('alert')).toContainText('Contact plan saved');
  await look(spoc);

  await spoc.goto('/');
  await spoc.getByRole('link', { name: '1 contact with a victim due today' }).click();
  await look(spoc);
  await spoc.getByRole('link', { name: reference }).click();
  await spoc.getByRole('button', { name: 'Record contact' }).click();
  await expect(spoc.getByRole('alert')).toContainText('Enter what came of it');
  await fillDate(spoc, 'Date of the contact', '18');
  await spoc.getByLabel('Result').fill('They were well.');
  await fillDate(spoc, 'Next contact due', '25');
  await spoc.getByRole('button', { name: 'Record contact' }).click();
  await expect(spoc.getByRole('alert')).toContainText('Contact recorded');
  await expect(spoc.getByText('They were well.')).toBeVisible();
  await look(spoc);

  const { pathname } = new URL(spoc.url());
  const officer = await as(people.officer);
  expect((await officer.goto(pathname))?.status()).toBe(404);
});

async function fillDate(page: Page, legend: string, day: string): Promise<void> {
  const group = page.getByRole('group', { name: legend });
  await group.getByLabel('Day').fill(day);
  await group.getByLabel('Month').fill('1');
  await group.getByLabel('Year').fill('2016');
}
