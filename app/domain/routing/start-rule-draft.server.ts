import { randomUUID } from 'node:crypto';
import { transaction } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { currentRules } from './current-rules.server.ts';
import { openRuleDraft, requireRuleWriter } from './rule-drafts.server.ts';

/** Starts a draft from the rules in force. Where one is open already, nothing happens: there is one at a time. @throws NotFound */
export async function startRuleDraft(ctx: Ctx): Promise<void> {
  requireRuleWriter(ctx);
  await transaction(ctx.db, async (tx) => {
    // Two who start at once: the second waits here and then finds the first one's.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('routing_draft'))`;
    if (await openRuleDraft(tx)) return;
    const { version, ...rules } = await currentRules(tx);
    const now = ctx.clock.now();
    const id = randomUUID();
    await tx.routingDraft.create({
      data: {
        id,
        basedOn: version,
        rules,
        state: 'writing',
        writtenBy: ctx.actor.accountId,
        startedAt: now,
        changedAt: now,
      },
    });
    await record(tx, ctx, {
      type: 'routing.draft_started',
      data: { draft: id, basedOn: version },
      subject: { type: 'routing_draft', id },
    });
  });
}
