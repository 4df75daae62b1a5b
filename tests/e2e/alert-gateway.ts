import { createServer, type Server } from 'node:http';
import { addressAt, ports } from './ports.ts';

/** Stands for the force's HTTP or SMS gateway: keeps what it is called with, and tells it to whoever asks with GET. */
export function startAlertGateway(): Promise<Server> {
  const calls: unknown[] = [];
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      response.end(JSON.stringify(calls));
      return;
    }
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      calls.push(JSON.parse(Buffer.concat(parts).toString('utf8')));
      response.statusCode = 204;
      response.end();
    });
  });
  return new Promise((resolve) => server.listen(ports.alerts, 'localhost', () => resolve(server)));
}

/** What the gateway was called with so far, as text. */
export async function alertsSoFar(): Promise<string[]> {
  const answer = await fetch(addressAt(ports.alerts));
  return ((await answer.json()) as unknown[]).map((call) => JSON.stringify(call));
}
