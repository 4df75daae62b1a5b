import { z } from 'zod';

/** What a partner usually wishes of sharing, without naming agencies: those are named in a report. */
export const usualSharing = ['police_only', 'no_limit'] as const;

/** What an account usually wishes of what it saw itself; null where it said nothing, which counts as the most careful. */
export type UsualWishes = { sharingLimit: string | null; callFirst: boolean | null };

/** The fields of usual wishes. They may stay empty, and police have none. */
export const wishFields = {
  sharingLimit: z.enum(['', ...usualSharing]).default(''),
  callFirst: z.enum(['', 'yes', 'no']).default(''),
};
export type WrittenWishes = z.output<z.ZodObject<typeof wishFields>>;

export const readWishes = ({ sharingLimit, callFirst }: WrittenWishes): UsualWishes => ({
  sharingLimit: sharingLimit || null,
  callFirst: callFirst === '' ? null : callFirst === 'yes',
});

/** The fields filled with what is there. */
export const writtenWishes = ({ sharingLimit, callFirst }: UsualWishes) => ({
  sharingLimit: sharingLimit ?? '',
  callFirst: callFirst === null ? '' : callFirst ? 'yes' : 'no',
});
