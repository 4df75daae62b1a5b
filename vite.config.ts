import { reactRouter } from '@react-router/dev/vite';
import { NodePackageImporter } from 'sass';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter()],
  css: {
    preprocessorOptions: { scss: { importers: [new NodePackageImporter()] } },
    // govuk-frontend has one old media query that would otherwise stop the build.
    lightningcss: { errorRecovery: true },
  },
  // The server is one bundle: app/server.ts with the routes inside, so that there is one copy of every module.
  // oxlint-disable-next-line typescript/no-deprecated -- React Router reads this name and no other.
  environments: { ssr: { build: { rollupOptions: { input: './app/server.ts' } } } },
  build: { assetsInlineLimit: 0 },
});
