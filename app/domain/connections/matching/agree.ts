import type { AgeAgreement } from './ages.ts';
import type { Agreement } from './strength.ts';

/**
 * The rules by which values of two reports are taken for the same, one for each kind of thing. Similarities come from
 * the database, 0 to 1 by shared groups of three letters (pg_trgm). Two values that are only alike are never "strong".
 */

/** `shared`: characters known in both marks, which contradict each other nowhere; `whole`: nothing is unknown in either. */
export function marksAgree({ shared, whole }: { shared: number; whole: boolean }): Agreement | null {
  if (whole) return { strength: 'strong', why: 'Same registration mark' };
  const why = `Part of a registration mark fits: ${shared} characters are the same and none differs`;
  if (shared >= 5) return { strength: 'likely', why };
  return shared === 4 ? { strength: 'possible', why } : null;
}

const contactWords: Readonly<Record<string, string>> = {
  phone: 'Same telephone number',
  email: 'Same email address',
  account: 'Same account or name online',
  address: 'Same home address',
  advert: 'Same advert',
  website: 'Same website',
  bank: 'Same bank account or card',
  other: 'Same contact detail',
};

/** A handle is the same words on whatever network, so without the network it proves less. */
export function contactsAgree(kind: string, samePlatform: boolean): Agreement {
  const why = contactWords[kind] ?? 'Same contact detail';
  if (kind === 'other' || (kind === 'account' && !samePlatform)) return { strength: 'likely', why };
  return { strength: 'strong', why };
}

export type NamesCompared = {
  /** Of the less alike of forename and surname, in whichever order; of the whole names where one lacks a part. */
  similarity: number;
  /** Forename and surname were compared apart: with whole names a shared surname alone makes strangers alike. */
  inParts: boolean;
  /** Forename and surname sound the same, in whichever order. */
  soundsAlike: boolean;
  /** A nickname of one is a name or nickname of the other. */
  sharesNickname: boolean;
  /** Words of the shorter name. One forename alone is many people. */
  words: number;
  ages: AgeAgreement;
};

const ageWords: Readonly<Record<AgeAgreement, string>> = {
  same_birth: 'same date of birth',
  fits: 'the ages fit',
  differs: 'the dates of birth or ages differ',
  not_known: 'no ages to compare',
};

/** From where on forenames and surnames, and whole names, are similar: short words have few groups of letters in common. */
export const similarPart = 0.45;
export const similarName = 0.75;
const similarFrom = ({ inParts }: NamesCompared): number => (inParts ? similarPart : similarName);

function nameWords(compared: NamesCompared): string {
  const { similarity, soundsAlike, sharesNickname } = compared;
  if (similarity >= 0.95) return 'Same name';
  if (similarity >= similarFrom(compared)) return 'Similar name';
  if (soundsAlike) return 'Name that sounds the same';
  return sharesNickname ? 'Same nickname' : 'Name with some likeness';
}

/** How alike two names are: 3 the same, 2 similar or the same in sound, 1 somewhat, 0 not. */
function likeness(compared: NamesCompared): 0 | 1 | 2 | 3 {
  const { similarity, soundsAlike, sharesNickname, words } = compared;
  const whole = words > 1;
  if (whole && similarity >= 0.95) return 3;
  if (whole && (similarity >= similarFrom(compared) || soundsAlike)) return 2;
  return sharesNickname || similarity >= (whole ? 0.3 : 0.95) ? 1 : 0;
}

export function namesAgree(compared: NamesCompared): Agreement | null {
  const alike = likeness(compared);
  const why = `${nameWords(compared)}, ${ageWords[compared.ages]}`;
  switch (compared.ages) {
    case 'same_birth':
      return alike >= 2 ? { strength: 'strong', why } : alike === 1 ? { strength: 'likely', why } : null;
    case 'fits':
      return alike === 3
        ? { strength: 'likely', why }
        : alike === 2 || compared.sharesNickname
          ? { strength: 'possible', why }
          : null;
    case 'not_known':
      if (alike === 3) return { strength: 'likely', why };
      return alike === 2 || compared.sharesNickname ? { strength: 'possible', why } : null;
    case 'differs':
      return alike === 3 ? { strength: 'possible', why } : null;
  }
}

/** From where on addresses, landmarks and names of businesses are similar. */
export const similarThing = 0.6;

export type PlacesCompared = {
  /** The same full postcode. */
  samePostcode: boolean;
  /** House numbers of both addresses; null where an address has none. */
  numbers: readonly [string | null, string | null];
  addressSimilarity: number;
  landmarkSimilarity: number;
};

export function placesAgree(compared: PlacesCompared): Agreement | null {
  const { samePostcode, addressSimilarity, landmarkSimilarity } = compared;
  const [one, other] = compared.numbers;
  const known = one !== null && other !== null;
  if (samePostcode) {
    if (known && one === other) return { strength: 'strong', why: 'Same postcode and house number' };
    if (known) return { strength: 'possible', why: 'Same postcode, another house number' };
    return { strength: 'likely', why: 'Same postcode; not both have a house number' };
  }
  if (known && one !== other) return null;
  if (addressSimilarity >= 0.8) return { strength: 'likely', why: 'Nearly the same address' };
  if (addressSimilarity >= similarThing) return { strength: 'possible', why: 'Similar address' };
  return landmarkSimilarity >= similarThing ? { strength: 'possible', why: 'Similar landmark' } : null;
}

export function businessesAgree(compared: { similarity: number; sameNumber: boolean }): Agreement | null {
  if (compared.sameNumber) return { strength: 'strong', why: 'Same company number' };
  if (compared.similarity >= 0.95) return { strength: 'likely', why: 'Same business name' };
  return compared.similarity >= similarThing ? { strength: 'possible', why: 'Similar business name' } : null;
}
