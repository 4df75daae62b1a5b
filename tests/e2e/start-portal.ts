import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasClamd, startClamd } from '../doubles/clamd.ts';
import { ports } from './ports.ts';
import { startPortalProcess } from './server-process.ts';

/**
 * Starts the demonstration once, from nothing, so that everybody else starts from a copy of its data
 * (`demonstrationData`), and a scanner for all.
 */
export default async function start(): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), 'portal-e2e-'));
  process.env.PORTAL_E2E_DIRECTORY = directory;
  mkdirSync(join(directory, 'clean'));
  const clamd = hasClamd ? await startClamd() : null;
  if (clamd) process.env.PORTAL_E2E_CLAMD = clamd.path;
  const portal = await startPortalProcess(directory, ports.portal);
  await portal.stop();
  return async () => {
    await clamd?.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}
