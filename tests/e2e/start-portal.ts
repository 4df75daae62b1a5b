import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasClamd, startClamd } from '../doubles/clamd.ts';
import { startAlertGateway } from './alert-gateway.ts';
import { ports } from './ports.ts';
import { startPortalProcess } from './server-process.ts';

/** Starts the demonstration that the journeys share, on data of its own, the gateway that it alerts and a scanner. */
export default async function start(): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), 'portal-e2e-'));
  process.env.PORTAL_E2E_DIRECTORY = directory;
  const gateway = await startAlertGateway();
  const clamd = hasClamd ? await startClamd() : null;
  const portal = await startPortalProcess(directory, ports.portal, clamd ? { CLAMD_SOCKET: clamd.path } : {});
  return async () => {
    await portal.stop();
    gateway.close();
    await clamd?.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}
