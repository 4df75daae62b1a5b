import { defineConfig } from '@playwright/test';

const executablePath = process.env.CHROMIUM;

/** Journeys on the built portal. Each worker has a portal of its own, in the demonstration (tests/e2e/portal-test.ts). */
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/start-portal.ts',
  workers: 2,
  fullyParallel: false,
  // One that passes at its second try is printed as flaky; three of them fail the run (tests/run.ts).
  retries: 1,
  // How long to wait is no test: what is slow on a busy machine is measured in tests/bench, and only what never comes fails.
  timeout: 300_000,
  expect: { timeout: 45_000 },
  reporter: [['list'], ['json']],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'on-first-retry',
    actionTimeout: 45_000,
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  // What is built is read as it stands: five megabytes take Playwright's own compiler half a minute.
  build: { external: ['**/build/server/**'] },
});
