import { z } from 'zod';
import { normalisedPhone } from '../../kernel/normalise.ts';
import { charactersOrLess } from '../../kernel/text-limits.ts';

/** How to reach somebody, in their own words; a part that was not given is empty. */
export type ContactWays = { telephone: string; safeTimes: string; anotherWay: string };

/** Which parts there are: what is known of them without opening them. */
export type ContactParts = Record<keyof ContactWays, boolean>;

export const noWays: ContactWays = { telephone: '', safeTimes: '', anotherWay: '' };

export const partsOf = ({ telephone, safeTimes, anotherWay }: ContactWays): ContactParts => ({
  telephone: telephone !== '',
  safeTimes: safeTimes !== '',
  anotherWay: anotherWay !== '',
});

/** Safe times alone reach nobody. */
export const hasWay = ({ telephone, anotherWay }: ContactWays | ContactParts): boolean =>
  Boolean(telephone) || Boolean(anotherWay);

/** The fields of a contact, as typed. */
export const contactFields = {
  contactTelephone: z.string(),
  contactSafeTimes: z.string(),
  contactAnotherWay: z.string(),
};
export type WrittenWays = Record<keyof typeof contactFields, string>;

/** The longest safe times or other way, in characters. */
const longest = 300;

/** What was typed, and by field what is wrong with it. */
export function readWays(written: WrittenWays): { ways: ContactWays; errors: Record<string, string> } {
  const ways = {
    telephone: written.contactTelephone.trim(),
    safeTimes: written.contactSafeTimes.trim(),
    anotherWay: written.contactAnotherWay.trim(),
  };
  const errors = {
    ...(ways.telephone !== '' && normalisedPhone(ways.telephone) === null
      ? { contactTelephone: 'Enter a phone number, like 07700 900123 or 0121 496 0123' }
      : {}),
    ...(ways.safeTimes.length > longest
      ? { contactSafeTimes: `When it is safe to call must be ${charactersOrLess(longest)}` }
      : {}),
    ...(ways.anotherWay.length > longest
      ? { contactAnotherWay: `Another way to reach you must be ${charactersOrLess(longest)}` }
      : {}),
  };
  return { ways, errors };
}

/** The fields filled with what is there. */
export const writtenWays = ({ telephone, safeTimes, anotherWay }: ContactWays): WrittenWays => ({
  contactTelephone: telephone,
  contactSafeTimes: safeTimes,
  contactAnotherWay: anotherWay,
});
