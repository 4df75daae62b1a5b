import type { Tx } from '#app/platform/db/transaction.ts';
import type { Answers } from '../../form/answers.ts';
import type { Checking } from '../../form/answer-schema.ts';
import { afterFiles, nextPage, type Step } from '../../form/journey.ts';
import { filesOfDraft } from '../attachments/draft-files.server.ts';
import type { Draft } from './drafts.server.ts';

/**
 * Where "Save and continue" leads from a page or list of a draft with these answers: who has added files already is not led
 * to them again.
 */
export async function nextStep(
  tx: Pick<Tx, 'attachment'>,
  { id, definition }: Pick<Draft, 'id' | 'definition'>,
  answers: Answers,
  at: string,
  checking: Checking,
): Promise<Step> {
  const step = nextPage(definition, answers, at, checking);
  if (step.kind !== 'files' || (await filesOfDraft(tx, id)).length === 0) return step;
  return afterFiles(definition, answers, checking);
}
