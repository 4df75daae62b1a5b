import { readableMark, readablePhone } from '../../kernel/normalise.ts';

export type EntityKind = 'vehicle' | 'contact' | 'person' | 'place' | 'organisation';
export type ContactKind = 'phone' | 'email' | 'account' | 'address' | 'advert' | 'website' | 'bank' | 'other';

const kinds: Readonly<Record<Exclude<EntityKind, 'contact'>, string>> = {
  vehicle: 'Vehicle',
  person: 'Person',
  place: 'Place',
  organisation: 'Business',
};
const contacts: Readonly<Record<ContactKind, string>> = {
  phone: 'Telephone number',
  email: 'Email address',
  account: 'Account online',
  address: 'Home address',
  advert: 'Advert',
  website: 'Website',
  bank: 'Bank account or card',
  other: 'Contact detail',
};

/** The kinds that are counted where several reports name one thing, in the order in which they are shown. */
export const repeatedKinds = ['place', 'vehicle', 'contact'] as const;
export type RepeatedKind = (typeof repeatedKinds)[number];
export const repeatedKindTitles: Readonly<Record<RepeatedKind, string>> = {
  place: 'Places',
  vehicle: 'Vehicles',
  contact: 'Numbers, addresses and accounts',
};

/** What kind of thing it is, in words: "Vehicle". */
export const kindWords = (kind: EntityKind, kindOfContact: ContactKind | null): string =>
  kind === 'contact' ? contacts[kindOfContact ?? 'other'] : kinds[kind];

/** What it is called: "BX51 ABC", "07700 900123", "José Ńowak". */
export function nameWords(kind: EntityKind, kindOfContact: ContactKind | null, written: string): string {
  if (kind === 'vehicle') return readableMark(written);
  return kindOfContact === 'phone' ? readablePhone(written) : written;
}

/** Codes of the form, "lives_at", and of the portal, `reaches`, as they are said between two things. */
export function linkWords(code: string): string {
  if (code === 'not_known') return 'connected, not known how';
  return code.replaceAll('_', ' ');
}

/** Places and businesses say themselves which they are. */
export const mayBeMerged = (kind: EntityKind): boolean =>
  kind === 'vehicle' || kind === 'contact' || kind === 'person';
