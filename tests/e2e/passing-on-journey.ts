import { readFile } from 'node:fs/promises';
import { assess, openFromQueue } from './officer-work.ts';
import { people } from './people.ts';
import { expect, test } from './portal-test.ts';
import { reportSent } from './report-sent.ts';

const sanitised = 'A white van is used to bring workers to a house in the mornings.';
const conditions = 'For intelligence only. Speak to FIB before acting on it.';

/**
 * Out of the force and back by hand, and to the MDS lead. Without the portal's script up to the acknowledgement: what comes
 * after has nothing that a script shows or hides, and each of its forms is sent without one in the authorisation table.
 */
export function passingOnJourney(): void {
  test('an officer passes an item to another agency, hears back, recalls it, and tells the MDS lead', async ({
    as,
    look,
    javaScriptEnabled,
  }) => {
    test.setTimeout(240_000);
    const reporter = await as(people.reporter);
    const reference = await reportSent(reporter);
    const officer = await as(people.officer);

    await openFromQueue(officer, 'fib', 'unassigned', reference);
    await officer.getByRole('button', { name: 'Claim' }).click();
    await assess(officer, { title: 'Van at a house', text: sanitised }, look);
    await officer.getByRole('button', { name: 'Accept' }).click();
    const submission = new URL(officer.url()).pathname;

    await officer.getByRole('link', { name: /^Disseminate/ }).click();
    await officer.getByRole('link', { name: 'Outside the force' }).click();
    await officer.getByLabel('Another agency').check();
    await officer.getByRole('button', { name: 'Disseminate outside the force' }).click();
    await expect(officer.getByRole('alert')).toContainText('Enter the name of the agency');
    await look(officer);
    const agency = officer.getByLabel('Name of the agency');
    await agency.fill('Example Labour Inspectorate');
    await officer
      .getByLabel('Role or post that receives it')
      .and(officer.locator('[name="other_agency-post"]'))
      .fill('Intelligence desk');
    await officer.getByLabel('Why do they need it?').fill('They inspect the site.');
    await officer.getByLabel('Conditions under which they may use it').fill(conditions);
    await officer.getByRole('button', { name: 'Disseminate outside the force' }).click();
    await expect(officer.getByRole('alert')).toContainText('Pass it on with its sheet');
    await look(officer);

    await officer.getByRole('link', { name: 'Open the sheet to read out or print' }).click();
    await expect(officer.getByRole('main')).not.toContainText(reference);
    await look(officer);
    const [download] = await Promise.all([
      officer.waitForEvent('download'),
      officer.getByRole('link', { name: 'download it as a PDF' }).click(),
    ]);
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
    await officer.getByRole('link', { name: 'Back', exact: true }).click();

    await officer.getByRole('button', { name: 'Record how it was passed on' }).click();
    await look(officer);
    await officer.getByLabel('By secure email').check();
    await officer.getByRole('button', { name: 'Record that it was passed on' }).click();
    await expect(officer.getByRole('alert')).toContainText('Recorded that it was passed on');
    await officer.getByRole('link', { name: 'Sent and not finished' }).click();
    await officer.getByRole('link', { name: /Waiting for acknowledgement/ }).click();
    await look(officer);
    const row = officer.getByRole('row', { name: new RegExp(reference) });
    await expect(row).toContainText('Example Labour Inspectorate, Intelligence desk');
    await row.getByRole('link').click();
    await officer.getByRole('button', { name: 'Record their acknowledgement' }).click();
    await officer.getByLabel('By telephone').check();
    await officer.getByRole('button', { name: 'Record the acknowledgement' }).click();
    await expect(officer.getByRole('alert')).toContainText('Acknowledgement recorded');
    if (!javaScriptEnabled) return;

    await officer.getByRole('link', { name: 'Recall this item' }).click();
    await look(officer);
    await officer.getByLabel('Why is it recalled?').fill('It was about another house.');
    await officer.getByRole('button', { name: 'Recall item' }).click();
    await expect(officer.getByRole('alert')).toContainText('Tell the recipient now');
    await look(officer);
    await officer.getByLabel('By telephone').check();
    await officer.getByRole('button', { name: 'Record that they were told' }).click();
    await expect(officer.getByRole('alert')).toContainText('Recorded that the recipient was told');
    await look(officer);

    await officer.goto(submission);
    await officer.getByRole('link', { name: /^Disseminate/ }).click();
    await officer.getByRole('link', { name: 'To the MDS lead' }).click();
    await officer.getByLabel('Why is it significant?').fill('The same van in two areas.');
    await look(officer);
    await officer.getByRole('button', { name: 'Send to the MDS lead' }).click();
    await expect(officer.getByRole('alert')).toContainText('Item sent to the MDS lead');

    const lead = await as(people.mdsLead);
    await lead.goto('/');
    await lead.getByRole('link', { name: /significant items? to acknowledge/ }).click();
    await look(lead);
    await lead.getByRole('link', { name: new RegExp(reference) }).click();
    await expect(lead.getByText(sanitised)).toBeVisible();
    await look(lead);
    await lead.getByRole('button', { name: 'Acknowledge' }).click();
    await expect(lead.getByRole('alert')).toContainText('You have acknowledged this item');

    await lead.getByRole('button', { name: 'Say what came of it, or ask FIB' }).click();
    await lead.getByRole('button', { name: 'Send to FIB' }).click();
    await expect(lead.getByRole('alert')).toContainText('Select what you have to say');
    await look(lead);
    await lead.getByLabel('We have a question for FIB').check();
    await lead.getByLabel('What was done, or what you need to know').fill('Which two areas?');
    await lead.getByRole('button', { name: 'Send to FIB' }).click();
    await expect(lead.getByRole('alert')).toContainText('Sent to FIB');
    await look(lead);

    await officer.goto('/');
    await officer.getByRole('link', { name: /answers or questions from/ }).click();
    await look(officer);
    await expect(officer.getByRole('row', { name: new RegExp(reference) })).toContainText('Question');
    await officer.getByRole('link', { name: new RegExp(reference) }).click();
    await expect(officer.getByText('Which two areas?')).toBeVisible();
    await look(officer);
    await officer.getByRole('button', { name: 'Reply to the recipients' }).click();
    await officer.getByLabel('Your reply').fill('Birmingham East and Coventry.');
    await look(officer);
    await officer.getByRole('button', { name: 'Send reply' }).click();
    await expect(officer.getByRole('alert')).toContainText('Reply sent');

    await lead.reload();
    await expect(lead.getByText('Birmingham East and Coventry.')).toBeVisible();
    await lead.getByRole('link', { name: 'Add a task' }).click();
    await look(lead);
    await lead.getByLabel('What is to be done').fill('Put it to the next meeting.');
    await lead.getByLabel('Who has the task?').selectOption({ label: 'Every MDS lead' });
    await lead.getByLabel('Day').fill('25');
    await lead.getByLabel('Month').fill('1');
    await lead.getByLabel('Year').fill('2016');
    await lead.getByRole('button', { name: 'Add task' }).click();
    await expect(lead.getByText('Put it to the next meeting.')).toBeVisible();
    await look(lead);
  });
}
