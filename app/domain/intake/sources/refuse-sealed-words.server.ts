import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Invalid, NotFound, RateLimited } from '../../kernel/failures.ts';
import { foldedName } from '../../kernel/normalise.ts';
import { loadSubmissionUnchecked } from '../../submission/load-submission.server.ts';
import { maySeeRawText } from '../../submission/submission-access.ts';
import { sealedMatcher } from './sealed-words.server.ts';
import { nameMatcherOf, namesSealedSource } from './telling-words.ts';

/** Nobody writes so many titles, provenances and versions in an hour, nor so many words; whoever guesses at names does. */
const checksAnHour = { name: 'sealed-words', points: 300, seconds: 3600 };
const wordsAnHour = { name: 'sealed-words-tried', points: 6000, seconds: 3600 };

/** Counts one check and its words against the officer; to be asked before the transaction. @throws RateLimited */
export async function limitChecks(ctx: Ctx, texts: readonly string[]): Promise<void> {
  const { accountId } = ctx.actor;
  const wait =
    (await ctx.limits.take(checksAnHour, accountId)) ??
    (await ctx.limits.take(wordsAnHour, accountId, distinctWords(texts).size));
  if (wait !== null) throw new RateLimited(wait);
}

/** The words of texts as a sealed record is matched, each once. */
export const distinctWords = (texts: readonly string[]): Set<string> =>
  new Set(texts.flatMap((text) => foldedName(text).split(' ')).filter((word) => word.length > 2));

/**
 * Refuses what other police read, though no recipient does, where it names somebody of the sealed record of the source: a
 * title, a provenance, a task. `texts` by the name of their field. It can always be written another way, so nothing is
 * confirmed here. @throws NotFound, Invalid, RateLimited
 */
export async function refuseSealedWords(
  ctx: Ctx,
  about: { submissionId: Id<'Submission'> } | { itemId: Id<'IntelligenceItem'> },
  texts: Readonly<Record<string, string>>,
): Promise<void> {
  const written = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  if (written.length === 0) return;
  const sealed = await transaction(ctx.db, async (tx) => {
    const submissionId = await submissionOf(tx, about);
    const submission = await loadSubmissionUnchecked(tx, ctx, submissionId);
    // Whoever may not read the original is refused by the use case, and learns nothing here.
    if (!submission || !maySeeRawText(ctx.actor, submission.state, submission.accessFacts))
      return { held: false, fields: [] };
    const matcher = await sealedMatcher(tx, ctx, submissionId, nameMatcherOf);
    const found = written.filter(([, text]) => matcher && namesSealedSource(matcher, text));
    if (matcher)
      await record(tx, ctx, {
        type: 'source.words_checked',
        data: { found: found.length },
        subject: { type: 'submission', id: submissionId },
      });
    return { held: matcher !== null, fields: found.map(([field]) => field) };
  });
  if (sealed.held)
    await limitChecks(
      ctx,
      written.map(([, text]) => text),
    );
  if (sealed.fields.length > 0)
    throw new Invalid(Object.fromEntries(sealed.fields.map((field) => [field, holdsSealedWords])));
}

const holdsSealedWords =
  'This holds words of the sealed record of the source, and others read it. Write it without them';

async function submissionOf(
  tx: Tx,
  about: Parameters<typeof refuseSealedWords>[1],
): Promise<Id<'Submission'>> {
  if ('submissionId' in about) return about.submissionId;
  const item = await tx.intelligenceItem.findUnique({
    where: { id: about.itemId },
    select: { submissionId: true },
  });
  if (!item) throw new NotFound();
  return item.submissionId;
}
