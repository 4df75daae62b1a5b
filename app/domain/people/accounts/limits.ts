import type { Limit } from '#app/platform/limits.ts';

/**
 * Failed sign-ins to one account (decision 0029). A browser that the account has signed in with has tries of its own, so
 * that strangers cannot use them up. Everybody else is a stranger: counted for each network, and all together.
 */
export const signInByDevice: Limit = { name: 'sign-in-device', points: 10, seconds: 15 * 60 };
export const signInByNetwork: Limit = { name: 'sign-in-network', points: 10, seconds: 15 * 60 };
export const signInByStrangers: Limit = { name: 'sign-in-strangers', points: 60, seconds: 60 * 60 };
/** Failed sign-ins of strangers from one network address, over all accounts: a whole station signs in from one. */
export const signInByAddress: Limit = { name: 'sign-in-address', points: 60, seconds: 15 * 60 };
/** Wrong current passwords of whoever is signed in: a session that was left open is not to open the rest. */
export const currentPassword: Limit = { name: 'current-password', points: 10, seconds: 15 * 60 };
/** Wrong codes and passkeys of an account whose password is known: the first against guessing now, the second against patience. */
export const factorByQuarter: Limit = { name: 'factor-quarter', points: 10, seconds: 15 * 60 };
export const factorByDay: Limit = { name: 'factor-day', points: 40, seconds: 24 * 60 * 60 };
/** Mailed links that are none, opened from one network address. */
export const unknownLinkByAddress: Limit = { name: 'unknown-link-address', points: 30, seconds: 15 * 60 };
/**
 * Links for a new password that are asked for, the narrowest first (decision 0068): by one network for one e-mail address,
 * so that a stranger cannot use up what its owner may ask for; for it from everywhere; by one network for all.
 */
export const resetByAsker: Limit = { name: 'reset-asker', points: 3, seconds: 60 * 60 };
export const resetByEmail: Limit = { name: 'reset-email', points: 10, seconds: 60 * 60 };
export const resetByNetwork: Limit = { name: 'reset-network', points: 30, seconds: 60 * 60 };
/** Mail to an account's owner that it was used in a browser which does not know it. */
export const newDeviceMail: Limit = { name: 'new-device-mail', points: 3, seconds: 60 * 60 };
/** The warning to an account's owner that somebody keeps trying. */
export const lockedMail: Limit = { name: 'locked-mail', points: 1, seconds: 60 * 60 };
