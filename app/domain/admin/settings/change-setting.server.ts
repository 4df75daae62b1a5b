import { isDeepStrictEqual } from 'node:util';
import { transaction } from '#app/platform/db/transaction.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import { record } from '../../audit/record.server.ts';
import { holdWhatIsDue } from '../../force/begin-settings.server.ts';
import { packSettingsSchema, type PackSettings } from '../../force/pack-settings.ts';
import { roleHolders } from '../../force/role-holders.server.ts';
import { needsSecond, type SettingPart } from '../../force/setting-parts.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid, NotFound } from '../../kernel/failures.ts';
import { newId } from '../../kernel/id.ts';
import { may } from '../../kernel/permissions.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import { packOf, versionsOf } from './read-settings.server.ts';
import { allOfPack, newRow, rowsOf, withRow, type SettingRow } from './setting-rows.ts';

/** `row` null: it is taken away. `code` `allOfPack`: every row is again as the pack has it. `from`: the day on which it begins to hold, "2016-01-18". `expectedVersion`: of the part. */
export type SettingChange = {
  part: SettingPart;
  code: string;
  row: SettingRow | null;
  from: string;
  expectedVersion: number;
};

/** What was told when a change was made: it holds, it holds from its day on, or another administrator decides. */
export type SettingChanged = 'holds' | 'planned' | 'asked';

/**
 * Changes one row of the settings from a day on, or goes back to the pack's, as a new version of its part. Clocks and alert steps wait for another
 * administrator. @throws NotFound, Invalid, Conflict where somebody else changed the part, or a change of it waits
 */
export async function changeSetting(ctx: Ctx, input: SettingChange): Promise<SettingChanged> {
  if (!may(ctx.actor, 'settings.manage')) throw new NotFound();
  const { part, code, row, from, expectedVersion } = input;
  const today = forceDay(ctx.clock.now());
  return transaction(ctx.db, async (tx) => {
    const { force, newest, approved, content } = await versionsOf(tx, part);
    if (code !== newRow && code !== allOfPack && !rowsOf(part, content).some((each) => each.code === code))
      throw new NotFound();
    if (newest?.version !== undefined && newest.decision === null)
      throw new Conflict('A change of these waits for another administrator. It is decided first');
    if (expectedVersion !== (newest?.version ?? 0)) throw new Conflict();
    if (from < today) throw new Invalid({ from: 'The day from which it holds must be today or later' });
    const last = approved?.fromDay.toISOString().slice(0, 10) ?? '';
    if (from < last)
      throw new Invalid({
        from: `The change before this one holds from ${last}: choose that day or a later one`,
      });
    const changed = checked(
      part,
      code === allOfPack ? (await packOf(tx, force))[part] : withRow(part, content, code, row),
    );
    if (isDeepStrictEqual(changed, content)) throw new Invalid({}, 'Nothing is changed yet');

    const asked = needsSecond(part);
    const version = expectedVersion + 1;
    const by = ctx.actor.accountId;
    const at = ctx.clock.now();
    const { count } = await tx.forceSetting.createMany({
      data: [
        {
          id: newId<'ForceSetting'>(),
          forceCode: force,
          part,
          version,
          content: changed,
          fromDay: new Date(`${from}T00:00:00Z`),
          askedBy: by,
          askedAt: at,
          ...(asked ? {} : { decision: 'approved', decidedBy: by, decidedAt: at }),
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) throw new Conflict();
    await record(tx, ctx, { type: 'setting.changed', data: { part, version, from, asked } });
    if (asked) {
      for (const accountId of await roleHolders(tx, 'administrator'))
        if (accountId !== by)
          await enqueue(tx, { name: 'send-mail', data: { kind: 'setting-asked', accountId } });
      return 'asked';
    }
    await holdWhatIsDue(tx, ctx);
    return from === today ? 'holds' : 'planned';
  });
}

/** Under which field of its form what is wrong with a whole part is said. */
const fieldOf = {
  signposts: 'name',
  recipients: 'name',
  escalation: 'afterMinutes',
  clocks: 'first_seen',
} as const;

/** The part as the pack's own rules read it. @throws Invalid in their words */
function checked<Part extends SettingPart>(part: Part, content: PackSettings[Part]): PackSettings[Part] {
  const read = packSettingsSchema.shape[part].safeParse(content);
  if (!read.success) throw new Invalid({ [fieldOf[part]]: read.error.issues[0]?.message ?? '' });
  return read.data as PackSettings[Part];
}
