import { defineConfig } from 'prisma/config';

/** Only `prisma generate` reads this; the portal takes its address from the environment (app/platform/env.ts). */
export default defineConfig({ schema: 'prisma/schema.prisma' });
