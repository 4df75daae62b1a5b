import type { Server } from 'node:http';
import { join } from 'node:path';
import type * as Portal from '#app/server.ts';
import { demonstrationData } from './demonstration.ts';
import { addressAt, ports } from './ports.ts';
import { compileBriefly } from './server-process.ts';

export type MovedPortal = {
  address: string;
  server: Server;
  moveOn: (minutes: number) => void;
  stop: () => Promise<void>;
};

const built = '../../build/server/index.js';

/** A portal in this process, whose calendar a test moves on. */
export async function startMovedPortal(): Promise<MovedPortal> {
  compileBriefly();
  const { readConfig, startServer } = (await import(built)) as typeof Portal;
  const { directory, remove } = demonstrationData();
  const config = readConfig({
    NODE_ENV: 'production',
    PORTAL_MODE: 'demonstration',
    PORT: String(ports.moved),
    DATA_DIRECTORY: join(directory, 'data'),
    ALERT_URL: addressAt(ports.alerts),
    LOG_LEVEL: 'fatal',
  });
  let moved = 0;
  const began = Date.now();
  const start = new Date('2016-01-18T09:00:00Z').getTime();
  const clock = { now: () => new Date(start + (Date.now() - began) + moved) };
  const { server, stop } = await startServer(config, { clock });
  return {
    address: addressAt(ports.moved),
    server,
    moveOn: (minutes) => (moved += minutes * 60_000),
    stop: async () => {
      await stop();
      remove();
    },
  };
}
