import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { settingsOf, type ForcePack } from './pack-schema.ts';
import { record, type Recorder } from '../audit/record.server.ts';
import { loadPlan } from '../plan/load-plan.server.ts';
import { publishFormVersions } from '../form/publish-form-versions.server.ts';
import { currentForce } from '../force/current-force.server.ts';
import { settingParts, type SettingPart } from '../force/setting-parts.ts';
import type { PackSettings } from '../force/pack-settings.ts';
import { idFor, insertRows } from '../force/pack-rows.ts';
import type { Db } from '#app/platform/db/client.ts';

/**
 * Loads a force pack: settings, areas, queues, postcodes, routing rules, plan and form versions, in one transaction.
 * Idempotent: ids follow from codes, what is there stays, and the same pack again changes nothing. A published rule
 * version or form version that differs from what is there is refused, and so are rules of retention that may keep a report
 * shorter, unless the owner of the database agreed to them within the hour (docs/decisions/0074).
 */
export async function loadForcePack(
  ctx: Recorder & { db: Db },
  pack: ForcePack,
): Promise<'loaded' | 'unchanged'> {
  const hash = createHash('sha256').update(JSON.stringify(pack)).digest('hex');
  return transaction(ctx.db, async (tx) => {
    const known = await tx.forcePack.findUnique({ where: { code: pack.code } });
    if (known?.contentHash === hash) {
      await publishFormVersions(tx, pack, ctx.clock.now());
      return 'unchanged';
    }
    await loadGeography(tx, pack);
    await loadPlan(tx, pack, ctx.clock.now());
    await publishRules(tx, pack, ctx.clock.now());
    await publishFormVersions(tx, pack, ctx.clock.now());
    const content = settingsOf(pack);
    const shortened = await keepsShorter(tx, pack);
    const loadedAt = ctx.clock.now();
    await tx.forcePack.upsert({
      where: { code: pack.code },
      create: { code: pack.code, content, contentHash: hash, loadedAt },
      update: { content, contentHash: hash, loadedAt },
    });
    // How long reports are kept follows from the rules: a job works it out anew.
    if (known && !isDeepStrictEqual((known.content as Partial<PackSettings>).retention, content.retention))
      await tx.submission.updateMany({
        where: { retentionDueOn: { not: null } },
        data: { retentionRule: null, retentionDueOn: null },
      });
    if (shortened) await record(tx, ctx, { type: 'retention.shortened', data: { pack: pack.code } });
    await record(tx, ctx, { type: 'pack.loaded', data: { pack: pack.code, hash } });
    return 'loaded';
  });
}

/** The parts of the settings that were changed on screen and are not as the pack has them: a load leaves them. */
export async function changedOnScreen(db: Db, pack: Pick<PackSettings, SettingPart>): Promise<SettingPart[]> {
  const force = await currentForce(db, { packHash: null });
  return settingParts.filter((part) => !isDeepStrictEqual(force[part], pack[part]));
}

/** Whether reports may be kept shorter than until now. The database refuses the same, whoever writes. */
async function keepsShorter(tx: Tx, { retention }: ForcePack): Promise<boolean> {
  const rules = JSON.stringify(retention.reports);
  const [told] = await tx.$queryRaw<{ shorter: boolean; agreed: boolean }[]>`
    SELECT keeps_shorter(${rules}::jsonb) AS shorter, retention_is_agreed(${rules}::jsonb) AS agreed`;
  if (told?.shorter && !told.agreed)
    throw new Error(
      'By this pack’s rules of retention a report may go sooner, or be looked at sooner, than by those in force. If that is meant: npm run load-pack -- shorter-retention, as the owner of the database.',
    );
  return told?.shorter ?? false;
}

async function loadGeography(tx: Tx, pack: ForcePack): Promise<void> {
  await insertRows(
    tx,
    'area',
    pack.areas.map((area) => ({
      id: idFor('area', area.code),
      code: area.code,
      name: area.name,
      local_authority: area.localAuthority,
      valid_from: area.validFrom,
      valid_to: area.validTo,
    })),
    'code',
  );
  await insertRows(
    tx,
    'queue',
    pack.queues.map((queue) => ({
      id: idFor('queue', queue.code),
      code: queue.code,
      name: queue.name,
      kind: queue.kind,
      area_id: queue.area === null ? null : idFor('area', queue.area),
    })),
    'code',
  );
  await insertRows(
    tx,
    'postcode_rule',
    pack.postcodes.map((rule) => ({
      id: idFor('postcode_rule', `${rule.scope} ${rule.code} ${rule.validFrom}`),
      scope: rule.scope,
      code: rule.code,
      primary_code: rule.primary,
      primary_share: rule.primaryShare,
      shares: rule.shares,
      valid_from: rule.validFrom,
      valid_to: rule.validTo,
    })),
    'scope, code, valid_from',
  );
}

async function publishRules(tx: Tx, pack: ForcePack, publishedAt: Date): Promise<void> {
  for (const routing of [...pack.earlierRouting, pack.routing]) {
    const { version } = routing;
    const rulesHash = createHash('sha256').update(JSON.stringify(routing)).digest('hex');
    const known = await tx.routingRuleSet.findUnique({ where: { version } });
    if (known && known.rulesHash !== rulesHash)
      throw new Error(
        `Routing rules version ${version} are published and differ from the pack: give the pack's rules the next version.`,
      );
    if (!known) await tx.routingRuleSet.create({ data: { version, rules: routing, rulesHash, publishedAt } });
  }
}
