import { entryKey, namedEntry } from '#app/domain/form/entries.ts';
import type { Meaning } from '#app/domain/form/meanings.ts';
import {
  answerSaid,
  choicesSaid,
  entriesSaid,
  textSaid,
  type Said,
  type SaidEntry,
} from '#app/domain/form/said.ts';
import {
  foldedName,
  normalisedAccountNumber,
  normalisedEmail,
  normalisedPhone,
  normalisedWebsite,
} from '#app/domain/kernel/normalise.ts';

export type ContactRow = {
  position: number;
  kind: 'phone' | 'email' | 'account' | 'address' | 'advert' | 'website' | 'bank' | 'other';
  value: string;
  /**
   * Phone: E.164, or its digits when it is no whole number. Email: lower case. Website: without scheme and "www.". Bank:
   * letters and digits. Everything else: folded.
   */
  value_normalised: string;
  /** Network, site, app or bank. */
  platform: string | null;
  person_position: number | null;
  organisation_position: number | null;
};

type Owner = Pick<ContactRow, 'person_position' | 'organisation_position'>;
/** `key` names the entry of the contacts list that the row comes from. */
type Found = Omit<ContactRow, 'position'> & { key?: string };

/** How a contact is compared, by its kind. */
export const normalisedContact: Record<ContactRow['kind'], (value: string) => string> = {
  phone: (value) => normalisedPhone(value) ?? value.replace(/\D/g, ''),
  email: normalisedEmail,
  website: normalisedWebsite,
  bank: normalisedAccountNumber,
  account: (value) => foldedName(value),
  address: (value) => foldedName(value),
  advert: (value) => foldedName(value),
  other: (value) => foldedName(value),
};

function contact(
  kind: ContactRow['kind'],
  value: string | null,
  owner: Owner,
  platform: string | null = null,
): Found[] {
  const written = value === null ? '' : normalisedContact[kind](value);
  if (value === null || written === '') return [];
  return [{ kind, value, value_normalised: written, platform, ...owner }];
}

function ofPerson(item: SaidEntry, position: number): Found[] {
  const owner = { person_position: position, organisation_position: null };
  const several = (kind: ContactRow['kind'], meaning: Meaning) =>
    choicesSaid(item, meaning).flatMap((value) => contact(kind, value, owner));
  return [
    ...contact('phone', textSaid(item, 'person.phone'), owner),
    ...several('phone', 'person.otherPhones'),
    ...contact('email', textSaid(item, 'person.email'), owner),
    ...several('email', 'person.otherEmails'),
    ...contact('account', textSaid(item, 'person.account'), owner, textSaid(item, 'person.accountPlatform')),
    ...several('account', 'person.otherAccounts'),
    ...contact('address', textSaid(item, 'person.address'), owner),
  ];
}

function ofOrganisation(item: SaidEntry, position: number): Found[] {
  const owner = { person_position: null, organisation_position: position };
  return contact('phone', textSaid(item, 'organisation.phone'), owner);
}

const kinds = Object.keys(normalisedContact) as ContactRow['kind'][];

function ofList(item: SaidEntry, report: Said): Found[] {
  const user = namedEntry(report, answerSaid(item, 'contact.user'));
  const owner = {
    person_position: user?.sectionId === 'person' ? user.position : null,
    organisation_position: user?.sectionId === 'organisation' ? user.position : null,
  };
  const kind = kinds.find((each) => each === textSaid(item, 'contact.kind')) ?? 'other';
  return contact(kind, textSaid(item, 'contact.value'), owner, textSaid(item, 'contact.platform')).map(
    (found) => ({ ...found, key: entryKey('contact', item.id) }),
  );
}

/** Contacts of people and organisations and those of the list, numbered; and which row each entry of the list became. */
export function contactRows(report: Said): {
  rows: ContactRow[];
  positions: ReadonlyMap<string, number>;
} {
  const found = [
    ...entriesSaid(report, 'person').flatMap((item, index) => ofPerson(item, index + 1)),
    ...entriesSaid(report, 'organisation').flatMap((item, index) => ofOrganisation(item, index + 1)),
    ...entriesSaid(report, 'contact').flatMap((item) => ofList(item, report)),
  ];
  const positions = new Map<string, number>();
  const rows = found.map(({ key, ...row }, index): ContactRow => {
    const position = index + 1;
    if (key !== undefined) positions.set(key, position);
    return { position, ...row };
  });
  return { rows, positions };
}
