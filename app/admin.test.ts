import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from '#app/admin.ts';
import { exampleKey } from '#app/platform/crypto/known-keys.ts';

const dataDirectory = mkdtempSync(path.join(tmpdir(), 'portal-admin-'));
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }));

async function run(args: string[], env: NodeJS.ProcessEnv = {}) {
  const said: string[] = [];
  const complained: string[] = [];
  const status = await runCommand(args, env, {
    say: (words) => void said.push(words),
    complain: (words) => void complained.push(words),
  });
  return { status, said: said.join('\n'), complained: complained.join('\n') };
}

const service = {
  NODE_ENV: 'production',
  PORTAL_URL: 'https://portal.example',
  KEY_ENCRYPTION_KEY: Buffer.from('one key that no example has: 32b').toString('base64'),
  TRUST_PROXY: 'true',
  DATABASE_URL: 'postgresql://portal:secret-of-database@db.example/portal?sslmode=verify-full',
  SMTP_URL: 'smtps://portal:secret-of-mail@mail.example',
  MAIL_FROM: 'portal@force.example',
  ALERT_URL: 'https://alert.example/secret-of-alert',
  DATA_DIRECTORY: dataDirectory,
};

const demonstration = { PORTAL_MODE: 'demonstration', DATA_DIRECTORY: dataDirectory };

describe('commands', () => {
  it.each([
    [[]],
    [['help']],
    [['constructor']],
    [['load-pack', 'shorter-retention', 'extra']],
    [['invite-administrator', 'a@b.example']],
    [['reset-password']],
  ])('explain themselves when used wrongly: %j', async (args) => {
    const { status, said, complained } = await run(args, service);
    expect(status).toBe(2);
    expect(said).toBe('');
    expect(complained).toContain('invite-administrator <email> <name>');
  });

  it('list every setting that is wrong, before anything is opened', async () => {
    const key = exampleKey.toString('base64');
    const { status, complained } = await run(['load-pack'], { KEY_ENCRYPTION_KEY: key, PORT: 'many' });
    expect(status).toBe(1);
    for (const name of ['KEY_ENCRYPTION_KEY', 'PORT', 'PORTAL_URL', 'SMTP_URL', 'DATABASE_URL'])
      expect(complained).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect(complained).not.toContain(key);
  });
});

describe('check-config', () => {
  it('says what the settings come to and shows no secret', async () => {
    const { status, said, complained } = await run(['check-config'], service);
    expect({ status, complained }).toEqual({ status: 0, complained: '' });
    expect(said).toContain('https://portal.example, listening on 0.0.0.0 port 3000');
    expect(said).toContain('PostgreSQL');
    expect(said).toContain('by SMTP, from portal@force.example');
    expect(said).toMatch(/^ {2}Scanner +none/m);
    expect(said).toContain('west-midlands-2015, which holds together');
    expect(said).not.toMatch(/secret-of|db\.example|mail\.example|alert\.example/);
    expect(said).not.toContain(service.KEY_ENCRYPTION_KEY);
  });

  it('refuses a force pack that is not there', async () => {
    const { status, complained } = await run(['check-config'], { ...service, FORCE_PACK: 'nowhere-1999' });
    expect(status).toBe(1);
    expect(complained).toContain('nowhere-1999');
  });
});

describe('test-alert', () => {
  it('calls the alert address as a test, with its token, and says who has to be asked', async () => {
    const calls: unknown[] = [];
    const gateway = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        calls.push([request.headers.authorization, JSON.parse(body)]);
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
    const { status, said } = await run(['test-alert'], {
      ...demonstration,
      ALERT_URL: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/`,
      ALERT_TOKEN: 'gateway-token',
    });
    await new Promise((resolve) => gateway.close(resolve));
    expect({ status, calls }).toEqual({
      status: 0,
      calls: [['Bearer gateway-token', { kind: 'test', step: 'test', waiting: 0 }]],
    });
    expect(said).toContain('took the call');
  });

  it('says that there is no address, and what that means', async () => {
    const { status, complained } = await run(['test-alert'], demonstration);
    expect(status).toBe(1);
    expect(complained).toContain('No ALERT_URL is set');
  });
});

describe('test-mail', () => {
  it('sends one mail that says it is a test', async () => {
    const { status, said } = await run(['test-mail', 'control.room@police.example'], demonstration);
    expect({ status, said }).toEqual({ status: 0, said: expect.stringContaining('/mail') as string });
    const folder = path.join(dataDirectory, 'mail');
    const [kept = ''] = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(JSON.parse(readFileSync(path.join(folder, kept), 'utf8'))).toMatchObject({
      to: 'control.room@police.example',
      subject: 'Test: mail from the partner portal arrives',
    });
  });

  it('refuses what is no address', async () => {
    const { status, complained } = await run(['test-mail', 'nobody'], demonstration);
    expect(status).toBe(1);
    expect(complained).toContain('refused the address');
  });
});

describe('doctor', () => {
  it('finds each part that does not answer, and says what to do', async () => {
    const gone = 'http://127.0.0.1:1';
    const { status, said, complained } = await run(['doctor', 'control.room@police.example'], {
      ...demonstration,
      DATABASE_URL: 'postgresql://portal:hunter2@127.0.0.1:1/portal',
      SMTP_URL: 'smtp://127.0.0.1:1',
      MAIL_FROM: 'portal@force.example',
      FILES_URL: 's3://portal-files',
      FILES_ENDPOINT: gone,
      FILES_ACCESS_KEY_ID: 'id',
      FILES_SECRET_ACCESS_KEY: 'hunter2',
      CLAMD_SOCKET: path.join(dataDirectory, 'no-clamd'),
      ALERT_URL: gone,
    });
    for (const part of ['Database', 'Files', 'Mail', 'Alerts', 'Scanner'])
      expect(said).toMatch(new RegExp(`^BAD ${part} `, 'm'));
    expect(said).toMatch(/^ok {2}Force pack/m);
    expect(said).toContain('Nothing listens at this address: check host and port');
    expect(said).toContain('gave no verdict (not_reached)');
    expect(said).not.toContain('hunter2');
    expect([status, complained]).toEqual([1, '6 parts are not in order.']);
  });
});
