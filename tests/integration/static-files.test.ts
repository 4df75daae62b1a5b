import { randomUUID } from 'node:crypto';
import { Agent, request, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { clientScripts } from '#tests/factories/site-map.ts';
import { startBuiltServer } from '#tests/factories/portal.ts';
import { testDatabaseSource } from '#tests/factories/database.ts';

const directory = mkdtempSync(join(tmpdir(), 'portal-static-'));
/** A built file that is there when the portal starts. */
const goes = `${randomUUID()}.txt`;
writeFileSync(`build/client/assets/${goes}`, 'here');
const { server, stop } = await startBuiltServer(directory, await testDatabaseSource());
const { port } = server.address() as AddressInfo;
let stopping: Promise<void> | null = null;
afterAll(async () => {
  await (stopping ?? stop());
  rmSync(`build/client/assets/${goes}`, { force: true });
  rmSync(directory, { recursive: true, force: true });
});

type Reply = {
  status: number;
  type: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  /** Of the body, as they came. */
  bytes: number;
};

/** Asks by the socket, so that no client tidies the path. */
function ask(path: string, method = 'GET', sent: Record<string, string> = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, path, method, headers: sent }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const whole = Buffer.concat(parts);
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          headers: response.headers,
          body: whole.toString('utf8'),
          bytes: whole.length,
        });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('built files', () => {
  it.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/%2e%2e%2f%2e%2e%2fpackage.json',
    '/assets/../../server/index.js',
    '/assets/..%5c..%5cserver%5cindex.js',
    '/enhance/..;/..;/package.json',
    '//etc/passwd',
    '/%00/../package.json',
    '/.env',
    '/.git/config',
    '/server/index.js',
    '/.vite/manifest.json',
  ])('do not lead out of their folder: %s', async (path) => {
    const { status, body } = await ask(path);
    expect([400, 404]).toContain(status);
    expect(body).not.toMatch(/partner-intelligence-portal"|root:x:|createRequestHandler|\[core\]/);
  });

  it('carry the headers of pages, and only those with their content in their name are kept', async () => {
    const page = await ask('/sign-in');
    const asset = /href="(\/assets\/[^"]+\.css)"/.exec(page.body)?.[1] ?? '';
    for (const [path, cached] of [
      [asset, 'public, max-age=31536000, immutable'],
      ['/enhance/portal.js', 'no-cache'],
      ['/robots.txt', 'no-cache'],
      ['/.well-known/security.txt', 'no-cache'],
    ] as const) {
      const { status, headers } = await ask(path);
      expect(status, path).toBe(200);
      expect(headers['cache-control'], path).toBe(cached);
      expect(headers['x-content-type-options'], path).toBe('nosniff');
      expect(headers['content-security-policy'], path).toContain("default-src 'none'");
    }
    expect((await ask('/robots.txt')).body).toMatch(/Disallow: \//);
  });

  it('hold no script of the browser half of the router', async () => {
    const scripts = readdirSync('build/client', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.js'),
    );
    expect(scripts.sort()).toEqual([
      'enhance/choose-by-typing.js',
      'enhance/portal.js',
      'enhance/show-findings.js',
    ]);
    for (const path of [...clientScripts().slice(0, 3), '/_.data', '/__manifest'])
      expect((await ask(path)).status, path).toBe(404);
  });

  it('come pressed, so that a first visit is at most 60 KB over the wire, and pages do not', async () => {
    const accepts = { 'accept-encoding': 'gzip, deflate, br' };
    const page = await ask('/sign-in');
    const files = [...page.body.matchAll(/(?:href|src)="(\/(?:assets|enhance|theme)[^"]+)"/g)].map(
      ([, path = '']) => path,
    );
    expect(files.some((path) => path.endsWith('.css'))).toBe(true);
    expect(files).toContain('/enhance/portal.js');
    let bytes = Buffer.byteLength(page.body);
    for (const path of new Set(files)) bytes += (await ask(path, 'GET', accepts)).bytes;
    expect(bytes).toBeLessThanOrEqual(60 * 1024);
    expect((await ask('/sign-in', 'GET', accepts)).headers['content-encoding']).toBeUndefined();
  });

  it('that go while the portal runs are an error of one answer', async () => {
    expect((await ask(`/assets/${goes}`)).body).toBe('here');
    rmSync(`build/client/assets/${goes}`);
    expect((await ask(`/assets/${goes}`)).status).toBe(500);
    expect((await ask('/robots.txt')).status).toBe(200);
  });

  it('answer other methods as pages do', async () => {
    expect((await ask('/enhance/portal.js', 'HEAD')).status).toBe(200);
    expect((await ask('/enhance/portal.js', 'DELETE')).status).toBe(405);
    expect((await ask('/sign-in', 'OPTIONS')).status).toBe(405);
    expect((await ask('/sign-in', 'TRACE')).status).toBe(405);
  });
});

describe('the server', () => {
  it('answers addresses that no browser makes', async () => {
    for (const path of [
      '/sign-in?',
      `/${'a/'.repeat(3000)}`,
      '/sign-in/../sign-in',
      '/;/',
      '/%',
      '*',
      `/sign-in?next=${'%2f'.repeat(2000)}`,
    ]) {
      const { status } = await ask(path);
      expect(status, path.slice(0, 40)).toBeGreaterThanOrEqual(200);
      expect(status, path.slice(0, 40)).toBeLessThan(500);
    }
  });

  it('refuses a host that is none or not its own', async () => {
    const hosts = [
      'a b<script>',
      '[::1',
      'localhost:99999',
      '@',
      '%00',
      'localhost, evil.example',
      'localhost/../x',
      'evil.example',
    ];
    for (const host of hosts)
      expect([host, (await ask('/sign-in', 'GET', { host })).status]).toEqual([host, 400]);
    expect((await ask('/sign-in', 'GET', { host: `127.0.0.1:${port}` })).status).toBe(200);
  });

  it('does not say what it is made of', async () => {
    const { headers } = await ask('/sign-in');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['server']).toBeUndefined();
  });
});

/** Asks as a proxy does, on connections that it keeps. */
function askOn(agent: Agent, path: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request({ port, path, agent }, (response) => resolve(response.resume()))
      .on('error', reject)
      .end();
  });
}

describe('stopping behind a proxy that asks without pause', () => {
  it('says first that it is not ready, goes on answering, and then closes every connection', async () => {
    const proxy = new Agent({ keepAlive: true, maxSockets: 2 });
    // A connection on which nobody asks anything, as a load balancer opens them beforehand.
    const idle = connect(port);
    await askOn(proxy, '/health/live');
    stopping = stop(1_500);
    const ready = await ask('/health/ready');
    expect([ready.status, JSON.parse(ready.body)]).toEqual([503, { status: 'stopping', lacking: [] }]);
    const answers: IncomingMessage[] = [];
    const refused = await (async () => {
      for (;;) answers.push(await askOn(proxy, '/sign-in'));
    })().catch((failure: unknown) => (failure as { code?: string }).code);
    // Reset is whoever had just connected, and not asked yet, as the last moment came.
    expect(refused).toMatch(/^ECONN(REFUSED|RESET)$/);
    expect(answers.every(({ statusCode }) => statusCode === 200)).toBe(true);
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.map(({ headers }) => headers.connection)).toEqual(answers.map(() => 'close'));
    idle.destroy();
    await stopping;
    proxy.destroy();
  });
});
