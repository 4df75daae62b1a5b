import { agesByYear } from './ages-by-year.ts';
import { judged, people } from './age-words.ts';
import { numbersTogether, type Numbered, type Several } from './numbers-in-text.ts';
import {
  hedgedFrom,
  isPerson,
  opens,
  saysAges,
  saysDecade,
  tellingFrom,
  tokensOf,
  type Token,
} from './whose-age.ts';

/** An age that a text gives somebody: `from` and `to` in years, the same where one is given. */
export type AgeInText = { written: string; from: number; to: number };

const decades = 'teens twenties thirties forties fifties sixties seventies eighties'.split(' ');
/** "in his thirties", "mid teens", "a teenager". */
const inTens = new RegExp(`(?<!\\p{L})(?:${decades.join('|')}|teenagers?|teenaged?|teen)(?!\\p{L})`, 'gu');

/** "look 11, 12 to be honest" is one age that lies between; "they are 18, 19" are two. */
function asOne({ each, range }: Several, words: Token[], small: string): boolean {
  const [first, second, third] = each;
  if (range || !first || !second || third || second.value - first.value !== 1) return range;
  const one = words.at(-1)?.word ?? '';
  const near = words.slice(-8).map(({ word }) => word);
  const single =
    /^[.!?]?$/.test(one) ||
    judged.has(one) ||
    (one === 'at' && near.some((word) => /^puts?$/.test(word))) ||
    /^(?:is|was|be)$/.test(one) ||
    (opens(one) && near.some(isPerson) && !near.some((word) => people.has(word)));
  return single && /^, ?$/.test(small.slice(first.end, second.start));
}

/** The ages that stand in a text, each once, of years of birth on that day. How long something lasted is none: "for 15 years". */
export function agesInText(text: string, today: string): AgeInText[] {
  // Patterns that heed no case take a second to compile. A few letters are longer when small, and would move what is written.
  const lower = text.toLowerCase();
  const small = lower.length === text.length ? lower : text;
  const found = new Map<string, AgeInText & { start: number }>();
  const add = (from: number, to: number, start: number, end: number) => {
    const key = `${String(from)}-${String(to)}`;
    if (!found.has(key)) found.set(key, { written: text.slice(start, end), from, to, start });
  };
  const tokens = tokensOf(small);
  const byYear = agesByYear(small, today);
  let at = 0;
  for (const together of numbersTogether(small)) {
    const [one, next] = together.each as [Numbered, Numbered | undefined];
    if (byYear.some(({ start, end }) => start <= one.start && one.start < end)) continue;
    while ((tokens[at]?.end ?? Infinity) <= one.start) at += 1;
    // "Suspect 2, 45": the first says who it is.
    const labelled = one.value < 10 && (next?.value ?? 0) > 9 && isPerson(tokens[at - 1]?.word ?? '');
    if (labelled && !together.range) together.each.shift();
    const first = together.each[0] as Numbered;
    while ((tokens[at]?.end ?? Infinity) <= first.start) at += 1;
    const from = hedgedFrom(tokens, at);
    const place = { tokens, at, from, small, text };
    if (first.suffix === 'decade') {
      if (/(?<!\p{L})(?:under|over)[ -]$/u.test(small.slice(Math.max(0, first.start - 7), first.start)))
        add(first.value, first.value, first.start, first.end);
      else if (saysDecade(first, place))
        add(first.value, first.value + 9, tokens[from]?.start ?? first.start, first.end);
      continue;
    }
    const range = asOne(together, tokens.slice(Math.max(0, from - 8), from), small);
    // What is counted after the last of several leaves the others: "she is 19, 3 men came".
    for (let { each } = together; each.length > 0; each = range ? [] : each.slice(0, -1)) {
      const said = saysAges({ each, range }, place);
      if (said === 'not the last') continue;
      const last = each.at(-1) as Numbered;
      const start = tokens[tellingFrom(tokens, from)]?.start ?? first.start;
      if (said === 'yes' && range) add(first.value, last.value, start, last.end);
      else if (said === 'yes')
        for (const one of each) add(one.value, one.value, one === first ? start : one.start, one.end);
      break;
    }
  }
  for (const { 0: written, index } of small.matchAll(inTens)) {
    const ten = Math.max(1, decades.indexOf(written) + 1) * 10;
    const said =
      ten === 10 &&
      [...found.values()].some((age) => age.from > 9 && age.to < 20 && Math.abs(age.start - index) < 40);
    if (!said) add(ten === 10 ? 13 : ten, ten + 9, index, index + written.length);
  }
  // "born 1961 so she is 54" says one age.
  const said = (least: number, most: number) =>
    [...found.values()].some(({ from, to }) => least <= from && to <= most);
  for (const { from, to, start, end } of byYear) if (!said(from, to)) add(from, to, start, end);
  return [...found.values()].map(({ written, from, to }) => ({ written, from, to }));
}
