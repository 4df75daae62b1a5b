import { newId, type Id } from '#app/domain/kernel/id.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Answers } from '../../form/answers.ts';
import { findListSection, findPage } from '../../form/definition.ts';
import type { Form } from '../../form/held-forms.ts';
import { fieldsInWords } from '../../form/two-versions.ts';
import { formWords } from '../../form/words.ts';
import type { Ctx } from '../../kernel/context.ts';
import { unfinishedPart, unfinishedParts, type Unfinished } from '../drafts/unfinished.ts';
import { extractAddition } from './extract-addition.server.ts';
import { longestSupplement } from './supplement.ts';

/**
 * What a partner typed and did not finish before they sent a report in danger, question by question; empty for nothing. It
 * never holds who told them. Entries that it would name are in no list yet, so such answers are left out.
 */
export function unfinishedInWords(definition: Form, answers: Answers, unfinished: Unfinished): string {
  return unfinishedParts(definition, answers, unfinished)
    .map(({ part }) => {
      const of =
        'pageId' in part
          ? findPage(definition, part.pageId)?.page
          : findListSection(definition, part.sectionId);
      const posted = unfinishedPart(unfinished, part)?.posted ?? {};
      const lines = (of?.questions ?? [])
        .filter(({ kind, id }) => kind !== 'entry' && kind !== 'site' && !Object.hasOwn(answers, id))
        .flatMap((question) => {
          const typed = fieldsInWords(question, posted, formWords).join(', ');
          return typed === '' ? [] : [`${question.label}: ${typed}`];
        });
      return lines.length === 0 ? '' : [of?.title, ...lines].join('\n');
    })
    .filter((text) => text !== '')
    .join('\n\n');
}

/** Adds it to what was just sent: the officer reads it with the report. */
export async function addUnfinished(
  tx: Tx,
  ctx: Ctx,
  submissionId: Id<'Submission'>,
  typed: string,
): Promise<void> {
  const text = `Typed before sending, and not finished\n\n${typed}`.slice(0, longestSupplement);
  await tx.supplement.create({
    data: {
      id: newId<'Supplement'>(),
      submissionId,
      addedBy: ctx.actor.accountId,
      addedAt: ctx.clock.now(),
      text,
      knownHow: 'not_known',
      danger: 'not_asked',
    },
  });
  await extractAddition(tx, ctx, submissionId, text);
}
