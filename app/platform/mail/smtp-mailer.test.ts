import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { createMailer, MailNotSent, type Mailer } from '#app/platform/mail/mailer.ts';

const from = 'Partner portal <portal@force.example>';
const message = {
  to: 'someone@ngo.example',
  subject: 'We have received your report – reference',
  text: 'Sign in to see it.\n.\nA line with a single dot above.\n',
  html: '<p>Sign in to see it.</p>',
};

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A real mail server on this machine that keeps what it is sent. */
async function farEnd(options: SMTPServerOptions = {}) {
  const received: ParsedMail[] = [];
  const recipients: string[] = [];
  let sessions = 0;
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    onConnect: (_session, done) => {
      sessions += 1;
      done();
    },
    onData: (stream, session, done) => {
      recipients.push(...session.envelope.rcptTo.map((recipient) => recipient.address));
      void simpleParser(stream).then((mail) => {
        received.push(mail);
        done();
      }, done);
    },
    ...options,
  });
  server.on('error', () => undefined);
  const listener = server.listen(0, '0.0.0.0');
  await once(listener, 'listening');
  closing.push(() => new Promise<void>((resolve) => server.close(resolve)));
  return { port: (listener.address() as AddressInfo).port, received, recipients, sessions: () => sessions };
}

function mailerTo(port: number, host = '127.0.0.1', user = ''): Mailer {
  const mailer = createMailer({
    smtpUrl: `smtp://${user}${host}:${port}`,
    mailFrom: from,
    dataDirectory: 'unused',
  });
  closing.unshift(() => mailer.close());
  return mailer;
}

const failureOf = async (sending: Promise<void>): Promise<unknown> =>
  sending.then(
    () => null,
    (error: unknown) => error,
  );

test('the far end receives the message as it was handed over', async () => {
  const { port, received, recipients } = await farEnd();
  await mailerTo(port).send(message);
  expect(recipients).toEqual([message.to]);
  expect(received[0]?.subject).toBe(message.subject);
  expect(received[0]?.text?.trimEnd()).toBe(message.text.trimEnd());
  expect(received[0]?.html).toContain(message.html);
  expect(received[0]?.from?.text).toBe('"Partner portal" <portal@force.example>');
  expect(received[0]?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(received[0]?.attachments).toEqual([]);
});

test('a subject cannot add a header', async () => {
  const { port, received, recipients } = await farEnd();
  await mailerTo(port).send({ ...message, subject: 'Waiting\r\nBcc: other@ngo.example' });
  expect(recipients).toEqual([message.to]);
  expect(received[0]?.bcc).toBeUndefined();
  expect(received[0]?.subject).toBe('Waiting Bcc: other@ngo.example');
});

test('connections are kept for several messages', async () => {
  const { port, received, sessions } = await farEnd();
  const mailer = mailerTo(port);
  for (let sent = 0; sent < 5; sent += 1) await mailer.send(message);
  expect(received).toHaveLength(5);
  expect(sessions()).toBe(1);
});

test('user and password come from the address', async () => {
  const seen: unknown[] = [];
  const { port } = await farEnd({
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) => {
      seen.push(auth.username, auth.password);
      done(null, { user: auth.username });
    },
  });
  await mailerTo(port, '127.0.0.1', 'portal:p%40ss@').send(message);
  expect(seen).toEqual(['portal', 'p@ss']);
});

test('a dead address is a permanent failure that does not name it', async () => {
  const { port } = await farEnd({
    onRcptTo: (_address, _session, done) =>
      done(Object.assign(new Error('no such user someone@ngo.example'), { responseCode: 550 })),
  });
  const failure = await failureOf(mailerTo(port).send(message));
  expect(failure).toBeInstanceOf(MailNotSent);
  expect(failure).toMatchObject({ permanent: true, code: 'EENVELOPE' });
  expect(`${String(failure)}${JSON.stringify(failure)}`).not.toContain('ngo.example');
});

test.each([
  ['a full mailbox', { onRcptTo: refuse(452) }],
  ['a server that takes no data', { onData: refuseData(451) }],
  ['wrong credentials', { allowInsecureAuth: true, onAuth: refuse(535) }],
])('%s is worth another try', async (_what, options: SMTPServerOptions) => {
  const { port } = await farEnd(options);
  const failure = await failureOf(mailerTo(port, '127.0.0.1', 'portal:wrong@').send(message));
  expect(failure).toBeInstanceOf(MailNotSent);
  expect(failure).toMatchObject({ permanent: false });
});

test('a server that is away is worth another try', async () => {
  const placeholder = createServer().listen(0, '127.0.0.1');
  await once(placeholder, 'listening');
  const { port } = placeholder.address() as AddressInfo;
  await new Promise((resolve) => placeholder.close(resolve));
  expect(await failureOf(mailerTo(port).send(message))).toMatchObject({ permanent: false });
});

test('a server elsewhere that offers no trusted TLS is reached and given nothing', async () => {
  const seen: string[] = [];
  const { port, received, sessions } = await farEnd({
    onMailFrom: (address, _session, done) => {
      seen.push(address.address);
      done();
    },
  });
  // 127.0.0.2 is this machine under an address that the mailer does not take for local.
  const failure = await failureOf(mailerTo(port, '127.0.0.2').send(message));
  expect(failure).toMatchObject({ name: 'MailNotSent', permanent: false });
  expect(sessions()).toBe(1);
  expect([seen, received]).toEqual([[], []]);
});

function refuse(responseCode: number) {
  return (_given: unknown, _session: unknown, done: (error: Error) => void) =>
    done(Object.assign(new Error('refused'), { responseCode }));
}

function refuseData(responseCode: number): NonNullable<SMTPServerOptions['onData']> {
  return (stream, _session, done) => {
    stream.resume();
    stream.on('end', () => done(Object.assign(new Error('later'), { responseCode })));
  };
}
