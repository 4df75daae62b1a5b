/** `also`: other names and spellings by which it is looked for. */
export type Choice = { label: string; also: readonly string[] };

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** The labels of the choices that fit what was typed: those that begin so first, then those of which a word or another name does. */
export function choicesFor(typed: string, choices: readonly Choice[]): string[] {
  const query = folded(typed);
  const rank = ({ label, also }: Choice): number => {
    const name = folded(label);
    if (name.startsWith(query)) return 0;
    if ([...name.split(/[\s(/-]+/), ...also.map(folded)].some((word) => word.startsWith(query))) return 1;
    return name.includes(query) ? 2 : 3;
  };
  return choices
    .map((choice) => ({ label: choice.label, rank: rank(choice) }))
    .filter((each) => each.rank < 3)
    .sort((one, other) => one.rank - other.rank)
    .map(({ label }) => label);
}
