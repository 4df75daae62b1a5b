import { answerOf, choices, itemsOf, textAnswer, type ItemAnswers } from '#app/domain/form/answers.ts';
import { entryKey, namedEntry } from '#app/domain/form/entries.ts';
import type { OpenAnswers } from '#app/domain/form/source-identity.ts';
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

const normalised: Record<ContactRow['kind'], (value: string) => string> = {
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
  const written = value === null ? '' : normalised[kind](value);
  if (value === null || written === '') return [];
  return [{ kind, value, value_normalised: written, platform, ...owner }];
}

function ofPerson(item: ItemAnswers, position: number): Found[] {
  const owner = { person_position: position, organisation_position: null };
  const several = (kind: ContactRow['kind'], id: string) =>
    choices(item, id).flatMap((value) => contact(kind, value, owner));
  return [
    ...contact('phone', textAnswer(item, 'personPhone'), owner),
    ...several('phone', 'personOtherPhones'),
    ...contact('email', textAnswer(item, 'personEmail'), owner),
    ...several('email', 'personOtherEmails'),
    ...contact('account', textAnswer(item, 'personSocial'), owner, textAnswer(item, 'personSocialPlatform')),
    ...several('account', 'personOtherSocial'),
    ...contact('address', textAnswer(item, 'personAddress'), owner),
  ];
}

function ofOrganisation(item: ItemAnswers, position: number): Found[] {
  const owner = { person_position: null, organisation_position: position };
  return contact('phone', textAnswer(item, 'organisationPhone'), owner);
}

const kinds = Object.keys(normalised) as ContactRow['kind'][];

function ofList(item: ItemAnswers, answers: OpenAnswers): Found[] {
  const user = namedEntry(answers, answerOf(item, 'contactUser'));
  const owner = {
    person_position: user?.sectionId === 'people' ? user.position : null,
    organisation_position: user?.sectionId === 'organisations' ? user.position : null,
  };
  const kind = kinds.find((each) => each === textAnswer(item, 'contactKind')) ?? 'other';
  return contact(kind, textAnswer(item, 'contactValue'), owner, textAnswer(item, 'contactPlatform')).map(
    (found) => ({ ...found, key: entryKey('contacts', item.id) }),
  );
}

/** Contacts of people and organisations and those of the list, numbered; and which row each entry of the list became. */
export function contactRows(answers: OpenAnswers): {
  rows: ContactRow[];
  positions: ReadonlyMap<string, number>;
} {
  const found = [
    ...itemsOf(answers, 'people').flatMap((item, index) => ofPerson(item, index + 1)),
    ...itemsOf(answers, 'organisations').flatMap((item, index) => ofOrganisation(item, index + 1)),
    ...itemsOf(answers, 'contacts').flatMap((item) => ofList(item, answers)),
  ];
  const positions = new Map<string, number>();
  const rows = found.map(({ key, ...row }, index): ContactRow => {
    const position = index + 1;
    if (key !== undefined) positions.set(key, position);
    return { position, ...row };
  });
  return { rows, positions };
}
