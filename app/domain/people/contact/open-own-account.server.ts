import { isRole, roles } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { signsInHere } from '../accounts/signs-in-here.ts';
import { noWays, type ContactWays } from './contact-ways.ts';
import { accountPlace, openWays } from './sealed-ways.ts';
import type { UsualWishes } from './usual-wishes.ts';

export type OwnAccount = {
  /** As it is shown to others. */
  displayName: string;
  email: string;
  organisation: string | null;
  site: string | null;
  /** As police name them, each with its area, if it is for one. */
  roles: { label: string; area: string | null }[];
  ways: ContactWays;
  wishes: UsualWishes;
  /** Whether it has a password of the portal's own. */
  signsInHere: boolean;
  /** The second factors that are set up, the oldest first. */
  factors: { kind: 'passkey' | 'code_app'; name: string }[];
};

/** The account of the actor, for the actor alone. */
export async function openOwnAccount(ctx: Ctx): Promise<OwnAccount> {
  const { accountId: id } = ctx.actor;
  const row = await ctx.db.account.findUniqueOrThrow({
    where: { id },
    select: {
      displayName: true,
      email: true,
      contactSealed: true,
      sharingLimit: true,
      callFirst: true,
      side: true,
      emergencySeat: true,
      organisation: { select: { name: true } },
      site: { select: { name: true } },
      accountRoles: { select: { role: true, area: { select: { name: true } } } },
      factors: {
        where: { confirmedAt: { not: null } },
        orderBy: [{ confirmedAt: 'asc' }, { id: 'asc' }],
        select: { kind: true, name: true },
      },
    },
  });
  return {
    displayName: row.displayName,
    email: row.email,
    organisation: row.organisation?.name ?? null,
    site: row.site?.name ?? null,
    roles: row.accountRoles.flatMap(({ role, area }) =>
      isRole(role) ? [{ label: roles[role].label, area: area?.name ?? null }] : [],
    ),
    signsInHere: signsInHere(ctx, row),
    factors: row.factors,
    wishes: { sharingLimit: row.sharingLimit, callFirst: row.callFirst },
    ways: row.contactSealed === null ? noWays : openWays(ctx.keyring, row.contactSealed, accountPlace(id)),
  };
}
