import type { Assurance } from '#app/platform/db/generated/enums.ts';
import type { HeldRole, Side } from '../../kernel/actor.ts';

/** Whether a second factor is required of those who need one, or offered to everybody, as in the demonstration (decision 0071). */
export type FactorRule = 'required' | 'offered';

/** `agreed`: the agreement of the person's organisation asks for one of everybody there. */
export const needsFactor = (
  rule: FactorRule,
  { side, roles, agreed }: { side: Side; roles: readonly HeldRole[]; agreed: boolean },
): boolean =>
  rule === 'required' && (side === 'police' || agreed || roles.some(({ role }) => role === 'partner_lead'));

/**
 * How far a session reaches. Only `whole` opens anything but the way there:
 * - `second_step`: signed in by password, and the account has a second factor.
 * - `first_code`: a second factor is needed, there is none, and the first is set up with a code that two people gave.
 * - `first_factor`: a second factor is needed, and is to be set up now.
 */
export type Standing = 'whole' | 'second_step' | 'first_code' | 'first_factor';

export function standingOf(of: {
  assurance: Assurance;
  hasFactor: boolean;
  needsFactor: boolean;
  firstByCode: boolean;
}): Standing {
  if (of.assurance === 'single_sign_on') return 'whole';
  const byPassword = of.assurance === 'password';
  if (of.hasFactor) return byPassword ? 'second_step' : 'whole';
  if (!of.needsFactor) return 'whole';
  return of.firstByCode && byPassword ? 'first_code' : 'first_factor';
}
