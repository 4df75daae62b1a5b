import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { readPostcode } from './postcode-reading.ts';

/** How values are written for matching and search: two ways of writing one thing come out the same. */

/** Lower case without accents, characters that are not seen, punctuation or double spaces: "Ştefan  O'Nolan" → "stefan onolan". */
export function foldedName(...parts: (string | null)[]): string {
  return parts
    .filter((part) => part !== null)
    .join(' ')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
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

/** As people read it: "BX12ABC" → "BX12 ABC". A mark of another kind stays as it is. */
export function readableMark(mark: string): string {
  return mark.replace(/^([A-Z?]{2}[0-9?]{2})([A-Z?]{3})$/, '$1 $2');
}

/** E.164 as people write it: "+447700900123" → "07700 900123", and of other countries "+40 712 345 678". */
export function readablePhone(e164: string): string {
  const parsed = parsePhoneNumberFromString(e164);
  const british = parsed?.countryCallingCode === '44';
  return parsed?.format(british ? 'NATIONAL' : 'INTERNATIONAL') ?? e164;
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

/** A web address without what two people write differently: scheme, "www.", capitals of the host, a slash at the end. */
export function normalisedWebsite(written: string): string {
  const [host = '', ...path] = written
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/^www\./i, '')
    .split('/');
  return [host.toLowerCase(), ...path].join('/').replace(/\/+$/, '');
}

/** Letters and digits of an account, card or sort code, capitals: "20-00-00 1234 5678" → "20000012345678". */
export function normalisedAccountNumber(written: string): string {
  return written.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
