import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';

export type Drain = {
  /** From now on each answer says that its connection closes; new connections are still taken. */
  begin: () => void;
  /** Takes no new connections, and ends when all are closed; those that are not after so many milliseconds are cut off. */
  end: (milliseconds: number) => Promise<void>;
};

/**
 * What ends a server behind a proxy that keeps its connections and asks on them without pause. In the time between
 * `begin` and `end` the proxy's kept connections go, so that none is closed on which it is just asking.
 */
export function drainOf(server: Server): Drain {
  let draining = false;
  const answering = new Set<ServerResponse>();
  server.prependListener('request', (_request, response: ServerResponse) => {
    if (draining) response.setHeader('Connection', 'close');
    answering.add(response);
    response.once('close', () => answering.delete(response));
  });
  return {
    begin: () => {
      draining = true;
      for (const response of answering) if (!response.headersSent) response.setHeader('Connection', 'close');
    },
    end: async (milliseconds) => {
      const closed = once(server, 'close');
      server.close();
      // An answer that had begun before cannot say it any more: its connection is closed once nobody asks on it.
      const tidy = setInterval(() => server.closeIdleConnections(), 100);
      const cut = setTimeout(() => server.closeAllConnections(), milliseconds);
      await closed;
      clearInterval(tidy);
      clearTimeout(cut);
    },
  };
}
