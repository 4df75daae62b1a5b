/** Brackets each text: `⟦Continue⟧`. Values that were put in stand inside and are marked with it. */
export const inBrackets = (text: string): string => (text.trim() === '' ? text : `⟦${text}⟧`);

/** The same words, each in brackets: every text, and what every function of one gives. */
export function marked<Words>(words: Words): Words {
  return mark(words) as Words;
}

function mark(words: unknown): unknown {
  if (typeof words === 'string') return inBrackets(words);
  if (typeof words === 'function')
    return (...values: unknown[]) => inBrackets((words as (...values: unknown[]) => string)(...values));
  return Object.fromEntries(Object.entries(words as object).map(([name, part]) => [name, mark(part)]));
}
