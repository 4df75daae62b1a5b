import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** The address at which a database or another part is reached, as one that follows the primary is: it can be cut, and led to another. */
export type Way = {
  port: number;
  /** Connections end, and new ones are refused. */
  cut: () => void;
  /** The same once so many bytes more have gone there, or before what comes back next. */
  cutAfter: (bytes: number | 'asking') => void;
  /** New ones are let through again, where a port is given to the database there. */
  restore: (toPort?: number) => void;
  close: () => void;
};

export async function makeWay(host: string, firstPort: number): Promise<Way> {
  const open = new Set<Socket>();
  let to: number | null = firstPort;
  let last = firstPort;
  let cutting: number | 'asking' | null = null;
  const end = () => {
    for (const socket of open) socket.destroy();
  };
  const cut = () => {
    cutting = null;
    to = null;
    end();
  };
  const listening = createServer((socket) => {
    if (to === null) {
      socket.destroy();
      return;
    }
    const on = connect(to, host);
    for (const [one, other] of [
      [socket, on],
      [on, socket],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
    socket.on('data', ({ length }) => {
      if (typeof cutting !== 'number') return;
      cutting -= length;
      if (cutting <= 0) cut();
    });
    on.on('data', () => {
      if (cutting === 'asking') cut();
    });
    socket.pipe(on).pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return {
    port: (listening.address() as AddressInfo).port,
    cut,
    cutAfter: (bytes) => {
      cutting = bytes;
    },
    restore: (toPort = last) => {
      last = toPort;
      to = toPort;
    },
    close: () => {
      end();
      listening.close();
    },
  };
}
