/** A message without content of any submission: the files in `emails/` make the subject, text and HTML. */
export type Message = { to: string; subject: string; text: string; html: string };

export interface Mailer {
  /**
   * Hands the message over; it is sent when this resolves.
   * @throws MailNotSent
   */
  send(message: Message): Promise<void>;
  /** Ends open connections. */
  close(): void;
}

/**
 * The message was not taken. It names no recipient, so it may be logged. `permanent` says that the address itself was
 * refused, so sending again is of no use; anything else is worth another try.
 */
export class MailNotSent extends Error {
  readonly permanent: boolean;
  readonly code: string;

  constructor(code: string, permanent: boolean) {
    super(permanent ? 'The mail server refused the address' : 'The mail server did not take the message');
    this.name = 'MailNotSent';
    this.code = code;
    this.permanent = permanent;
  }
}

/** One plain address of at most 254 characters: no list, no display name, no line break. */
const plainAddress = /^[^\s<>()[\]\\,;:@"]{1,64}@[^\s<>()[\]\\,;:@"]+$/;

/**
 * The message as nodemailer takes it. The address is an object, so that it can't be read as a list.
 * @throws MailNotSent when the recipient is no single address
 */
export function envelopeOf(from: string, message: Message) {
  if (message.to.length > 254 || !plainAddress.test(message.to)) throw new MailNotSent('EADDRESS', true);
  return {
    from,
    to: { name: '', address: message.to },
    subject: message.subject,
    text: message.text,
    html: message.html,
    // Keeps holiday notices of recipients from answering (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
