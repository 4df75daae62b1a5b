import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Force } from '../../force/current-force.server.ts';
import { packSettingsSchema } from '../../force/pack-settings.ts';
import { settingParts, type SettingPart } from '../../force/setting-parts.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import { may } from '../../kernel/permissions.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import type { ValueNames } from '../../routing/rule-words.ts';
import { ruleSetSchema, type RuleSet } from '../../routing/rules.ts';
import { valueNames } from '../../routing/value-names.server.ts';

/** What the force has set on a day: what its pack says, with what was changed on screen, and the routing rules. */
export type Rulebook = { force: Force; rules: RuleSet };

/** A day, "2015-12-14", on which settings or rules changed. */
export type ChangeDay = { day: string; settings: SettingPart[]; rules: number | null };

export type Procedure = {
  at: Date;
  now: Rulebook;
  /** As it was before the day from which changes are marked; null where none was chosen. */
  before: Rulebook | null;
  since: string | null;
  /** The newest first. */
  changeDays: ChangeDay[];
  names: ValueNames;
};

/**
 * The written procedure: what the settings, the pack and the rules say now, and before a day on which any of them changed.
 * What the pack itself said before it was loaded anew is not kept. A day on which nothing changed marks nothing.
 * @throws NotFound
 */
export async function procedure(
  ctx: Ctx,
  { since, as }: { since: string | null; as: 'page' | 'pdf' },
): Promise<Procedure> {
  if (!may(ctx.actor, 'products.read')) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const versions = await versionsOf(tx);
    const days = changeDaysOf(versions);
    const chosen = days.some(({ day }) => day === since) ? since : null;
    await record(tx, ctx, { type: 'product.read', data: { product: 'written procedure', as } });
    return {
      at: ctx.clock.now(),
      now: rulebookOf(versions, null),
      before: chosen === null ? null : rulebookOf(versions, chosen),
      since: chosen,
      changeDays: days,
      names: await valueNames(tx),
    };
  });
}

type Versions = Awaited<ReturnType<typeof versionsOf>>;

/** Every setting that has begun to hold and every published set of rules, oldest first: as few as people make. */
async function versionsOf(tx: Tx) {
  const pack = await tx.forcePack.findFirstOrThrow({
    orderBy: { loadedAt: 'desc' },
    select: {
      content: true,
      settings: {
        where: { heldNo: { not: null } },
        orderBy: { heldNo: 'asc' },
        select: { part: true, content: true, fromDay: true },
      },
    },
  });
  const sets = await tx.routingRuleSet.findMany({
    orderBy: { version: 'asc' },
    select: { version: true, rules: true, publishedAt: true },
  });
  return {
    pack: pack.content,
    settings: pack.settings.map(({ fromDay, ...each }) => ({
      ...each,
      day: fromDay.toISOString().slice(0, 10),
    })),
    sets: sets.map(({ publishedAt, ...each }) => ({ ...each, day: forceDay(publishedAt) })),
  };
}

/** As it is, or as it was before a day. */
function rulebookOf({ pack, settings, sets }: Versions, before: string | null): Rulebook {
  const held = <Dated extends { day: string }>(all: readonly Dated[]) =>
    before === null ? all : all.filter(({ day }) => day < before);
  const changed = Object.fromEntries(held(settings).map(({ part, content }) => [part, content]));
  const rules = held(sets).at(-1) ?? sets[0];
  return {
    force: packSettingsSchema.parse({ ...(pack as object), ...changed }),
    rules: ruleSetSchema.parse(rules?.rules),
  };
}

/** The first set of rules is where it begins, and no change. */
function changeDaysOf({ settings, sets }: Versions): ChangeDay[] {
  const later = sets.slice(1);
  const days = new Set([...settings, ...later].map(({ day }) => day));
  return [...days]
    .sort((one, other) => other.localeCompare(one))
    .map((day) => ({
      day,
      settings: settingParts.filter((part) =>
        settings.some((each) => each.part === part && each.day === day),
      ),
      rules: later.findLast((each) => each.day === day)?.version ?? null,
    }));
}
