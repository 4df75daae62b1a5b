import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixedClock } from '#app/platform/clock.ts';
import { capturedMailer } from '#app/platform/mail/captured-mailer.ts';
import { createMailer, MailNotSent } from '#app/platform/mail/mailer.ts';

let dataDirectory: string;
beforeEach(() => {
  dataDirectory = mkdtempSync(path.join(tmpdir(), 'mail-'));
});
afterEach(() => rmSync(dataDirectory, { recursive: true }));

const from = 'Partner portal <portal@force.example>';
const message = {
  to: 'someone@ngo.example',
  subject: 'We have received your report',
  text: 'Sign in',
  html: '<p>Sign in</p>',
};
const clock = () => fixedClock(new Date('2016-01-18T09:00:00Z'));
const files = () => readdirSync(path.join(dataDirectory, 'mail'));

test('a message is kept and can be read again', async () => {
  const mailer = capturedMailer({ dataDirectory, from, clock: clock() });
  await mailer.send(message);
  const [kept] = await mailer.list();
  expect(kept).toMatchObject({ ...message, from, sentAt: '2016-01-18T09:00:00.000Z' });
  expect(await mailer.read(kept!.id)).toEqual(kept);
});

test('the message as it would have been sent is beside it, for nobody else to read', async () => {
  const mailer = capturedMailer({ dataDirectory, from, clock: clock() });
  await mailer.send(message);
  const eml = files().find((name) => name.endsWith('.eml'));
  const file = path.join(dataDirectory, 'mail', eml ?? '');
  const parsed = await simpleParser(readFileSync(file));
  expect(parsed.subject).toBe(message.subject);
  expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
  expect(parsed.date).toEqual(new Date('2016-01-18T09:00:00Z'));
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('newest first, within the same moment too, and over a restart', async () => {
  const time = clock();
  const mailer = capturedMailer({ dataDirectory, from, clock: time });
  for (const subject of ['one', 'two']) await mailer.send({ ...message, subject });
  time.advance(1);
  const restarted = capturedMailer({ dataDirectory, from, clock: time });
  await restarted.send({ ...message, subject: 'three' });
  expect((await restarted.list()).map((kept) => kept.subject)).toEqual(['three', 'two', 'one']);
  expect((await restarted.list(2)).map((kept) => kept.subject)).toEqual(['three', 'two']);
});

test('an unfinished file is not listed, and none is left', async () => {
  const mailer = capturedMailer({ dataDirectory, from });
  await mailer.send(message);
  expect(files().filter((name) => name.endsWith('.part'))).toEqual([]);
  writeFileSync(path.join(dataDirectory, 'mail', '000000000000001-000001-00000000.json.part'), '{');
  expect(await mailer.list()).toHaveLength(1);
});

test('before the first message the list is empty', async () => {
  expect(await capturedMailer({ dataDirectory, from }).list()).toEqual([]);
});

test.each(['', '../../etc/passwd', '000000000000001-000001-0000000g', '000000000000001-000001-00000000'])(
  'there is no message %j',
  async (id) => {
    expect(await capturedMailer({ dataDirectory, from }).read(id)).toBeNull();
  },
);

test.each([
  'a@b.example, c@d.example',
  'a@b.example\r\nBcc: c@d.example',
  'Name <a@b.example>',
  'nobody',
  '',
])('a recipient that is no single address is refused: %j', async (to) => {
  const mailer = capturedMailer({ dataDirectory, from });
  await expect(mailer.send({ ...message, to })).rejects.toBeInstanceOf(MailNotSent);
  expect(await mailer.list()).toEqual([]);
});

test('without a mail server the portal captures', async () => {
  const mailer = createMailer({ smtpUrl: undefined, mailFrom: from, dataDirectory });
  await mailer.send(message);
  mailer.close();
  expect(await capturedMailer({ dataDirectory, from }).list()).toHaveLength(1);
});
