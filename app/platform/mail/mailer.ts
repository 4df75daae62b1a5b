import type { Config } from '#app/platform/env.ts';
import { capturedMailer } from '#app/platform/mail/captured-mailer.ts';
import type { Mailer } from '#app/platform/mail/message.ts';
import { smtpMailer } from '#app/platform/mail/smtp-mailer.ts';

export { MailNotSent, type Mailer } from '#app/platform/mail/message.ts';

/** The mailer that the settings ask for: by SMTP when there is a mail server, captured otherwise. */
export function createMailer(config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDirectory'>): Mailer {
  const { smtpUrl, mailFrom, dataDirectory } = config;
  return smtpUrl === undefined
    ? capturedMailer({ dataDirectory, from: mailFrom })
    : smtpMailer({ url: smtpUrl, from: mailFrom });
}
