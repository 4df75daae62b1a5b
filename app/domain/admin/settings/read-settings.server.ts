import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '#app/platform/db/transaction.ts';
import { transaction } from '#app/platform/db/transaction.ts';
import { currentForce } from '../../force/current-force.server.ts';
import { packSettingsSchema, type PackSettings } from '../../force/pack-settings.ts';
import { settingParts, type SettingPart } from '../../force/setting-parts.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import type { Id } from '../../kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import { allOfPack, changedRows, newRow, rowsOf, type ChangedRow, type SettingRow } from './setting-rows.ts';

type Named = { displayName: string };

/** What a pack says, whatever was changed on screen. */
const contentOf = ({ content }: { content: unknown }): PackSettings => packSettingsSchema.parse(content);

export const packOf = async (tx: Tx, code: string): Promise<PackSettings> =>
  contentOf(await tx.forcePack.findUniqueOrThrow({ where: { code }, select: { content: true } }));

/** A change as lists and its own page show it. */
export type SettingChangeLine = {
  id: Id<'ForceSetting'>;
  part: SettingPart;
  version: number;
  from: Date;
  askedBy: string;
  askedAt: Date;
  decision: 'approved' | 'refused' | 'withdrawn' | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  reason: string | null;
  own: boolean;
};

const withNames = {
  askedByAccount: { select: { displayName: true } },
  decidedByAccount: { select: { displayName: true } },
} as const;

/** As many as the page of settings lists; older ones stay on record. */
const most = 30;

/**
 * What is in force of each part, whether that is the pack's, and the changes, the newest first. @throws NotFound
 */
export async function readSettings(ctx: Ctx) {
  if (!may(ctx.actor, 'settings.manage')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const force = await currentForce(tx, ctx);
    const pack = await packOf(tx, force.code);
    const rows = await tx.forceSetting.findMany({
      where: { forceCode: force.code },
      orderBy: [{ askedAt: 'desc' }, { version: 'desc' }],
      take: most,
      omit: { content: true },
      include: withNames,
    });
    return {
      parts: settingParts.map((part) => {
        const rows = rowsOf(part, force[part]);
        return { part, rows, asInPack: isDeepStrictEqual(rows, rowsOf(part, pack[part])) };
      }),
      changes: rows.map((row) => lineOf(ctx, row)),
    };
  });
}

/**
 * One row to change, on top of what was approved last, with the version of its part; for the code `allOfPack` the rows of the
 * whole part, as they stand and as the pack has them. @throws NotFound
 */
export async function readSetting(
  ctx: Ctx,
  { part, code }: { part: SettingPart; code: string },
): Promise<{
  row: SettingRow | null;
  version: number;
  waits: boolean;
  /** What goes back to the pack's. */
  back: ChangedRow[] | null;
}> {
  if (!may(ctx.actor, 'settings.manage')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const { force, newest, content } = await versionsOf(tx, part);
    const before = rowsOf(part, content);
    const found = before.find((each) => each.code === code);
    const isBack = code === allOfPack;
    if (!found && !isBack && (code !== newRow || part === 'clocks')) throw new NotFound();
    return {
      row: found?.row ?? null,
      version: newest?.version ?? 0,
      waits: newest !== undefined && newest.decision === null,
      back: isBack ? changedRows(before, rowsOf(part, (await packOf(tx, force))[part])) : null,
    };
  });
}

/** A change with the rows that it makes other, and what they were in the version before. @throws NotFound */
export async function readSettingChange(ctx: Ctx, { changeId }: { changeId: Id<'ForceSetting'> }) {
  if (!may(ctx.actor, 'settings.manage')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const row = await tx.forceSetting.findUnique({
      where: { id: changeId },
      include: { ...withNames, pack: { select: { content: true } } },
    });
    if (!row) throw new NotFound();
    const { part, forceCode, version } = row;
    const before = await tx.forceSetting.findFirst({
      where: { forceCode, part, version: { lt: version }, decision: 'approved' },
      orderBy: { version: 'desc' },
      select: { content: true },
    });
    // What a version before it did not change is the pack's.
    const was = before?.content ?? contentOf(row.pack)[part];
    return {
      change: lineOf(ctx, row),
      before: rowsOf(part, was as PackSettings[SettingPart]),
      after: rowsOf(part, row.content as PackSettings[SettingPart]),
    };
  });
}

/** The newest version of a part and the newest that was approved, with what that made of it: the pack's where there is none. */
export async function versionsOf(tx: Tx, part: SettingPart) {
  const settings = await currentForce(tx, { packHash: null });
  const of = { forceCode: settings.code, part };
  const orderBy = { version: 'desc' } as const;
  const newest = await tx.forceSetting.findFirst({ where: of, orderBy });
  const approved =
    newest?.decision === 'approved'
      ? newest
      : await tx.forceSetting.findFirst({ where: { ...of, decision: 'approved' }, orderBy });
  return {
    force: settings.code,
    newest: newest ?? undefined,
    approved: approved ?? undefined,
    content: (approved?.content ?? settings[part]) as PackSettings[SettingPart],
  };
}

function lineOf(
  { actor }: Ctx,
  row: Omit<SettingChangeLine, 'from' | 'askedBy' | 'decidedBy' | 'own'> & {
    fromDay: Date;
    askedBy: string;
    askedByAccount: Named;
    decidedByAccount: Named | null;
  },
): SettingChangeLine {
  const { id, part, version, askedAt, decision, decidedAt, reason } = row;
  return {
    id,
    part,
    version,
    from: row.fromDay,
    askedBy: row.askedByAccount.displayName,
    askedAt,
    decision,
    decidedBy: row.decidedByAccount?.displayName ?? null,
    decidedAt,
    reason,
    own: row.askedBy === actor.accountId,
  };
}
