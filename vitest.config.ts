import { defineConfig } from 'vitest/config';

/**
 * Three suites: unit (pure rules), domain (use cases on a real database), integration (the built server's handler).
 * The files of one worker share its modules, so that code is loaded and the embedded database compiled once a worker
 * and not once a file: a test leaves nothing behind in a module.
 */
const maxWorkers = Number(process.env.TEST_WORKERS ?? 2);
const onDatabase = {
  globalSetup: ['tests/factories/database-template.ts'],
  setupFiles: ['tests/factories/close-databases.ts'],
  isolate: false,
  maxWorkers,
};

export default defineConfig({
  test: {
    experimental: { fsModuleCache: true },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{app,emails,prisma}/**/*.test.{ts,tsx}', 'tests/{*,raw-queries/*,release/*}.test.ts'],
          exclude: ['**/*.db.test.ts'],
          testTimeout: 20_000,
          isolate: false,
          maxWorkers,
        },
      },
      {
        test: {
          name: 'domain',
          include: [
            'app/**/*.db.test.ts',
            'prisma/**/*.db.test.ts',
            // The one test of the handler that needs a server, after `npm run build`: what a dump of it holds.
            ...(process.env.TEST_DATABASE_URL ? ['tests/integration/canary.test.ts'] : []),
          ],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          ...onDatabase,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/{integration,authorisation}/**/*.test.ts'],
          // The builds of React and React Router that people get, at a quarter less work than those for development.
          env: { NODE_ENV: 'production' },
          testTimeout: 60_000,
          hookTimeout: 90_000,
          ...onDatabase,
        },
      },
    ],
  },
});
