import { people } from './people.ts';
import { expect, test } from './portal-test.ts';
import { partnerSideJourney } from './partner-side-journey.ts';
import { startReport } from './write-report.ts';

partnerSideJourney();

test('a form says beforehand when the session ends, and lets the person stay', async ({ as, look }) => {
  const page = await as(people.reporter);
  await startReport(page);
  await expect(page.getByText('You are signed out after 30 minutes without use')).toBeVisible();
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name: 'Stay signed in' }).click();
  const other = await opened;
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('You are still signed in');
  await look(other);
});
