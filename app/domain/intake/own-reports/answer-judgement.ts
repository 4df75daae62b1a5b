/** Whether an answer was useful to whoever had it. */
export const answerUses = ['yes', 'partly', 'no'] as const;
export type AnswerUse = (typeof answerUses)[number];

/** What would have made it more useful, none or several of these. */
export const answerWishes = ['sooner', 'what_was_done', 'what_next', 'plainer', 'other'] as const;
export type AnswerWish = (typeof answerWishes)[number];

type Message = { id: string; kind: string };

/**
 * The answer that whoever sent a report may judge: the newest. Null where there is none, for a report that an officer entered
 * or a colleague sent, and where they said that there is no safe way to reach them: they are asked nothing more.
 */
export function answerToJudge<M extends Message>(
  messages: readonly M[],
  { own, contactRecord }: { own: boolean; contactRecord: { sealed: unknown } | null },
): M | null {
  if (!own || contactRecord?.sealed === null) return null;
  return messages.findLast(({ kind }) => kind === 'outcome' || kind === 'rejection') ?? null;
}
