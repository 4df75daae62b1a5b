import { defineConfig } from '@playwright/test';
import { addressAt, ports } from './tests/e2e/ports.ts';

const executablePath = process.env.CHROMIUM;

/** Journeys on the built portal. The server of a run is started once, in the demonstration, on a data directory of its own. */
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/start-portal.ts',
  workers: 1,
  fullyParallel: false,
  // One that passes at its second try is printed as flaky; three of them fail the run (tests/run.ts).
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json']],
  use: {
    baseURL: addressAt(ports.portal),
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'on-first-retry',
    actionTimeout: 10_000,
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
  projects: [
    { name: 'with-script', testIgnore: /without-script/ },
    { name: 'without-script', testMatch: /without-script/, use: { javaScriptEnabled: false } },
  ],
});
