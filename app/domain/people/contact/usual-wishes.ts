import { shownAtTimes } from '../../kernel/fields.ts';

/** What a partner usually wishes of sharing, without naming agencies: those are named in a report. */
const usualSharing = ['police_only', 'no_limit'] as const;

/** What an account usually wishes of what it saw itself; null where it said nothing, which counts as the most careful. */
export type UsualWishes = { sharingLimit: string | null; callFirst: boolean | null };

/** The fields of usual wishes. They may stay empty, and police have none. */
export const wishFields = { sharingLimit: shownAtTimes(), callFirst: shownAtTimes() };
export type WrittenWishes = Record<keyof typeof wishFields, string>;

/** What is none of the choices is no wish. */
export const readWishes = ({ sharingLimit, callFirst }: WrittenWishes): UsualWishes => ({
  sharingLimit: usualSharing.find((each) => each === sharingLimit) ?? null,
  callFirst: callFirst === 'yes' ? true : callFirst === 'no' ? false : null,
});

/** The fields filled with what is there. */
export const writtenWishes = ({ sharingLimit, callFirst }: UsualWishes) => ({
  sharingLimit: sharingLimit ?? '',
  callFirst: callFirst === null ? '' : callFirst ? 'yes' : 'no',
});
