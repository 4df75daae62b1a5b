import type { Limit } from '#app/platform/limits.ts';

/** Failed sign-ins to one account. A right password forgets them. */
export const signInByAccount: Limit = { name: 'sign-in-account', points: 10, seconds: 15 * 60 };
/** Failed sign-ins from one network address, over all accounts: a whole station signs in from one. */
export const signInByAddress: Limit = { name: 'sign-in-address', points: 60, seconds: 15 * 60 };
/** Tries to open an invitation from one network address. */
export const invitationByAddress: Limit = { name: 'invitation-address', points: 30, seconds: 15 * 60 };
/** The warning to an account's owner that sign-in is limited. */
export const lockedMail: Limit = { name: 'locked-mail', points: 1, seconds: 60 * 60 };
