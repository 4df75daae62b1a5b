import { hedges } from './age-words.ts';

/** A number up to 99 as it is written, "15", "fifty two", and what is said of it: "50ish", "14-year-old", "17yrs", "30s", "34F", "18th birthday". */
export type Numbered = {
  value: number;
  start: number;
  end: number;
  suffix: 'old' | 'birthday' | 'years' | 'decade' | 'ish' | 'sex' | '';
};

/** Numbers that are said in one breath: the two ends of a range, or each by itself. */
export type Several = { each: Numbered[]; range: boolean };

const ones = 'zero one two three four five six seven eight nine'.split(' ');
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty'.split(' ');

const inWords = `(?:${tens.join('|')})(?:[- ](?:${ones.slice(1).join('|')}))?|${[...teens, ...ones.slice(1)].join('|')}`;
const suffixes = {
  old: `[- ]?(?:y/?\\.?o\\.?(?:a\\b\\.?)?|y(?:ea)?r['’]?s?\\.?[ -]?olds?|y[ -]o(?:ld)?|y(?:ea)?rs? of age)s?`,
  birthday: `(?:st|nd|rd|th) birthday|(?<=(?:her|his|their) \\d\\d)(?:st|nd|rd|th)(?= (?:is|was|next|last|this|in|on|when)\\b|[,;!?]|\\.(?!\\d)|$)`,
  years: `[ -]?y(?:(?:ea)?rs?)?`,
  decade: `['’]?s(?!\\p{L})|[ -]?(?:some?thing|sumthing)`,
  ish: `[- ]?ish| odd| mark| ?\\+| plus`,
  sex: ` ?/ ?[mf]|[mf]`,
};
const kinds = Object.keys(suffixes) as (keyof typeof suffixes)[];
/** No part of a sum, a time, a longer number, a mark or a postcode. */
const number = new RegExp(
  `(?:(?<=(?<![\\p{L}\\d])f)|(?<![\\p{L}\\d£$€#@+]|[£$€] |\\d[.,:'’]|(?<!age[ds]?)[.:]))(?<value>\\d{1,2}|${inWords})(?:${kinds
    .map((kind) => `(?<${kind}>${suffixes[kind]})`)
    .join('|')})?(?![\\p{L}\\d%£€]|[:'’]\\d|[.,]\\d)`,
  'gu',
);

function valueOf(written: string): number {
  if (/^\d/.test(written)) return Number(written);
  const [word = '', unit] = written.split(/[- ]/);
  if (ones.includes(word)) return ones.indexOf(word);
  if (teens.includes(word)) return 10 + teens.indexOf(word);
  return (tens.indexOf(word) + 2) * 10 + (unit === undefined ? 0 : ones.indexOf(unit));
}

const numbersOf = (small: string): Numbered[] =>
  [...small.matchAll(number)].map(({ 0: written, index, groups = {} }) => ({
    value: valueOf(groups['value'] ?? ''),
    start: index,
    end: index + written.length,
    suffix: kinds.find((kind) => groups[kind] !== undefined) ?? '',
  }));

const readOver = `(?:(?:${[...hedges].join('|')})\\.? ?){0,2}`;
/** "16-17", "16 or 17", "19 up to maybe 26", "15 maybe 16": one that lies between. */
const toward = new RegExp(
  `^(?: ?[-–/] ?|,? (?:or|(?:up )?to|going on|maybe|perhaps|possibly|poss) ?${readOver})$`,
  'u',
);
/** "19, 20 & 24": each by itself. */
const beside = new RegExp(`^(?:, ?| ?& ?|,? and )${readOver}$`, 'u');

/** "three" counts more often than it is an age, and stands in no list of ages. */
const isFew = ({ value, start, end }: Numbered): boolean => value < 5 && end - start > 2;

const mostInOneBreath = 8;

/** The numbers of a text in small letters, those together that have nothing but "or", "to", "and" or a comma between them. */
export function numbersTogether(small: string): Several[] {
  const all: Several[] = [];
  for (const next of numbersOf(small)) {
    const last = all.at(-1);
    const before = last?.each.at(-1);
    const apart = !before || before.suffix === 'decade' || isFew(before) || isFew(next);
    const gap = apart ? '.' : small.slice(before.end, next.start);
    if (!last || !before || last.range || last.each.length === mostInOneBreath || gap.length > 40) {
      all.push({ each: [next], range: false });
      continue;
    }
    const inOneWord =
      (gap === ' ' || (/^\p{L}/u.test(small.slice(next.start)) && gap === ', ')) &&
      next.value - before.value === 1;
    const between =
      /^ (?:and|&) /.test(gap) &&
      /(?:between|btwn?|from) [^.]{0,12}$/.test(small.slice(Math.max(0, before.start - 25), before.start));
    // "20/25" is a range, "24/40" none, and who is "15 going on 40" is 15.
    const most = gap === '/' ? 10 : gap.includes('going') ? 2 : 99;
    const near = next.value - before.value <= most;
    if (before.value < next.value && near && (toward.test(gap) || inOneWord || between)) {
      last.each.pop();
      if (last.each.length === 0) all.pop();
      all.push({ each: [before, next], range: true });
    } else if (beside.test(gap)) last.each.push(next);
    else all.push({ each: [next], range: false });
  }
  return all;
}
