import { createTransport } from 'nodemailer';
import { envelopeOf, MailNotSent, type Mailer } from '#app/platform/mail/message.ts';

const localHosts = ['localhost', '127.0.0.1', '::1'];

/**
 * Mail by SMTP over a pool of connections. `smtps://` is TLS from the start; `smtp://` must be raised to TLS before
 * anything is sent, except to a server on this machine.
 */
export function smtpMailer(options: { url: string; from: string }): Mailer {
  const address = new URL(options.url);
  const host = address.hostname.replace(/^\[|\]$/g, '');
  const secure = address.protocol === 'smtps:';
  const transport = createTransport({
    pool: true,
    maxConnections: 2,
    host,
    port: address.port === '' ? (secure ? 465 : 587) : Number(address.port),
    secure,
    requireTLS: !secure && !localHosts.includes(host),
    ...(address.username === '' ? {} : { auth: credentials(address) }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  return {
    send: async (message) => {
      const envelope = envelopeOf(options.from, message);
      await transport.sendMail(envelope).catch((error: unknown) => {
        throw notSent(error);
      });
    },
    close: () => transport.close(),
  };
}

function credentials(address: URL): { user: string; pass: string } {
  return { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) };
}

/** The far end's own words often repeat the address, so only the codes are kept. */
function notSent(error: unknown): MailNotSent {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const name = typeof code === 'string' ? code : 'EMAIL';
  const refused = name === 'EENVELOPE' && typeof responseCode === 'number' && responseCode >= 500;
  return new MailNotSent(name, refused);
}
