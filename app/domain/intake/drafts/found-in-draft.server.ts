import type { Tx } from '#app/platform/db/transaction.ts';
import { currentForce } from '../../force/current-force.server.ts';
import { mayBeSentAtOnce } from '../../form/danger-lane.ts';
import { findPage } from '../../form/definition.ts';
import { sealedQuestionIds, splitSourceIdentity } from '../../form/source-identity.ts';
import type { Ctx } from '../../kernel/context.ts';
import { waysOfAccount } from '../submitting/contact-for-report.server.ts';
import { notTheirsOf } from '../submitting/mentions.ts';
import { todayOf, type Draft } from './drafts.server.ts';
import { foundInText, withFound, withoutWays, type Found, type Reading } from './found-in-text.ts';

async function readingOf(db: Tx | Ctx['db'], ctx: Ctx, draft: Draft): Promise<Reading> {
  const { telephone, anotherWay } = waysOfAccount(ctx, draft);
  const own = [telephone, anotherWay, draft.madeBy?.email ?? ''];
  return { today: todayOf(ctx), notTheirs: notTheirsOf(await currentForce(db, ctx), ...own) };
}

/**
 * What was read in what a draft tells, to be offered on the page after it. How somebody is reached is not while a source is
 * sealed, unless it is known that the text does not name them (`namesNobody`). Nothing holds up a report about danger.
 */
export async function foundInDraft(
  db: Tx | Ctx['db'],
  ctx: Ctx,
  draft: Draft,
  namesNobody = false,
): Promise<Found[]> {
  const { definition, answers } = draft;
  if (mayBeSentAtOnce(definition, answers)) return [];
  const found = foundInText(definition, answers, await readingOf(db, ctx, draft));
  return namesNobody || sealedQuestionIds(definition, answers).length === 0 ? found : withoutWays(found);
}

/** The draft with what was ticked of it. */
export async function draftWithFound(
  db: Tx,
  ctx: Ctx,
  draft: Draft,
  ticked: readonly string[] = [],
): Promise<Draft> {
  if (ticked.length === 0) return draft;
  const { definition, answers } = draft;
  const added = withFound(definition, answers, ticked, await readingOf(db, ctx, draft));
  return { ...draft, answers: splitSourceIdentity(definition, added).open };
}

/** Whether this page of the form asks what the partner knows: what it says is read once it is saved. */
export const tellsOn = ({ definition }: Pick<Draft, 'definition'>, pageId: string): boolean =>
  findPage(definition, pageId)?.page.questions.some(({ id }) => id === definition.meanings.narrative) ??
  false;
