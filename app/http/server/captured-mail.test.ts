import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RouterContextProvider } from 'react-router';
import { afterAll, describe, expect, it } from 'vitest';
import { NotFound } from '#app/domain/kernel/failures.ts';
import type { Config } from '#app/platform/env.ts';
import { capturedMailer } from '#app/platform/mail/captured-mailer.ts';
import type { Portal } from '#app/portal.ts';
import { capturedMail } from './captured-mail.ts';
import { portalContext } from './context.ts';

const dataDirectory = mkdtempSync(join(tmpdir(), 'portal-mail-'));
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }));

type Asked = Pick<Config, 'mode' | 'smtpUrl' | 'dataDirectory' | 'mailFrom'>;
const contextOf = (changes: Partial<Asked>) => {
  const config: Asked = {
    mode: 'demonstration',
    smtpUrl: undefined,
    dataDirectory,
    mailFrom: 'Portal <portal@localhost>',
    ...changes,
  };
  const context = new RouterContextProvider();
  context.set(portalContext, { config } as Portal);
  return context;
};

describe('captured mail', () => {
  it('is read in a demonstration', async () => {
    const mailer = capturedMailer({ dataDirectory, from: 'Portal <portal@localhost>' });
    await mailer.send({
      to: 'robin@harbour-trust.example',
      subject: 'Something waits',
      text: 'Sign in',
      html: '<p>Sign in</p>',
    });
    const mail = capturedMail(contextOf({}));
    const [message] = await mail.list();
    expect(message).toMatchObject({ to: 'robin@harbour-trust.example', subject: 'Something waits' });
    expect(await mail.read(message!.id)).toEqual(message);
    expect(await mail.read('../demonstration')).toBeNull();
  });
  it('does not exist in service, nor where mail is really sent', () => {
    expect(() => capturedMail(contextOf({ mode: 'service' }))).toThrow(NotFound);
    expect(() => capturedMail(contextOf({ smtpUrl: 'smtp://localhost' }))).toThrow(NotFound);
  });
});
