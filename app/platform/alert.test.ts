import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { alertCaller } from './alert.ts';

type Call = { method: string | undefined; headers: IncomingMessage['headers']; body: string };

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

/** The far end: a real server that answers every call with this status and keeps what came. */
async function farEnd(status: number, headers: Record<string, string> = {}) {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      calls.push({ method: request.method, headers: request.headers, body });
      response.writeHead(status, headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({ close: () => new Promise((resolve) => server.close(() => resolve())) });
  return { calls, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/alert` };
}

const message = { kind: 'high_waiting', step: 'deputy', waiting: 2 } as const;

describe('the alert call', () => {
  it('posts counts and a step as JSON, with the token where there is one', async () => {
    const { calls, url } = await farEnd(204);
    expect(await alertCaller(url, 'a-token')(message)).toBe(true);
    expect(await alertCaller(url, undefined)(message)).toBe(true);
    expect(
      calls.map((call) => [call.method, call.headers['content-type'], call.headers.authorization]),
    ).toEqual([
      ['POST', 'application/json', 'Bearer a-token'],
      ['POST', 'application/json', undefined],
    ]);
    for (const call of calls) expect(JSON.parse(call.body)).toEqual(message);
  });

  it('says that it called nobody where no address is set', async () => {
    expect(await alertCaller(undefined, undefined)(message)).toBe(false);
  });

  it.each([400, 401, 500, 503])(
    'fails when the far end answers %d, so that it is tried again',
    async (status) => {
      const { url } = await farEnd(status);
      await expect(alertCaller(url, undefined)(message)).rejects.toThrow(
        `The alert address answered ${status}`,
      );
    },
  );

  it('follows no redirect: the token is for one address', async () => {
    const other = await farEnd(200);
    const { url } = await farEnd(307, { location: other.url });
    await expect(alertCaller(url, 'a-token')(message)).rejects.toThrow();
    expect(other.calls).toEqual([]);
  });

  it('fails when nobody is there', async () => {
    const { url } = await farEnd(200);
    await Promise.all(open.splice(0).map((each) => each.close()));
    await expect(alertCaller(url, undefined)(message)).rejects.toThrow();
  });
});
