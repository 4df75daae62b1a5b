import { defineConfig } from 'vitest/config';

/** Three suites: unit (pure rules), domain (use cases on a real database), integration (the built server's handler). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['app/**/*.test.{ts,tsx}', 'emails/**/*.test.{ts,tsx}', 'prisma/**/*.test.ts'],
          exclude: ['**/*.db.test.ts'],
        },
      },
      {
        test: {
          name: 'domain',
          include: ['app/**/*.db.test.ts', 'prisma/**/*.db.test.ts'],
          globalSetup: ['tests/factories/database-template.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/{integration,authorisation}/**/*.test.ts'],
          globalSetup: ['tests/factories/database-template.ts'],
          testTimeout: 60_000,
          hookTimeout: 90_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
