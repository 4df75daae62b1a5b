import type { RouterContextProvider } from 'react-router';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { capturedMailer, type CapturedMailer } from '#app/platform/mail/captured-mailer.ts';
import { portalContext } from './context.ts';

/**
 * The mail that a demonstration keeps instead of sending. Everywhere else there is none to read, whoever asks: it
 * holds the links of invitations. @throws NotFound
 */
export function capturedMail(
  context: Readonly<RouterContextProvider>,
): Pick<CapturedMailer, 'list' | 'read'> {
  const { config } = context.get(portalContext);
  if (config.mode !== 'demonstration' || config.smtpUrl !== undefined) throw new NotFound();
  return capturedMailer({ dataDirectory: config.dataDirectory, from: config.mailFrom });
}
