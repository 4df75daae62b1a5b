import type { Form } from '#app/domain/form/held-forms.ts';
import type { DocumentEntry, SubmittedDocument } from '#app/domain/form/document.ts';

/** Below this length an answer is a choice or a name: to find it again is no sign of copying. */
export const shortestOwnWords = 60;

/** What the partner wrote in words of their own, the account of what they know first. */
export function ownWords(
  { meanings: { narrative } }: Pick<Form, 'meanings'>,
  document: SubmittedDocument,
): string[] {
  const answered = answeredEntries(document).map((entry) => ({ ...entry, text: entry.answer.join('\n') }));
  const account = answered.filter(({ questionId }) => questionId === narrative);
  const others = answered.filter(
    ({ questionId, text }) => questionId !== narrative && text.length >= shortestOwnWords,
  );
  return [...account, ...others].map(({ text }) => text);
}

function answeredEntries(document: SubmittedDocument): DocumentEntry[] {
  const entries = document.sections.flatMap((section) => [
    ...section.pages.flatMap((page) => page.entries),
    ...section.cards.flatMap((card) => card.entries),
  ]);
  return entries.filter((entry) => entry.state === 'answered');
}
