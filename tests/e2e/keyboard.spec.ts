import type { Page } from '@playwright/test';
import { findPage } from '#app/domain/form/definition.ts';
import { currentDefinition } from '#tests/factories/published-forms.ts';
import { demonstrationPassword, people } from './people.ts';
import { expect, test } from './portal-test.ts';
import { answerPage, minimal, startReport } from './write-report.ts';

/** Presses Tab until this has the focus, as somebody without a mouse does. */
async function tabTo(
  page: Page,
  role: Parameters<Page['getByRole']>[0],
  name: string | RegExp,
): Promise<void> {
  const wanted = page.getByRole(role, { name }).first();
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not reach ${String(name)}`);
}

test('signing in and the first page of a report need no mouse', async ({ page }) => {
  await page.goto('/sign-in');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, 'textbox', 'Email address');
  await page.keyboard.type(people.reporter);
  await page.keyboard.press('Tab');
  await page.keyboard.type(demonstrationPassword);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/reports(#main-content)?$/);

  await tabTo(page, 'button', 'Start a report');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/help\/exit|\/reports\/drafts\//);
  if (page.url().includes('/help/exit')) {
    await tabTo(page, 'button', 'Continue');
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('New report');

  // With nothing answered, the summary of errors has the focus and leads to the first question.
  await tabTo(page, 'button', 'Save and continue');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.locator('.govuk-error-summary')).toBeFocused();
  // The browser itself gives the summary the focus; what a link in it does is the script's.
  await page.waitForLoadState();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const first = page.getByLabel('Yes, now');
  await expect(first).toBeFocused();

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByLabel('No, not that I know of')).toBeChecked();
  const others = findPage(currentDefinition, 'danger')?.page.questions.slice(1) ?? [];
  for (const { label: question } of others) {
    const group = page.getByRole('group', { name: question });
    const choices = group.getByRole('radio');
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press('Tab');
      if (await choices.first().evaluate((element) => element === document.activeElement)) break;
    }
    await page.keyboard.press('ArrowUp');
    await expect(choices.last()).toBeChecked();
  }
  await tabTo(page, 'button', 'Save and continue');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Enter what you know');
  await expect(page.getByRole('alert')).not.toContainText('Select whether a child is involved');
});

test('a nationality is found by typing, and the box shows what is chosen', async ({ as }) => {
  const page = await as(people.reporter);
  await page.goto('/reports');
  await startReport(page);
  const first = page.url();
  await answerPage(page, minimal);
  await expect(page).not.toHaveURL(first);
  const section = currentDefinition.sections.find((each) => each.kind === 'list' && each.item === 'person');
  await page.goto(first.replace(/\/pages\/.*$/, `/lists/${section?.id ?? ''}/new`));
  const id = currentDefinition.meanings['person.nationality'] ?? '';
  const box = page.locator(`input#${id}`);
  const select = page.locator(`select[name="${id}"]`);
  await box.focus();
  await page.keyboard.type('romani');
  await expect(page.getByRole('option', { name: 'Romanian' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(box).toHaveValue('Romanian');
  await expect(select).toHaveValue('RO');
  await box.fill('xyzzy');
  await page.keyboard.press('Tab');
  await expect(box).toHaveValue('Romanian');
  await box.fill('');
  await page.keyboard.press('Tab');
  await expect(select).toHaveValue('');
});

test('who has moved on before the script comes stays where they are', async ({ as }) => {
  const page = await as(people.reporter);
  await page.goto('/account');
  let come = () => {};
  const late = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route('**/enhance/portal.js', async (route) => {
    await late;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  const box = page.getByRole('textbox').first();
  await box.focus();
  come();
  await page.waitForLoadState();
  await expect(page.locator('[data-govuk-notification-banner-init]')).toBeVisible();
  await expect(box).toBeFocused();
});
