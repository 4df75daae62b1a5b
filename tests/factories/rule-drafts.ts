import { askPublication, withdrawRuleDraft } from '#app/domain/routing/rule-drafts.server.ts';
import { readRuleDraft } from '#app/domain/routing/read-rule-draft.server.ts';
import { replayRules } from '#app/domain/routing/replay-rules.server.ts';
import { startRuleDraft } from '#app/domain/routing/start-rule-draft.server.ts';
import type { OpenDatabase } from '#app/platform/db/open-database.ts';
import { makeCtx } from './ctx.ts';

/** The second FIB supervisor of the demonstration. */
export const secondSupervisor = 'duty.inspector@police.example';

/** An open draft of routing rules by this person, in place of any that is open. Gives one of its rules and its revision. */
export async function ruleDraft(
  database: Pick<OpenDatabase, 'db' | 'pool'>,
  email: string,
): Promise<{ ruleCode: string; revision: string }> {
  const ctx = await makeCtx(database, { email });
  const open = await database.db.routingDraft.findFirst({ where: { state: { in: ['writing', 'waiting'] } } });
  if (open) {
    const author = { ...ctx, actor: { ...ctx.actor, accountId: open.writtenBy } };
    await withdrawRuleDraft(author, { seenRevision: open.revision });
  }
  await startRuleDraft(ctx);
  const { draft } = await readRuleDraft(ctx);
  return { ruleCode: 'many-people', revision: String(draft.revision) };
}

/** The same, replayed and waiting for somebody to publish it. */
export async function waitingRuleDraft(
  database: Pick<OpenDatabase, 'db' | 'pool'>,
  email: string,
): Promise<{ ruleCode: string; revision: string }> {
  const params = await ruleDraft(database, email);
  const ctx = await makeCtx(database, { email });
  const seenRevision = Number(params.revision);
  await replayRules(ctx, { last: '100', seenRevision });
  await askPublication(ctx, { seenRevision });
  return params;
}
