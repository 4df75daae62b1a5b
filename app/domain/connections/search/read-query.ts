import { readReference } from '#app/domain/connections/records/record-reference.ts';
import { readPostcode } from '#app/domain/kernel/postcode-reading.ts';
import {
  foldedName,
  normalisedEmail,
  normalisedPhone,
  normalisedRegistration,
  normalisedWebsite,
} from '#app/domain/kernel/normalise.ts';
import { parseReference } from '#app/domain/kernel/reference.ts';

export const shortestQuery = 3;
export const longestQuery = 200;

/**
 * The query typed into the one box, read as each of the things that it may be; null where it is not one. `text` is what
 * full text search is given.
 */
export type Query = {
  text: string;
  reference: string | null;
  /** The reference of a record kept elsewhere, as `readReference` writes it. */
  record: string | null;
  /** Capitals without spaces, `?` for what is not known. */
  mark: string | null;
  phone: string | null;
  postcode: string | null;
  /** Folded, for names, addresses and businesses; null where nothing of it is a letter or digit. */
  words: string | null;
  /** How a contact may be stored: email, website, account, bank. */
  contacts: string[];
};

/** The likeliest kind of the query, for the audit trail: never what was typed. */
export type QueryKind = 'reference' | 'phone' | 'postcode' | 'vehicle' | 'text';

export function readQuery(typed: string): Query {
  const text = typed.trim().replace(/\s+/g, ' ').slice(0, longestQuery);
  const words = foldedName(text) || null;
  const contacts = [
    normalisedEmail(text),
    normalisedWebsite(text),
    words ?? '',
    text.toUpperCase().replace(/[^A-Z0-9]/g, ''),
  ];
  return {
    text,
    reference: parseReference(text),
    record: readReference(text),
    mark: markOf(text),
    phone: phoneOf(text),
    postcode: postcodeOf(text),
    words,
    contacts: [...new Set(contacts)].filter((value) => value.length >= shortestQuery),
  };
}

export function kindOf(query: Query): QueryKind {
  if (query.reference) return 'reference';
  if (query.phone) return 'phone';
  if (query.postcode) return 'postcode';
  return query.mark && /\d|\?/.test(query.mark) ? 'vehicle' : 'text';
}

/** A mark or a part of one: three to eight characters, with a digit or something unknown, in at most three groups. */
function markOf(text: string): string | null {
  if (!/^[a-z0-9?]+([\s-][a-z0-9?]+){0,2}$/i.test(text)) return null;
  const mark = normalisedRegistration(text);
  const known = mark?.replaceAll('?', '').length ?? 0;
  return mark !== null && known >= 3 && mark.length <= 8 && /[\d?]/.test(mark) ? mark : null;
}

function phoneOf(text: string): string | null {
  const digits = text.replace(/\D/g, '').length;
  if (!/^[+()\d\s.-]+$/.test(text) || digits < 6) return null;
  return normalisedPhone(text) ?? text.replace(/\D/g, '');
}

/** A whole postcode, or an outward code with or without a sector: "B11 4AA", "B11 4", "B11". */
function postcodeOf(text: string): string | null {
  if (!/^[a-z]{1,2}\d[a-z\d]?(\s*\d([a-z]{2})?)?$/i.test(text)) return null;
  return readPostcode(text)[0]?.postcode ?? null;
}
