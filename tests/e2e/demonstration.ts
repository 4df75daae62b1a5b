import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAlertGateway } from './alert-gateway.ts';
import { addressAt, ports } from './ports.ts';
import { startPortalProcess } from './server-process.ts';

/** A directory of one's own with the data of the demonstration as it starts, made once a run (start-portal.ts). */
export function demonstrationData(): { directory: string; remove: () => void } {
  const directory = mkdtempSync(join(tmpdir(), 'portal-e2e-'));
  cpSync(join(process.env.PORTAL_E2E_DIRECTORY ?? '', 'data'), join(directory, 'data'), { recursive: true });
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** The portal that the journeys of one worker share, with the gateway that it alerts. */
export async function startSharedPortal(): Promise<{ address: string; stop: () => Promise<void> }> {
  const gateway = await startAlertGateway();
  const { directory, remove } = demonstrationData();
  const scanner = process.env.PORTAL_E2E_CLAMD;
  const portal = await startPortalProcess(directory, ports.portal, scanner ? { CLAMD_SOCKET: scanner } : {});
  return {
    address: addressAt(ports.portal),
    stop: async () => {
      await portal.stop();
      gateway.close();
      remove();
    },
  };
}
