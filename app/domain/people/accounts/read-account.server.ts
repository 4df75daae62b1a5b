import type { AccountStatus } from '#app/platform/db/generated/enums.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { signsInHere } from './signs-in-here.ts';
import { roleLines, type RoleLine } from '../roles/role-lines.ts';

export type AccountView = {
  id: string;
  version: number;
  displayName: string;
  email: string;
  side: string;
  organisation: string | null;
  site: string | null;
  /** Whether the organisation has sites, one of which may be theirs. */
  hasSites: boolean;
  /** `withdrawn` is a suspended account that nobody ever opened. */
  status: string;
  roles: RoleLine[];
  /** The newest request for roles of the police or another address, while it waits or where it was refused. */
  request: { id: string; email: string | null; roles: RoleLine[]; refused: boolean } | null;
  /** How many second factors are set up, and whether somebody asks for a new start. */
  factors: number;
  factorLost: boolean;
  /** Real times, not the demonstration's. */
  createdAt: Date;
  lastSignedInAt: Date | null;
  /** When the invitation that is still to be opened stops working; null when there is none. */
  invitationEndsAt: Date | null;
  /** Whether passwords, invitations and roles of the portal's own are this account's. */
  signsInHere: boolean;
  /** One of the two that are kept for when nobody can sign in with their force account. */
  emergency: boolean;
  /** The account of whoever asks: they cannot suspend it. */
  own: boolean;
};

/** Partners are in no directory of the force. */
type Opened = { passwordHash: string | null; directoryIdentity?: object | null };

/** Whether anybody ever signed in to it: they have set a password, or come from the directory of the force. */
export const wasOpened = ({ passwordHash, directoryIdentity }: Opened): boolean =>
  passwordHash !== null || Boolean(directoryIdentity);

/** The status as it is shown: an account that was suspended before anybody opened it is an invitation withdrawn. */
export const shownStatus = ({
  status,
  ...opened
}: Opened & { status: AccountStatus }): AccountStatus | 'withdrawn' =>
  status === 'suspended' && !wasOpened(opened) ? 'withdrawn' : status;

/** One account, for the administrator. @throws NotFound */
export async function readAccount(ctx: Ctx, input: { accountId: Id<'Account'> }): Promise<AccountView> {
  if (!may(ctx.actor, 'accounts.manage')) throw new NotFound();
  const row = await ctx.db.account.findUnique({
    where: { id: input.accountId },
    include: {
      organisation: { select: { name: true, _count: { select: { organisationSites: true } } } },
      site: { select: { name: true } },
      directoryIdentity: { select: { accountId: true } },
      accountRoles: { include: { area: { select: { name: true } } } },
      roleRequests: {
        orderBy: { askedAt: 'desc' },
        take: 1,
        include: { roles: { include: { area: { select: { name: true } } } } },
      },
      _count: {
        select: {
          factors: { where: { confirmedAt: { not: null } } },
          factorLosses: { where: { decision: null } },
        },
      },
      sessions: { orderBy: { createdAt: 'desc' }, take: 1, select: { createdAt: true } },
      invitations: {
        where: { usedAt: null },
        orderBy: { createdAt: 'desc' },
        take: 1,
        select: { expiresAt: true },
      },
    },
  });
  if (!row) throw new NotFound();
  return {
    id: row.id,
    version: row.version,
    displayName: row.displayName,
    email: row.email,
    side: row.side,
    organisation: row.organisation?.name ?? null,
    site: row.site?.name ?? null,
    hasSites: (row.organisation?._count.organisationSites ?? 0) > 0,
    status: shownStatus(row),
    roles: roleLines(row.accountRoles),
    request: requestOf(row.roleRequests[0]),
    factors: row._count.factors,
    factorLost: row._count.factorLosses > 0,
    createdAt: row.createdAt,
    lastSignedInAt: row.sessions[0]?.createdAt ?? null,
    invitationEndsAt: row.invitations[0]?.expiresAt ?? null,
    signsInHere: signsInHere(ctx, row),
    emergency: row.emergencySeat !== null,
    own: row.id === ctx.actor.accountId,
  };
}

type Requested = {
  id: string;
  email: string | null;
  decision: string | null;
  roles: Parameters<typeof roleLines>[0];
};

const requestOf = (newest: Requested | undefined): AccountView['request'] =>
  newest && (newest.decision === null || newest.decision === 'refused')
    ? {
        id: newest.id,
        email: newest.email,
        roles: roleLines(newest.roles),
        refused: newest.decision === 'refused',
      }
    : null;
