import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAlertGateway } from './alert-gateway.ts';
import { ports } from './ports.ts';
import { startPortalProcess } from './server-process.ts';

/** Starts the demonstration that the journeys share, on data of its own, and the gateway that it alerts. */
export default async function start(): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), 'portal-e2e-'));
  process.env.PORTAL_E2E_DIRECTORY = directory;
  const gateway = await startAlertGateway();
  const portal = await startPortalProcess(directory, ports.portal);
  return async () => {
    await portal.stop();
    gateway.close();
    rmSync(directory, { recursive: true, force: true });
  };
}
