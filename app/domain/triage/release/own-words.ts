import type { DocumentEntry, SubmittedDocument } from '#app/domain/form/document.ts';

/** Below this length an answer is a choice or a name: to find it again is no sign of copying. */
export const shortestOwnWords = 60;

/** What the partner wrote in words of their own, the account of what they know first. */
export function ownWords(document: SubmittedDocument | undefined): string[] {
  const answered = answeredEntries(document).map((entry) => ({ ...entry, text: entry.answer.join('\n') }));
  const account = answered.filter(({ questionId }) => questionId === 'whatIsKnown');
  const others = answered.filter(
    ({ questionId, text }) => questionId !== 'whatIsKnown' && text.length >= shortestOwnWords,
  );
  return [...account, ...others].map(({ text }) => text);
}

function answeredEntries(document: SubmittedDocument | undefined): DocumentEntry[] {
  const entries = (document?.sections ?? []).flatMap((section) => [
    ...section.pages.flatMap((page) => page.entries),
    ...section.cards.flatMap((card) => card.entries),
  ]);
  return entries.filter((entry) => entry.state === 'answered');
}
