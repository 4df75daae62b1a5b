import { mayBeSentAtOnce } from '#app/domain/form/danger-lane.ts';
import type { Draft } from '#app/domain/intake/drafts/drafts.server.ts';
import { saysDangerInDraft } from '#app/domain/intake/submitting/says-danger.ts';
import { link } from './link.ts';

/** What is said on every page of an unsent report about danger; null where it says none. */
export type UnsentDanger = {
  /** Where it is sent at once; null where its form has no lane. */
  sendNow: string | null;
} | null;

export function unsentDanger(draft: Draft): UnsentDanger {
  if (!saysDangerInDraft(draft)) return null;
  const sendNow = mayBeSentAtOnce(draft.definition, draft.answers);
  return { sendNow: sendNow ? link('reports/send-now', { draftId: draft.id }) : null };
}
