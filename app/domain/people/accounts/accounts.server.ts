import { z } from 'zod';
import type { Prisma } from '#app/platform/db/generated/client.ts';
import { AccountStatus } from '#app/platform/db/generated/enums.ts';
import { optionalText, shownAtTimes } from '../../kernel/fields.ts';
import { isId, type Id } from '../../kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { roleLines, type RoleLine } from '../roles/role-lines.ts';
import { shownStatus } from './read-account.server.ts';

export type AccountLine = {
  id: Id<'Account'>;
  displayName: string;
  email: string;
  side: string;
  organisation: string | null;
  status: string;
  roles: RoleLine[];
};
export type AccountPage = { accounts: AccountLine[]; next: Id<'Account'> | null };

const PAGE = 25;

const known = <Code extends string>(codes: readonly Code[]) =>
  shownAtTimes().transform((posted) => codes.find((code) => code === posted) ?? null);

/** The form above the list: part of a name or address, who somebody belongs to (`police`, or the id of an organisation), a status. */
export const accountsForm = z.object({
  name: optionalText({ name: 'Name or email address', limit: 200 }),
  of: shownAtTimes().transform((posted) =>
    posted === 'police' || isId<'Organisation'>(posted) ? posted : null,
  ),
  status: known(Object.values(AccountStatus)),
});
export type AccountsSought = z.output<typeof accountsForm>;

const organisationId = z.custom<Id<'Organisation'>>((kept) => typeof kept === 'string' && isId(kept));

/** As a search is kept. Null narrows nothing. */
export const keptAccountsSought: z.ZodType<AccountsSought> = z.strictObject({
  name: z.string().nullable(),
  of: z.literal('police').or(organisationId).nullable(),
  status: z.enum(AccountStatus).nullable(),
});

/** To whom an account may belong, by name. @throws NotFound */
export function accountsOf(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  if (!may(ctx.actor, 'accounts.manage')) throw new NotFound();
  return ctx.db.organisation.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } });
}

/**
 * Accounts by email address, a page at a time, narrowed where something is sought. `after` is the last account of the page
 * before: its id, as an address of somebody is nothing for the address of a page. @throws NotFound
 */
export async function accounts(
  ctx: Ctx,
  input: { sought: AccountsSought | null; after: Id<'Account'> | null },
): Promise<AccountPage> {
  if (!may(ctx.actor, 'accounts.manage')) throw new NotFound();
  const last =
    input.after && (await ctx.db.account.findUnique({ where: { id: input.after }, select: { email: true } }));
  const rows = await ctx.db.account.findMany({
    where: {
      ...(input.sought ? narrowedBy(input.sought) : {}),
      ...(last ? { email: { gt: last.email } } : {}),
    },
    orderBy: { email: 'asc' },
    take: PAGE + 1,
    include: {
      organisation: { select: { name: true } },
      directoryIdentity: { select: { accountId: true } },
      accountRoles: { include: { area: { select: { name: true } } } },
    },
  });
  const page = rows.slice(0, PAGE);
  return {
    accounts: page.map((row) => ({
      id: row.id,
      displayName: row.displayName,
      email: row.email,
      side: row.side,
      organisation: row.organisation?.name ?? null,
      status: shownStatus(row),
      roles: roleLines(row.accountRoles),
    })),
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

function narrowedBy({ name, of, status }: AccountsSought): Prisma.AccountWhereInput {
  // What was typed is text: LIKE would take these for any character.
  const contains = (name ?? '').replace(/[\\%_]/g, String.raw`\$&`);
  const holds = { contains, mode: 'insensitive' } as const;
  return {
    ...(name === null ? {} : { OR: [{ displayName: holds }, { email: holds }] }),
    ...(of === null ? {} : of === 'police' ? { side: 'police' } : { organisationId: of }),
    ...(status === null ? {} : { status }),
  };
}
