import { openFromQueue } from './officer-work.ts';
import { people } from './people.ts';
import { expect, test } from './portal-test.ts';
import { reportSent } from './report-sent.ts';
import { minimal } from './write-report.ts';

/** In several reports of the demonstration's year, in Wolverhampton. */
const mark = 'ZZ97PLC';

test('a vehicle is searched for, and what was told twice is linked and closed as a duplicate', async ({
  as,
  look,
}) => {
  const reporter = await as(people.reporter);
  const original = await reportSent(await as(people.otherReporter), { ...minimal, vehicleVrm: mark });
  const sent = await reportSent(reporter, { ...minimal, vehicleVrm: mark });

  const officer = await as(people.officer);
  // From the head of any page.
  const anywhere = officer.getByRole('banner').getByRole('search');
  await anywhere.getByLabel('Search reports').fill('white van');
  await anywhere.getByRole('button', { name: 'Search' }).click();
  expect(officer.url()).not.toMatch(/white/i);
  await look(officer);
  const box = officer.getByLabel(/^Reference, vehicle/);
  const find = async (typed: string) => {
    await box.fill(typed);
    await officer.getByRole('search').getByRole('button', { name: 'Search' }).click();
  };
  await find('z');
  await expect(officer.getByRole('alert')).toContainText('Enter at least');
  await look(officer);
  await find('xqvwkjunheardof');
  await expect(officer.getByText('Nothing found', { exact: true })).toBeVisible();
  await look(officer);
  await find(mark.toLowerCase());
  await expect(officer.getByRole('heading', { name: /^\d+ results/ })).toBeVisible();
  expect(officer.url()).not.toMatch(/zz97/i);
  await look(officer);
  const results = officer.url();
  await officer.getByRole('link', { name: sent }).click();
  await officer.goBack();
  await expect(officer.getByRole('link', { name: sent })).toBeVisible();
  await officer.reload();
  await officer.getByRole('link', { name: sent }).click();
  await officer.getByRole('link', { name: 'Back to the list' }).click();
  expect(officer.url()).toBe(results);
  await officer.getByRole('link', { name: sent }).click();
  await officer.getByRole('button', { name: 'Claim' }).click();
  await look(officer);

  const own = officer.url().split('?')[0] ?? '';
  await officer.goto(`${own}/matches`);
  await expect(officer.getByText('Same registration mark').first()).toBeVisible();
  await look(officer);
  await expect(officer.getByRole('link', { name: original })).toBeVisible();
  await officer.getByRole('link', { name: 'Link to another report or end a link' }).click();
  await officer.getByLabel('Reference of the other report').fill(original);
  await officer.getByRole('button', { name: 'Link the reports' }).click();
  await expect(officer.getByRole('alert')).toContainText('Select how the two reports are linked');
  await look(officer);
  await officer.getByLabel(/this report is a duplicate of the other/).check();
  await officer.getByLabel('Why do you link them?').fill('The same van, told by two partners.');
  await officer.getByRole('button', { name: 'Link the reports' }).click();
  await expect(officer.getByRole('alert')).toContainText('The two reports are linked');
  await look(officer);

  await officer.goto(own);
  await officer.getByRole('button', { name: 'End this submission' }).click();
  await expect(officer.getByText('Done: 5', { exact: true })).toBeVisible();
  await officer.getByLabel('Duplicate', { exact: true }).check();
  await officer.getByRole('button', { name: 'End this submission' }).click();
  await expect(officer.getByRole('alert')).toContainText('Enter why no intelligence item comes of it');
  await look(officer);
  await officer.getByLabel(/^Why does no intelligence item/).fill(`The same as ${original}.`);
  await officer.getByRole('button', { name: 'End this submission' }).click();
  await expect(officer.getByRole('alert')).toContainText('closed without an item');
  await look(officer);

  await reporter.goto('/reports');
  await reporter.getByRole('link', { name: sent }).click();
  await expect(reporter.getByText('It was already known to us').first()).toBeVisible();
  await expect(reporter.getByText(original)).toHaveCount(0);
});

test('the SPOC of another area learns that there are matches elsewhere, and no more', async ({
  as,
  look,
}) => {
  const reporter = await as(people.reporter);
  const sent = await reportSent(reporter, {
    ...minimal,
    vehicleVrm: mark,
    placePostcode: 'B11 4AA',
    onBehalfOfVictim: 'yes',
    victimWantsContact: 'yes',
    victimNrmOffered: 'no',
    victimNrmConsent: 'not_asked',
  });

  const spoc = await as(people.spocEast);
  await openFromQueue(spoc, 'spoc-be', 'unassigned', sent);
  await spoc.goto(`${spoc.url().split('?')[0] ?? ''}/matches`);
  await expect(spoc.getByText(/match(es)? elsewhere: ask FIB/)).toBeVisible();
  await expect(spoc.locator('main')).not.toContainText('Wolverhampton');
  await look(spoc);
  await spoc.getByRole('link', { name: 'Search', exact: true }).first().click();
  await spoc.getByLabel(/^Reference, vehicle/).fill(mark);
  await spoc.getByRole('search').getByRole('button', { name: 'Search' }).click();
  await expect(spoc.getByRole('link', { name: sent })).toBeVisible();
  await expect(spoc.locator('.portal-results')).not.toContainText('Wolverhampton');
});
