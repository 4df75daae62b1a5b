import type { PublicCtx } from '../../kernel/context.ts';

/** What decides where an account signs in. */
export type WhereItSignsIn = { side: string; emergencySeat: number | null };

/**
 * Whether an account has to do with passwords, invitations and roles of the portal's own. Where police sign in with the
 * directory of the force, theirs do not, save for the two that are kept for when it is away (decision 0072).
 */
export const signsInHere = (
  { directory }: Pick<PublicCtx, 'directory'>,
  { side, emergencySeat }: WhereItSignsIn,
): boolean => directory === null || side === 'partner' || emergencySeat !== null;

/** Where the directory is the authority, nobody on the portal is one beside it (decision 0072). */
export const fromDirectory =
  'The roles of police come from the groups of their force account. Have them put into other groups, and they change at the next sign-in or within a quarter of an hour';
