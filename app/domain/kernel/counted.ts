/**
 * How a language says a number of things: of the texts the one that its plural rules ask for. `Category` lists the
 * categories that the language has for whole numbers (Unicode CLDR, cardinal plurals), so that none is forgotten.
 */
export function countedIn<Category extends Intl.LDMLPluralRule>(locale: string) {
  const rules = new Intl.PluralRules(locale);
  return (count: number, texts: Record<Category, string>): string => texts[rules.select(count) as Category];
}

/** English tells one from all other numbers. */
export const counted = countedIn<'one' | 'other'>('en-GB');

/** Counts below this are shown to police alone (product.md, "What must never happen" 7). */
export const smallest = 5;
