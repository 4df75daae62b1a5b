import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findingText } from '#app/domain/audit/findings.ts';
import { headText } from '#app/domain/audit/seal.ts';
import { verifyTrail } from '#app/domain/audit/verify-trail.server.ts';
import type { SystemCtx } from '#app/domain/kernel/context.ts';
import { DomainFailure, Invalid } from '#app/domain/kernel/failures.ts';
import { reseal } from '#app/domain/admin/sealing-keys.server.ts';
import { keptHours } from '#app/domain/people/accounts/kept-text.server.ts';
import {
  approveRolesOnServer,
  rolesForTheServer,
  type WaitingRoles,
} from '#app/domain/people/roles/decide-roles.server.ts';
import {
  emergencyAccounts,
  endEmergencyAccount,
  markEmergencyAccount,
} from '#app/domain/people/sign-on/emergency-accounts.server.ts';
import type { Post } from '#app/domain/notify/send-mail.server.ts';
import { inviteAdministrator } from '#app/domain/people/accounts/invite-administrator.server.ts';
import { lossesForTheServer, newFactorOnServer } from '#app/domain/people/factors/lost-factor.server.ts';
import { sendPasswordResetTo } from '#app/domain/people/accounts/send-password-reset.server.ts';
import { checkRestore } from '#app/domain/admin/verify-restore.server.ts';
import { loadPack } from '#app/load-pack.ts';
import { makeBackup, restoreBackup } from '#app/backup.ts';
import { askDoctor, callTestAlert, sendTestMail } from '#app/doctor.ts';
import { addressOf } from '#app/http/address-of.ts';
import { readConfig, type Config } from '#app/platform/env.ts';
import { wordsOfError } from '#app/platform/words-of-error.ts';
import { openPortal, packDirectory, systemCtx, type Overrides, type Portal } from '#app/portal.ts';
import { readForcePack } from '#app/domain/admin/read-force-pack.ts';

/** What a command writes to: standard output and standard error, or the lists of a test, which may open its own portal. */
export type Terminal = {
  say: (words: string) => void;
  complain: (words: string) => void;
  overrides?: Overrides;
};

/** Done, refused or failed, wrongly used: what the shell is told. */
export type ExitStatus = 0 | 1 | 2;

type Command = {
  /** Whether this many words may follow the command's name. */
  takes: (words: number) => boolean;
  run: (config: Config, terminal: Terminal, words: readonly string[]) => Promise<void>;
};

const commands: Record<string, Command> = {
  'check-config': { takes: (words) => words === 0, run: checkConfig },
  'load-pack': { takes: (words) => words <= 1, run: loadPack },
  'invite-administrator': { takes: (words) => words >= 2, run: inviteByMail },
  reseal: { takes: (words) => words === 0, run: sealAnew },
  'verify-audit': { takes: (words) => words === 0 || words === 2, run: verifyAudit },
  'approve-roles': { takes: (words) => words <= 1, run: approveRoles },
  'lost-factor': { takes: (words) => words <= 1, run: startFactorAnew },
  'reset-password': { takes: (words) => words === 1, run: resetByMail },
  'emergency-account': { takes: (words) => words <= 1, run: markEmergency },
  'end-emergency-account': { takes: (words) => words === 1, run: endEmergency },
  doctor: { takes: (words) => words <= 1, run: askDoctor },
  backup: { takes: (words) => words === 2, run: makeBackup },
  restore: { takes: (words) => words === 2, run: restoreBackup },
  'verify-restore': { takes: (words) => words === 0, run: verifyRestore },
  'test-alert': { takes: (words) => words === 0, run: testAlert },
  'test-mail': { takes: (words) => words === 1, run: testMail },
};

const usage = `Use: npm run admin -- <command>

  check-config                          check every setting and the force pack
  load-pack [shorter-retention]         load the force pack that FORCE_PACK names into the database; with the word, also
                                        one by whose rules of retention reports may go sooner than until now
  invite-administrator <email> <name>   make an administrator's account and mail the invitation
  reseal                                seal every record under KEY_ENCRYPTION_KEY, so that older keys can go
  verify-audit [<seal> <head>]          hold the whole audit trail against its seals, and against a head that was kept
  approve-roles [<email>]               approve the police roles or the new address that were asked for an account, where
                                        no other administrator can; without an address, list what waits for it
  lost-factor [<email>]                 approve a new second factor for an account, where no other administrator can, and
                                        show the code that is told to its owner; without an address, list what waits
  reset-password <email>                mail a link for a new password to the owner of an account
  emergency-account [<email>]           keep an account of the police for when nobody can sign in with their force
                                        account; without an address, list the two at most that there are
  end-emergency-account <email>         take that from it again
  doctor [<email>]                      try the database and its keys, the store of files, the scanner and, with an address,
                                        mail and alerts, each as the portal uses it
  backup <file> <public key>            keep database and files in one file that only the private key opens
  restore <file> <private key>          put such a file into an empty database and the store of files, once all of it is
                                        proved to be as it was kept
  verify-restore                        count what a restored portal holds, open all that is sealed, and hold files, forms
                                        and the audit trail against what they were
  test-alert                            call the alert address as for a High report, marked as a test
  test-mail <email>                     send a mail that says it is a test

The commands read the same settings as the portal (.env.example).`;

/**
 * Runs one command with the settings of `env`. With the embedded database it refuses while a portal runs on the same
 * data directory, because two processes on one directory lose reports.
 */
export async function runCommand(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  terminal: Terminal,
): Promise<ExitStatus> {
  const [name = '', ...words] = args;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command?.takes(words.length)) {
    terminal.complain(usage);
    return 2;
  }
  try {
    await command.run(readConfig(env), terminal, words);
    return 0;
  } catch (error) {
    terminal.complain(wordsOf(error));
    return 1;
  }
}

/** Names what the settings come to, and no secret: addresses of the database, of mail and of alerts stay out. */
async function checkConfig(config: Config, { say }: Terminal): Promise<void> {
  const { directoryGroups } = await readForcePack(packDirectory(config));
  if (config.directory && directoryGroups.length === 0)
    throw new Error(
      'OIDC_ISSUER is set, and the force pack gives no group of the directory a role: nobody of the police could sign in. Name them in directoryGroups.',
    );
  const rows = [
    ['Mode', `${config.mode}, ${config.environment}`],
    ['Address', `${config.portalUrl}, listening on ${config.host} port ${config.port}`],
    ['Proxy', config.trustProxy ? 'its X-Forwarded headers are believed' : 'none'],
    ['Database', config.databaseUrl ? 'PostgreSQL' : `embedded, in ${config.dataDirectory}`],
    ['Mail', config.smtpUrl ? `by SMTP, from ${config.mailFrom}` : `captured in ${config.dataDirectory}`],
    ['Files', config.files ? 'in a bucket' : `in ${config.dataDirectory}`],
    ['Scanner', config.clamd ? 'clamd' : 'none: attached files stay where nobody can open them'],
    ['Alerts', config.alertUrl ? 'the alert address is called' : 'by mail only: no ALERT_URL is set'],
    [
      'Police',
      config.directory ? `sign in with ${config.directory.issuer}` : 'sign in on the portal, with a password',
    ],
    ['Old keys', String(config.previousKeyEncryptionKeys.length)],
    ['Force pack', `${config.forcePack}, which holds together`],
  ];
  say(
    ['The settings are in order.', ...rows.map(([what, words]) => `  ${what?.padEnd(11)}${words}`)].join(
      '\n',
    ),
  );
}

/** Opens the portal for one command, and closes it however that ends. */
async function onPortal(
  config: Config,
  overrides: Overrides | undefined,
  command: string,
  work: (ctx: SystemCtx, portal: Portal) => Promise<void>,
): Promise<void> {
  const portal = await openPortal(config, overrides);
  try {
    await work(systemCtx(portal, `Command ${command}`, randomUUID()), portal);
  } finally {
    await portal.close();
  }
}

async function inviteByMail(config: Config, terminal: Terminal, words: readonly string[]): Promise<void> {
  const [email = '', ...name] = words;
  await mailing(config, terminal, 'invite-administrator', (ctx, post) =>
    inviteAdministrator(ctx, post, { email, displayName: name.join(' ') }),
  );
  terminal.say('Its link opens once and for 7 days; run the command again for a new one.');
}

/** The link is mailed and not shown: whoever runs the portal opens no account with it. */
async function resetByMail(
  config: Config,
  terminal: Terminal,
  [email = '']: readonly string[],
): Promise<void> {
  await mailing(config, terminal, 'reset-password', (ctx, post) => sendPasswordResetTo(ctx, post, email));
  terminal.say('Its link works once and for 30 minutes; run the command again for a new one.');
}

/** Runs a use case that sends a mail, and says that it is sent. */
async function mailing(
  config: Config,
  { say, overrides }: Terminal,
  command: string,
  send: (ctx: SystemCtx, post: Post) => Promise<unknown>,
): Promise<void> {
  await onPortal(config, overrides, command, async (ctx, portal) => {
    const { name: force } = portal.force.force;
    await send(ctx, { mailer: portal.mailer, force, portalUrl: config.portalUrl, addressOf });
    say(
      config.smtpUrl
        ? 'The mail is sent.'
        : `No mail server is set: the mail is in ${path.join(config.dataDirectory, 'mail')}`,
    );
  });
}

/** May be run beside a running portal, stopped and run again. @throws Error while a record is under another key still */
async function sealAnew(config: Config, { say, overrides }: Terminal): Promise<void> {
  await onPortal(config, overrides, 'reseal', async (ctx, portal) => {
    const done = await reseal(ctx);
    say(`Sealed anew under key ${portal.keyring.current.id}: ${done.count}.`);
    if (done.retired.length > 0)
      say(
        `Nothing is under ${done.retired.join(', ')} any more: take it out of PREVIOUS_KEY_ENCRYPTION_KEYS from ${keptHours} hours on, when no page that somebody left open needs it.`,
      );
    if (done.unopened > 0)
      throw new Error(
        `${done.unopened} records do not open with any key that is set. They stay under ${done.remaining.join(', ')}.`,
      );
    if (done.remaining.length > 0)
      throw new Error(
        `A portal that still runs with ${done.remaining.join(', ')} as its key has sealed records meanwhile: restart every portal, then run the command again.`,
      );
  });
}

/** Beside a running portal. @throws Error where something is not as it was sealed */
async function verifyAudit(
  config: Config,
  { say, overrides }: Terminal,
  [seal, head = '']: readonly string[],
): Promise<void> {
  if (seal !== undefined && !/^[1-9]\d{0,17}$/.test(seal))
    throw new Error('A seal has a number, such as 41.');
  const known = seal === undefined ? undefined : { seal: BigInt(seal), head };
  await onPortal(config, overrides, 'verify-audit', (ctx) => holdTrail(ctx, say, known));
}

async function holdTrail(
  ctx: SystemCtx,
  say: Terminal['say'],
  known?: { seal: bigint; head: string },
): Promise<void> {
  const found = await verifyTrail(ctx, 'whole', known);
  say(
    `${found.events} events held against their seals, ${found.unsealed} not sealed yet. Seal ${found.seal}, head ${headText(found)}`,
  );
  const more = found.findings - found.named.length;
  if (found.findings > 0)
    throw new Error([...found.named.map(findingText), ...(more > 0 ? [`And ${more} more.`] : [])].join('\n'));
  say('All of it is as it was sealed.');
}

/** The second person for roles and addresses of the police where the portal has no other administrator. */
async function approveRoles(
  config: Config,
  { say, overrides }: Terminal,
  [email]: readonly string[],
): Promise<void> {
  await onPortal(config, overrides, 'approve-roles', async (ctx) => {
    if (email !== undefined) {
      const approved = await approveRolesOnServer(ctx, email);
      say(`Approved. ${wordsOfRequest(approved)}`);
      return;
    }
    const waiting = await rolesForTheServer(ctx);
    say(waiting.map(wordsOfRequest).join('\n') || 'No request waits for the server.');
  });
}

/** Two at most sign in on the portal while police sign in with the directory of the force. */
async function markEmergency(
  config: Config,
  { say, overrides }: Terminal,
  [email]: readonly string[],
): Promise<void> {
  await onPortal(config, overrides, 'emergency-account', async (ctx) => {
    if (email !== undefined) {
      await markEmergencyAccount(ctx, email);
      say(
        'It is an emergency account now. Keep its password in a sealed envelope: each use is told to everybody.',
      );
      return;
    }
    const lines = (await emergencyAccounts(ctx)).map((each) => `${each.displayName} <${each.email}>`);
    say(lines.join('\n') || 'There is no emergency account.');
  });
}

async function endEmergency(
  config: Config,
  { say, overrides }: Terminal,
  [email = '']: readonly string[],
): Promise<void> {
  await onPortal(config, overrides, 'end-emergency-account', async (ctx) => {
    await endEmergencyAccount(ctx, email);
    say('It is no emergency account any more.');
  });
}

const wordsOfRequest = ({ email, newEmail, displayName, roles, askedBy }: WaitingRoles): string => {
  const words = [
    ...(newEmail === null ? [] : [`the address ${newEmail}`]),
    ...roles.map(({ label, area }) => (area === null ? label : `${label} of ${area}`)),
  ];
  return `${displayName} <${email}>: ${words.join(', ')}. Asked for by ${askedBy}.`;
};

/** The second person for a lost second factor where the portal has no other administrator. */
async function startFactorAnew(
  config: Config,
  { say, overrides }: Terminal,
  [email]: readonly string[],
): Promise<void> {
  await onPortal(config, overrides, 'lost-factor', async (ctx) => {
    if (email !== undefined) {
      const code = await newFactorOnServer(ctx, email);
      say(
        `Approved. Tell its owner this code in person or by telephone, once you are sure who they are: ${code}`,
      );
      return;
    }
    const waiting = await lossesForTheServer(ctx);
    const lines = waiting.map(
      (loss) => `${loss.displayName} <${loss.email}>. Asked for by ${loss.askedBy}: ${loss.reason}`,
    );
    say(lines.join('\n') || 'No lost second factor waits for the server.');
  });
}

/** Calls the alert address with `kind` test. Touches no database, so it may be run beside a running portal. */
async function testAlert(config: Config, { say }: Terminal): Promise<void> {
  if (!config.alertUrl) throw new Error('No ALERT_URL is set: High reports are told by mail only.');
  await callTestAlert(config);
  say('The alert address took the call. Ask whoever is to be called whether it reached them.');
}

/** Sends one mail through the mail server that the portal uses. Touches no database. */
async function testMail(config: Config, { say }: Terminal, [to = '']: readonly string[]): Promise<void> {
  await sendTestMail(config, to);
  say(
    config.smtpUrl
      ? 'The mail server took the mail. Look whether it arrives, and in which folder.'
      : `No mail server is set: the mail is in ${path.join(config.dataDirectory, 'mail')}`,
  );
}

/** @throws Error where anything is not as it was kept */
async function verifyRestore(config: Config, { say, overrides }: Terminal): Promise<void> {
  await onPortal(config, overrides, 'verify-restore', async (ctx, portal) => {
    const { counts, newest, sealed, files, faults } = await checkRestore(ctx, portal.files);
    for (const { what, count } of counts) say(`${what.padEnd(20)}${count}`);
    say(`${'Newest report'.padEnd(20)}${newest?.toISOString() ?? 'none'}`);
    say(`${sealed} sealed values and ${files} files were opened.`);
    if (faults.length > 0) throw new Error(faults.join('\n'));
    await holdTrail(ctx, say);
  });
}

/** What a use case refuses is said in its own words. */
function wordsOf(error: unknown): string {
  if (error instanceof Invalid) return Object.values(error.fieldErrors).join('\n') || error.message;
  if (error instanceof DomainFailure) return error.message;
  return wordsOfError(error);
}

const startedDirectly =
  process.argv[1] !== undefined && import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href;
if (startedDirectly) {
  process.exitCode = await runCommand(process.argv.slice(2), process.env, {
    say: (words) => void process.stdout.write(`${words}\n`),
    complain: (words) => void process.stderr.write(`${words}\n`),
  });
}
