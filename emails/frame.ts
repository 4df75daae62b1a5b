import { parseReference } from '#app/domain/kernel/reference.ts';

/**
 * The frame of every message. A message says that something waits in the portal and carries no content: its inputs are
 * of the closed kinds checked here (a path, a reference, a count, a moment), so that free text has no way in.
 */
export type Email = { subject: string; text: string; html: string };

/**
 * A page of the portal: `portalUrl` is the portal's origin, `path` names identifiers and no content. `force` is the force's
 * name in its pack: every message says whose portal sent it.
 */
export type PortalLink = { force: string; portalUrl: string; path: string };

type Parts = {
  subject: string;
  /** In plain text; each becomes a paragraph. */
  paragraphs: string[];
  link: PortalLink & { label: string };
  /** What stands after the link. */
  after?: string[];
};

const emergency = 'If someone is in danger now, call 999. Do not wait for an answer through the portal.';
const automatic = (force: string): string =>
  `This message was sent automatically by the partner portal of ${nameText(force)}. It holds nothing of what was reported, and no link but the one above.`;

export function email({ subject, paragraphs, link, after = [] }: Parts): Email {
  const address = addressOf(link);
  const closing = [...after, emergency, automatic(link.force)];
  return {
    subject,
    text: `${[...paragraphs, `${link.label}:\n${address}`, ...closing].join('\n\n')}\n`,
    html: page(subject, [
      ...paragraphs.map(paragraph),
      `<p>${escapeHtml(link.label)}:<br><a href="${escapeHtml(address)}">${escapeHtml(address)}</a></p>`,
      ...closing.map(paragraph),
    ]),
  };
}

/** Escapes for HTML text and for attributes in double quotes. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/**
 * The reference of a submission as the portal writes it.
 * @throws Error when it is anything else: no other text may pass for one
 */
export function referenceText(reference: string): string {
  if (parseReference(reference) !== reference) throw new Error('Not a reference of a submission');
  return reference;
}

/** A whole number of things, with the word for one and for several. */
export function countText(count: number, one: string, several: string): string {
  if (!Number.isInteger(count) || count < 0) throw new Error('A count is a whole number');
  return `${count} ${count === 1 ? one : several}`;
}

/**
 * The head of a seal of the audit trail: 32 bytes as base64url.
 * @throws Error when it is anything else
 */
export function headOfSealText(head: string): string {
  if (!/^[\w-]{43}$/.test(head)) throw new Error('Not the head of a seal');
  return head;
}

/** Names are at most this long in a message; more than that is no name. */
const longestName = 100;

/** The name of an officer or of the force on one line, whatever was typed as the name. */
export function nameText(name: string): string {
  return name
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longestName);
}

const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h12',
});

/** A moment in Europe/London, as GOV.UK writes it: 18 January 2016 at 9:05am. */
export function momentText(moment: Date): string {
  const parts = new Map(inLondon.formatToParts(moment).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  const half = part('dayPeriod').toLowerCase();
  return `${part('day')} ${part('month')} ${part('year')} at ${part('hour')}:${part('minute')}${half}`;
}

/** The portal's own address and no other; a query could carry what somebody typed. */
function addressOf({ portalUrl, path }: PortalLink): string {
  if (!/^(\/[A-Za-z0-9_.*~$=-]+)+$|^\/$/.test(path))
    throw new Error('A link of a message is a plain path of the portal');
  const address = new URL(path, portalUrl);
  if (address.origin !== new URL(portalUrl).origin)
    throw new Error('A link of a message leads to the portal');
  return address.href;
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

/** No image, no style sheet and no font: nothing is fetched when the message is opened. */
function page(title: string, body: string[]): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
</head>
<body>
${body.join('\n')}
</body>
</html>
`;
}
