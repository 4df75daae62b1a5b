import { normalisedEmail, normalisedPhone, normalisedWebsite } from './normalise.ts';
import { houseNumber, readPostcode } from './postcode-reading.ts';

/**
 * How an organisation is reached itself. `domain` is its own website or mail, with everything under it; `page` a page or
 * account on somebody else's site; `number` the house number of an office, null where it has none.
 */
export type OwnContact =
  | { kind: 'phone' | 'email' | 'domain' | 'page'; value: string }
  | { kind: 'office'; postcode: string; number: string | null };

/** Where many people have a mailbox or a page: its own is one address there and not all of them. */
const shared = new Set([
  ...['gmail.com', 'googlemail.com', 'hotmail.com', 'hotmail.co.uk', 'outlook.com', 'live.com', 'live.co.uk'],
  ...['yahoo.com', 'yahoo.co.uk', 'icloud.com', 'aol.com', 'btinternet.com', 'proton.me', 'protonmail.com'],
  ...['facebook.com', 'instagram.com', 'x.com', 'twitter.com', 'tiktok.com', 'youtube.com', 'linkedin.com'],
  ...['wa.me', 't.me', 'sites.google.com', 'linktr.ee'],
]);

const host = /^[a-z\d-]+(?:\.[a-z\d-]+)+$/;
const mailbox = /^[^\s@,;]+@[a-z\d-]+(?:\.[a-z\d-]+)+$/;

/**
 * A number or address of its own, as somebody wrote it on a line: a telephone number, a mailbox, a website or mail domain
 * ("@charity.example"), or the address of an office with its full postcode. Null for anything else.
 */
export function readOwnContact(written: string): OwnContact | null {
  const line = written.trim();
  if (/^[+\d][\d\s().-]*$/.test(line)) {
    const value = normalisedPhone(line);
    return value === null ? null : { kind: 'phone', value };
  }
  if (mailbox.test(line.toLowerCase())) return { kind: 'email', value: normalisedEmail(line) };
  if (!/\s/.test(line) && line.includes('.')) {
    const value = normalisedWebsite(line.replace(/^@/, ''));
    if (host.test(value)) return shared.has(value) ? null : { kind: 'domain', value };
    return host.test(value.split('/')[0] ?? '') ? { kind: 'page', value } : null;
  }
  const [read] = readPostcode(line);
  return read?.scope === 'unit'
    ? { kind: 'office', postcode: read.postcode, number: houseNumber(line) }
    : null;
}

/** Whether a telephone number, mail or web address, as it was written in a report, is this one. */
export function isOwnContact(own: OwnContact, written: string): boolean {
  switch (own.kind) {
    case 'phone':
      return normalisedPhone(written) === own.value;
    case 'email':
      return normalisedEmail(written) === own.value;
    case 'page':
      return normalisedWebsite(written) === own.value;
    case 'domain': {
      const at = normalisedWebsite(written).split('/')[0]?.split('@').at(-1) ?? '';
      return at === own.value || at.endsWith(`.${own.value}`);
    }
    case 'office':
      return false;
  }
}

/** Whether a place, as it was written in a report, is this office: the house next door, with the same postcode, is none. */
export function isOwnOffice(own: OwnContact, written: string): boolean {
  if (own.kind !== 'office') return false;
  const [read] = readPostcode(written);
  const number = houseNumber(written);
  return (
    read?.scope === 'unit' && read.postcode === own.postcode && (number === null || number === own.number)
  );
}
