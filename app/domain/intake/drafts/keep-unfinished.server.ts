import { type Tx, transaction } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import { itemsOf } from '../../form/answers.ts';
import { findListSection, type Question } from '../../form/definition.ts';
import { questionFieldNames, type Posted } from '../../form/read-posted.ts';
import { keepDraft, type Draft, lockOwnDraft } from './drafts.server.ts';
import { keyOf, newEntries, type Part, type Unfinished, withoutParts } from './unfinished.ts';
import type { Id } from '#app/domain/kernel/id.ts';

/** Of all unfinished parts of one draft, in characters: more than anybody types, less than hurts. */
const mostUnfinished = 2_000_000;

/**
 * Keeps what was typed in a part of a draft that is not finished; `before` is what the part held. False, and nothing
 * kept, where it is too much, or an entry too many. The draft must be locked.
 */
export async function keepUnfinished(
  tx: Tx,
  ctx: Ctx,
  draft: Draft,
  part: Part,
  questions: readonly Question[],
  posted: Posted,
  before: Posted,
): Promise<boolean> {
  const typed = questions.flatMap((question) =>
    questionFieldNames(question)
      .filter(
        (name) => Object.hasOwn(posted, name) && [posted[name] ?? ''].flat().some((each) => each !== ''),
      )
      .map((name) => ({ name, names: question.dataClass === 'source_identity' })),
  );
  const kept = {
    posted: Object.fromEntries(
      typed.filter(({ names }) => !names).map(({ name }) => [name, storable(posted[name] ?? '')]),
    ),
    again: typed.filter(({ names }) => names).map(({ name }) => name),
  };
  // An empty page that held nothing is no beginning.
  if (typed.length === 0 && Object.keys(before).length === 0) return true;
  const unfinished: Unfinished = { ...draft.unfinished, [keyOf(part)]: kept };
  if (JSON.stringify(unfinished).length > mostUnfinished || tooManyEntries(draft, part, unfinished))
    return false;
  await keepDraft(tx, ctx, draft, { unfinished });
  return true;
}

/** PostgreSQL refuses NUL and half of a pair of surrogates. */
function storable(typed: string | string[]): string | string[] {
  const clean = (each: string) => Buffer.from(each.replaceAll('\u0000', ''), 'utf8').toString('utf8');
  return typeof typed === 'string' ? clean(typed) : typed.map(clean);
}

function tooManyEntries(draft: Draft, part: Part, unfinished: Unfinished): boolean {
  if ('pageId' in part) return false;
  const { sectionId } = part;
  const max = findListSection(draft.definition, sectionId)?.max ?? 0;
  const entries = itemsOf(draft.answers, sectionId).length;
  return entries + newEntries(unfinished, sectionId, draft.answers).length > max;
}

/**
 * Forgets what was typed in parts that were not finished, each by its `keyOf`: what was saved of them before stands again.
 * What was begun since they were shown stays. @throws NotFound
 */
export async function forgetUnfinished(
  ctx: Ctx,
  input: { draftId: Id<'Draft'>; parts: readonly string[] },
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const draft = await lockOwnDraft(tx, ctx, input.draftId);
    await keepDraft(tx, ctx, draft, { unfinished: withoutParts(draft.unfinished, input.parts) });
  });
}
