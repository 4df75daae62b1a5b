import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { readPostcode } from '#app/domain/routing/postcode-reading.ts';

/** How values are written for matching and search: two ways of writing one thing come out the same. */

/** Lower case without accents, punctuation or double spaces: "Ştefan  O'Nolan" → "stefan onolan". */
export function foldedName(...parts: (string | null)[]): string {
  return parts
    .filter((part) => part !== null)
    .join(' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/[øð]/g, (letter) => (letter === 'ø' ? 'o' : 'd'))
    .replace(/đ/g, 'd')
    .replace(/ß/g, 'ss')
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Capitals without spaces, `?` for each character that is not known: "bx?? abc" → "BX??ABC". Null for nothing. */
export function normalisedRegistration(written: string): string | null {
  return written.toUpperCase().replace(/[^A-Z0-9?]/g, '') || null;
}

/** E.164 ("+447700900123"), a number without a country code read as British. Null when it is no whole number. */
export function normalisedPhone(written: string): string | null {
  const parsed = parsePhoneNumberFromString(written, 'GB');
  return parsed?.isPossible() ? parsed.number : null;
}

export function normalisedEmail(written: string): string {
  return written.trim().toLowerCase();
}

/** A full or part postcode in capitals with one space, in its likeliest reading; null when it can't be read. */
export function normalisedPostcode(written: string): string | null {
  return readPostcode(written)[0]?.postcode ?? null;
}
