import { defineConfig } from 'vite';

/** Builds the one small module of pages without React, and what some pages fetch besides, beside the router's client build, under a fixed name. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'build/client/enhance',
    emptyOutDir: false,
    modulePreload: false,
    target: 'es2022',
    rolldownOptions: {
      input: 'app/ui/enhance/main.ts',
      output: { entryFileNames: 'portal.js', chunkFileNames: '[name].js', format: 'es' },
    },
  },
});
