import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '@react-router/dev/config';

export default {
  ssr: true,
  // No page runs the router in the browser, so nobody is told which routes there are.
  routeDiscovery: { mode: 'initial' },
  /** Of the browser's half only styles are for pages: its scripts are officers' pages in code. */
  async buildEnd({ reactRouterConfig }) {
    const assets = path.join(reactRouterConfig.buildDirectory, 'client/assets');
    const scripts = (await readdir(assets)).filter((file) => file.endsWith('.js'));
    await Promise.all(scripts.map((file) => rm(path.join(assets, file))));
  },
  future: {
    v8_middleware: true,
    v8_splitRouteModules: true,
    v8_viteEnvironmentApi: true,
    v8_passThroughRequests: true,
    v8_trailingSlashAwareDataRequests: true,
  },
} satisfies Config;
