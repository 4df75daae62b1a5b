import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';

/** Of every demonstration account; `npm run demo` prints it. */
const password = 'example-harbour-lantern';

/** Browsers report an answer of 4xx to a form as an error of the console; that is how a refused form is answered. */
const refusedForm = /the server responded with a status of 4(09|22)/;

/** A journey in which any other console error, blocked resource, failed script or request to another site fails the test. */
export const test = base.extend<{ watched: undefined }>({
  watched: [
    async ({ context, baseURL }, use) => {
      const problems: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error' && !refusedForm.test(message.text()))
          problems.push(`console: ${message.text()}`);
      });
      context.on('weberror', (error) => problems.push(`script: ${error.error().message}`));
      context.on('request', (request) => {
        if (!request.url().startsWith(`${baseURL ?? ''}/`) && !request.url().startsWith('data:'))
          problems.push(`request: ${request.url()}`);
      });
      await use(undefined);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
}

/** Changes to another person in the same browser. */
export async function become(page: Page, email: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, email);
}

/**
 * Holds the page against WCAG 2.2 AA by axe. govuk-frontend's own script sets aria-expanded on radios that reveal
 * something, which axe does not allow; nothing else is exempt.
 */
export async function accessible(page: Page): Promise<void> {
  const results = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = results.violations
    .map(({ id, nodes }) => ({
      id,
      where: nodes
        .filter((node) => !(id === 'aria-allowed-attr' && node.html.includes('govuk-radios__input')))
        .map((node) => node.html.slice(0, 160)),
    }))
    .filter(({ where }) => where.length > 0);
  expect(found, `axe at ${page.url()}`).toEqual([]);
}
