import type { Page } from '@playwright/test';
import { enterAccount, expect } from './portal-test.ts';

const reporter = 'bo@fair-work-centre.example';
const lead = 'nat@fair-work-centre.example';
const administrator = 'administrator@police.example';
/** The device of a person: it confirms by itself, and can be lost. */
async function deviceOf(page: Page): Promise<{ lose: () => Promise<void> }> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { lose: async () => void (await session.send('WebAuthn.clearCredentials', { authenticatorId })) };
}

/** From the page that leads there to the portal itself. Gives the recovery codes. */
async function addPasskey(page: Page): Promise<string[]> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up a second factor');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('A name for this device').fill('Work laptop');
  await page.getByRole('button', { name: 'Add passkey' }).click();
  await page.getByRole('button', { name: 'Show new codes' }).click();
  const codes = await page.locator('.portal-code li').allTextContents();
  await page.getByRole('button', { name: 'I have kept them. Continue' }).click();
  return codes;
}

async function signInAgain(page: Page, email: string): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await enterAccount(page, email);
}

/**
 * A passkey is added, used, lost, and the next one set up with a code that two people agreed to, on a portal that requires
 * a second factor. `as` gives a browser of somebody who has entered their password there.
 */
export async function loseSecondFactor(
  as: (email: string) => Promise<Page>,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const admin = await as(administrator);
  await deviceOf(admin);
  await addPasskey(admin);
  await admin.goto('/administration/organisations');
  await admin.getByRole('link', { name: 'Fair Work' }).click();
  await admin.getByLabel('A second factor for everybody there').check();
  await admin.getByRole('button', { name: 'Save agreement' }).click();

  const bo = await as(reporter);
  const device = await deviceOf(bo);
  await look(bo);
  const [code = ''] = await addPasskey(bo);
  await expect(bo).toHaveURL(/\/reports$/);
  await signInAgain(bo, reporter);
  await expect(bo.getByRole('heading', { level: 1 })).toHaveText('Show that it is you');
  await look(bo);
  await bo.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(bo).toHaveURL(/\/reports$/);

  await device.lose();
  await signInAgain(bo, reporter);
  await bo.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(bo.getByText('The passkey was not used.')).toBeVisible();
  await bo.goto('/reports');
  await expect(bo.getByRole('heading', { level: 1 })).toHaveText('Show that it is you');

  const nat = await as(lead);
  await deviceOf(nat);
  await addPasskey(nat);
  await nat.goto('/organisation/lost-factor');
  await look(nat);
  await nat.getByRole('radio', { name: /^Bo / }).check();
  await nat.getByLabel('How do you know that it is lost').fill('Bo told me in the office.');
  await nat.getByRole('button', { name: 'Ask the force' }).click();

  await admin.goto('/administration/role-requests');
  await admin.getByRole('link', { name: /^Bo / }).click();
  await look(admin);
  await admin.getByRole('button', { name: 'Approve and show the code' }).click();
  const told = await admin.locator('.portal-code').textContent();

  await bo.goto('/sign-in');
  await enterAccount(bo, reporter);
  await expect(bo.getByRole('heading', { level: 1 })).toHaveText('Enter the code that you were given');
  await look(bo);
  await bo.getByLabel('The code you were told').fill(code);
  await bo.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(bo.getByRole('alert')).toContainText('Code is wrong, or was used before');
  await bo.getByLabel('The code you were told').fill(told ?? '');
  await bo.getByRole('button', { name: 'Continue', exact: true }).click();
  await addPasskey(bo);
  await expect(bo).toHaveURL(/\/reports$/);
}
