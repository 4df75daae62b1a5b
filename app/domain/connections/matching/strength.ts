/** How likely it is that two reports mean the same thing, strongest first. Words for officers, never a percentage. */
export const strengths = ['strong', 'likely', 'possible'] as const;
export type Strength = (typeof strengths)[number];

export const strengthWords: Readonly<Record<Strength, string>> = {
  strong: 'Strong',
  likely: 'Likely',
  possible: 'Possible',
};

/** Why two values are taken for the same; `null` from a rule below is "they are not". */
export type Agreement = { strength: Strength; why: string };

export const rankOf = (strength: Strength): number => strengths.indexOf(strength);
