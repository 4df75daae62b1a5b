import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { startClamd } from '#tests/doubles/clamd.ts';
import { linesOf } from './guide-lines.ts';

/**
 * `npm run guide`: does what docs/operations/README.md says, line by line as written, as a service in production: on a
 * PostgreSQL cluster of its own with the guide's roles, with mail and alerts over TLS, clamd, and a store on disk; loses the
 * database and the files, and puts both back. A line that the guide has and this does not is an error.
 */
const root = mkdtempSync(join(tmpdir(), 'portal-guide-'));
chmodSync(root, 0o755);
const folder = join(root, 'portal');
const data = join(root, 'data');
const passphrase = 'a passphrase of the drill';
const pg = (program: string) =>
  join('/usr/lib/postgresql', readdirSync('/usr/lib/postgresql').sort().at(-1) ?? '', 'bin', program);

const guide = linesOf(readFileSync('docs/operations/README.md', 'utf8'));
const left = new Set(guide.sh);
const ended: (() => unknown)[] = [() => rmSync(root, { recursive: true, force: true })];

try {
  await prepare();
  await follow();
  if (left.size > 0) throw new Error(`The guide has lines that nobody followed:\n${[...left].join('\n')}`);
  console.log('The guide does what it says.');
} finally {
  for (const end of ended.toReversed()) await end();
}

async function follow(): Promise<void> {
  skip('npm ci', 'npm run build', 'npm run release does both');
  skip('set -a; . ./.env; set +a', 'before each of the others');
  await line('npm run admin -- check-config', /The settings are in order/);
  await line('npm run load-pack', /is loaded/);
  await line(
    'npm run admin -- invite-administrator first.person@police.example "First Person"',
    /The mail is sent/,
  );
  const portal = await start();
  await line('npm run admin -- doctor somebody@police.example', /Nothing is wrong with what was tried/);
  await line(
    'npm run admin -- invite-administrator portal-emergency-1@police.example "Emergency account 1"',
    /The mail is sent/,
  );
  await line('npm run admin -- emergency-account portal-emergency-1@police.example', /emergency account now/);
  await line('npm run admin -- reseal', /Sealed anew/);
  for (const statement of guide.sql.filter((sql) => sql.includes('pgboss'))) psql('portal', statement);
  const verified = await line('npm run admin -- verify-audit', /All of it is as it was sealed/);
  const [, seal = '', head = ''] = /Seal (\d+), head (\S+)/.exec(verified) ?? [];
  const mailed = 'npm run admin -- verify-audit 41 <the head of seal 41 as it was mailed>';
  left.delete(mailed);
  if (seal !== '0') await shell(mailed.replace(/41 <.*>/, `${seal} ${head}`), /as it was sealed/);

  for (const make of guide.sh.filter((each) => each.startsWith('openssl') && each.includes('-out')))
    await line(make, /^/, `${passphrase}\n${passphrase}\n`);
  await line(
    'npm run admin -- backup /backups/portal-2026-12-01.backup /etc/portal/backup.pub',
    /Database and files are in/,
  );
  await portal.stop();
  psql('postgres', 'DROP DATABASE portal');
  psql('postgres', 'CREATE DATABASE portal OWNER portal_owner');
  rmSync(join(data, 'files'), { recursive: true, force: true });
  await line(
    'openssl pkey -in backup.key | npm run admin -- restore /backups/portal-2026-12-01.backup /dev/stdin',
    /are restored/,
    `${passphrase}\n`,
  );
  await line('npm run admin -- verify-restore', /All of it is as it was sealed/);
  await (await start()).stop();

  writeFileSync(join(folder, 'areas.csv'), guide.csv);
  cpSync(join(folder, 'prisma/packs/west-midlands-2015'), join(folder, 'prisma/packs/our-force'), {
    recursive: true,
  });
  writeFileSync(
    join(folder, 'ONSPD_MAY_2026_UK.csv'),
    'pcds,doterm,laua,ward\nZZ1 1AA,,E08000025,E05011118\nZZ1 1AB,,E08000029,E05001287\n',
  );
  await line(
    'npm run areas -- areas.csv prisma/packs/our-force 2026 ONSPD_MAY_2026_UK.csv',
    /^2 areas, 1 districts/m,
  );
}

/** What the portal needs besides itself, each real, and the settings that name it. */
async function prepare(): Promise<void> {
  for (const made of [folder, data, join(root, 'backups'), join(root, 'etc')]) mkdirSync(made);
  execFileSync('sh', ['-c', `git archive HEAD | tar -x -C ${folder}`]);
  for (const built of ['build', 'app/platform/db/generated'])
    cpSync(built, join(folder, built), { recursive: true });
  execFileSync('ln', ['-s', resolve('node_modules'), join(folder, 'node_modules')]);
  writeFileSync(
    join(folder, 'public/.well-known/security.txt'),
    `Contact: mailto:security@force.test\nExpires: ${new Date(Date.now() + 1e10).toISOString()}\n`,
  );

  const cluster = join(root, 'postgresql');
  mkdirSync(cluster);
  execFileSync('chown', ['postgres', cluster]);
  const asPostgres = (...command: string[]) =>
    execFileSync('runuser', ['-u', 'postgres', '--', ...command], { cwd: root });
  asPostgres(pg('initdb'), '--auth=trust', '--pgdata', cluster);
  const listening = `-c listen_addresses='' -c unix_socket_directories=${cluster}`;
  asPostgres(
    pg('pg_ctl'),
    'start',
    '--wait',
    '--silent',
    '--pgdata',
    cluster,
    '--log',
    join(cluster, 'log'),
    '--options',
    listening,
  );
  ended.push(() => asPostgres(pg('pg_ctl'), 'stop', '--silent', '--mode=immediate', '--pgdata', cluster));
  const roles = guide.sql.filter((sql) => /^(CREATE|GRANT)/.test(sql));
  for (const statement of roles) psql('postgres', statement.replace("'…'", `'a password'`));

  const tls = certificate();
  const mail = new SMTPServer({
    ...tls,
    secure: true,
    authOptional: true,
    onData: (stream, _, done) => void stream.resume().on('end', () => done()),
  });
  mail.listen(0);
  ended.push(() => new Promise<void>((done) => mail.close(() => done())));
  const alerts = createServer(tls, (_, response) => void response.end('{}')).listen(0);
  ended.push(() => alerts.close());
  const clamd = await startClamd();
  ended.push(clamd.stop);
  const port = (of: { address: () => unknown }) => (of.address() as AddressInfo).port;
  const database = (role: string) => `postgresql:///portal?host=${cluster}&user=${role}`;
  const settings = {
    NODE_ENV: 'production',
    PORTAL_MODE: 'service',
    PORTAL_URL: 'https://portal.force.test',
    PORT: '4395',
    HOST: '127.0.0.1',
    TRUST_PROXY: 'true',
    DATABASE_URL: database('portal_web'),
    DATABASE_OWNER_URL: database('portal_owner'),
    DATA_DIRECTORY: data,
    KEY_ENCRYPTION_KEY: execFileSync('openssl', ['rand', '-base64', '32'], { encoding: 'utf8' }).trim(),
    SMTP_URL: `smtps://localhost:${port(mail.server)}`,
    MAIL_FROM: 'Partner portal <portal@force.test>',
    ALERT_URL: `https://localhost:${port(alerts)}/alert`,
    ALERT_TOKEN: 'a-token-of-the-drill',
    CLAMD_SOCKET: clamd.path,
    NODE_EXTRA_CA_CERTS: join(root, 'authority.pem'),
    LOG_LEVEL: 'warn',
  };
  writeFileSync(
    join(folder, '.env'),
    Object.entries(settings)
      .map(([name, value]) => `${name}="${value}"\n`)
      .join(''),
  );
}

function certificate() {
  const [key, cert] = [join(root, 'key.pem'), join(root, 'authority.pem')];
  const of = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-keyout', key, '-out', cert, ...of],
    { stdio: 'ignore' },
  );
  return { key: readFileSync(key), cert: readFileSync(cert) };
}

/** One line of the guide as written, with its own folders in place of those of a server. @throws Error where it fails or says something else */
function line(written: string, says: RegExp, typed = ''): Promise<string> {
  if (!guide.sh.includes(written)) throw new Error(`The guide has no line “${written}”`);
  left.delete(written);
  return shell(written, says, typed);
}

async function shell(written: string, says: RegExp, typed = ''): Promise<string> {
  const began = performance.now();
  const here = written.replaceAll('/backups/', `${root}/backups/`).replaceAll('/etc/portal/', `${folder}/`);
  // Without a terminal OpenSSL reads its passphrase from standard input.
  const child = spawn('setsid', ['--wait', 'sh', '-c', `set -a; . ./.env; set +a; ${here}`], { cwd: folder });
  child.stdin.end(typed);
  const [said, complained, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${written}`);
  if (status !== 0 || !says.test(said)) throw new Error(`It ended with ${status}:\n${said}\n${complained}`);
  return said;
}

function skip(...written: string[]): void {
  const why = written.pop();
  for (const each of written) {
    left.delete(each);
    console.log(`     –    ${each} (${why})`);
  }
}

function psql(database: string, statement: string): void {
  const cluster = join(root, 'postgresql');
  execFileSync(
    'runuser',
    [
      '-u',
      'postgres',
      '--',
      'psql',
      '-v',
      'ON_ERROR_STOP=1',
      '-q',
      '-h',
      cluster,
      '-d',
      database,
      '-c',
      statement,
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
}

/** `npm start` as written, until /health/ready says so through what a proxy would send. */
async function start(): Promise<{ stop: () => Promise<void> }> {
  left.delete('npm start');
  const child = spawn('sh', ['-c', 'set -a; . ./.env; set +a; exec npm start'], {
    cwd: folder,
    stdio: 'inherit',
    detached: true,
  });
  const end = once(child, 'exit');
  const began = performance.now();
  while (
    !(await fetch('http://127.0.0.1:4395/health/ready').then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null || performance.now() - began > 120_000)
      throw new Error('It did not become ready');
    await pause(200);
  }
  console.log(
    `${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  npm start, until it is ready`,
  );
  return {
    stop: async () => {
      process.kill(-(child.pid ?? 0), 'SIGTERM');
      await end;
    },
  };
}
