import {
  ageWords,
  child,
  children,
  goesOn,
  hedges,
  judged,
  lasting,
  money,
  nationals,
  notAgents,
  notSomebody,
  old,
  otherBefore,
  people,
  person,
  places,
  pronouns,
  sayings,
  toBe,
  units,
} from './age-words.ts';
import type { Numbered, Several } from './numbers-in-text.ts';

/** A word or a stop. */
export type Token = { word: string; start: number; end: number };

export const tokensOf = (small: string): Token[] =>
  [...small.matchAll(/[\p{L}\d]+(?:['’]\p{L}+)*|\S/gu)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));

const isStop = (word: string): boolean => /^[^\p{L}\d]$/u.test(word);
/** "(15)", "boy, 15", "Age: 15" */
export const opens = (word: string): boolean => /^[(,[:=–-]$/.test(word);
/** "Daughter's", "stepdaughter" */
const whose = (word: string): string =>
  word.replace(/['’]s$/u, '').replace(/^(?:step|grand|god|school)(?=\p{L}{3})/u, '');
export const isPerson = (word: string): boolean => person.has(whose(word));
/** "Ex-employee", "Romanian", "Polish", "machinist": most such words are of people, though not all. */
const isAgent = (word: string): boolean =>
  nationals.has(word) ||
  (/\p{L}{2}(?:er|or|ist|ian|ean|ese|ee|man|woman|ish|eer)$/u.test(word) && !notAgents.has(word));
const isSomebody = (word: string): boolean =>
  isPerson(word) || people.has(word) || pronouns.has(word) || word === 'm' || word === 'f';

/** How far back it is read who a number is of, in words. */
const farBack = 40;

/** Where the words before a number begin that only say that it is about so much. */
export function hedgedFrom(tokens: Token[], at: number): number {
  let from = at;
  for (; from > 0; from -= 1) {
    const word = tokens[from - 1]?.word ?? '';
    const shortened =
      word === '.' && /^(?:app?ro?x|est|poss|prob|abt|c|ca)$/.test(tokens[from - 2]?.word ?? '');
    const atLeast = word === 'at' && /^(?:least|most|best)$/.test(tokens[from]?.word ?? '');
    // "over-18"
    const joined = word === '-' && /^(?:over|under)$/.test(tokens[from - 2]?.word ?? '');
    if (!hedges.has(word) && !shortened && !atLeast && !joined) break;
  }
  return from;
}

/**
 * Whether somebody is spoken of in the sentence before a number, or in the one before that where it is short. What stands by
 * itself, between commas, is read with the whole sentence and the one before.
 */
function ofSomebody(tokens: Token[], at: number, byItself: boolean): boolean {
  const ends = (index: number) =>
    /^[.!?]$/.test(tokens[index]?.word ?? '') &&
    tokens[index + 1]?.start !== tokens[index]?.end &&
    !hedges.has(tokens[index - 1]?.word ?? '');
  const least = Math.max(0, at - farBack);
  const startOf = (from: number): number => (from > least && !ends(from - 1) ? startOf(from - 1) : from);
  const start = startOf(at);
  const from = (byItself || at - start <= 3) && start > 1 ? startOf(start - 1) : start;
  const endOf = (to: number): number =>
    to < Math.min(tokens.length, at + farBack) && !ends(to) ? endOf(to + 1) : to;
  return tokens.slice(from, byItself ? endOf(at) : at).some(({ word }) => isSomebody(word));
}

/** "15 to a room", "20 in cash", "12 x 10", "12 on, 12 off" */
const counted = [
  /^ (?:to a|of (?:them|us|those|the)|(?:per|a|each) (?:day|night|week|room|month))(?!\p{L})/u,
  /^ (?:in (?:cash|total|all|the (?:morning|afternoon|evening))|at night|for (?:an? hour|half|the night|\d))(?!\p{L})/u,
  /^ till? (?:\d|late)/,
  /^ (?:by|x|over) \d|^ on,? \d+,? off/,
];

/** What follows a number: the end of a part of the sentence, its going on, what is counted, or any other word. */
function after(rest: string): 'ends' | 'goes on' | 'is counted' | 'other' {
  if (
    /^ ?(?:[,;()!?\]\n"”’']|[.:](?!\d)|\/ |$|[-–](?: |$))/u.test(rest) ||
    /^ \d{1,2} m(?:on)?ths?/.test(rest)
  )
    return 'ends';
  if (/^ to (?:me|be|look) /.test(rest) || /^ & \p{L}/u.test(rest)) return 'goes on';
  const written = /^[ /]?([\p{L}\d]+(?:['’]\p{L}+)*|\S)/u.exec(rest)?.[1] ?? '';
  if (/^ at \d/.test(rest)) return 'other';
  const word = units.has(written) ? written : written.replace(/['’](?:d|ll|ve|re)$/u, '');
  if (counted.some((each) => each.test(rest)) || units.has(word) || /^[\d:%]/.test(word)) return 'is counted';
  return goesOn.has(word) || isPerson(word) || /^(?:\p{L}{3,}ing|[mf])$/u.test(word) ? 'goes on' : 'other';
}

/** "they are 12 in a room" */
const crowded = /^ in (?:a|one|the|each|here|there|that)\b/;

/** How surely a number is an age, and from which on: few are counted more often than they are years. */
type Told = { said: 'surely' | 'likely' | 'if of somebody' | 'no'; least: number };
const surely = (least: number): Told => ({ said: 'surely', least });
const likely = (least: number): Told => ({ said: 'likely', least });
const no: Told = { said: 'no', least: 100 };

/** From which age on a number beside that word is one: a child's few years are said, those of others are seldom so few. */
const leastOf = (word: string): number =>
  /^(?:s?he\b|baby|toddler|infant)/.test(word)
    ? 1
    : child.has(whose(word)) || /^(?:one|eldest|youngest|oldest)$/.test(whose(word))
      ? 3
      : 10;

/** Where numbers stand: `at` is the place of the first among the words and stops, `from` that of what says that they are about so much. */
export type Place = { tokens: Token[]; at: number; from: number; small: string; text: string };

/** How many words before a number are looked at for what it is. */
const nearBy = 12;
/** Those before a number, without labels. */
const before = ({ tokens, from }: Place): Token[] =>
  tokens
    .slice(Math.max(0, from - nearBy), from)
    .filter(({ word }, at, all) => !(isLabel(word) && isNumbered(all, at)) && word !== '#');
/** By which persons are told apart: "Child C (7)", "Girl #1 16", "Male 2, 34". */
const isLabel = (word: string): boolean => /^(?:[a-eghj-lnp-vyz]|[1-9])$/.test(word);
const isNumbered = (tokens: Token[], at: number): boolean =>
  isPerson(tokens[tokens[at - 1]?.word === '#' ? at - 2 : at - 1]?.word ?? '');
const hedgeOf = ({ tokens, at, from, small }: Place): string =>
  from < at ? small.slice(tokens[from]?.start, tokens[at]?.start).trim() : '';

function told({ each, range }: Several, place: Place): Told {
  const { text, small } = place;
  const [words, hedge] = [before(place), hedgeOf(place)];
  const rest = small.slice(each.at(-1)?.end);
  const [first, last] = [each[0], each.at(-1)] as [Numbered, Numbered];
  const many = range || each.length > 1;
  const back = (count: number): string => words.at(-count)?.word ?? '';
  const written = (count: number): string => text.slice(words.at(-count)?.start, words.at(-count)?.end);
  const near = words.slice(-6).map(({ word }) => word);
  const [one, two] = [back(1), back(2)];

  if (/\d[-–/.]$/.test(text.slice(Math.max(0, first.start - 2), first.start)) || /^[-–/]\d/.test(rest))
    return no;
  if (first.suffix === 'birthday') return surely(1);
  // "F19": what is written so with M is a motorway.
  if (text[first.start - 1] === 'F') return surely(10);
  if (ageWords.has(one) || ((isStop(one) || one === 'of') && ageWords.has(two))) return surely(1);
  if (
    one === 'from' &&
    range &&
    near.some((word) => ageWords.has(word) || /^rang(?:e|ed|es|ing)$/.test(word))
  )
    return surely(10);
  if (one === 'than') {
    if (!/^(?:older|younger|more|less|over)$/.test(two)) return no;
    return { said: near.some(isPerson) ? 'surely' : 'likely', least: near.includes('be') ? 1 : 5 };
  }
  if (/^s?he['’]?(?:s|ll|d)$/.test(one)) return surely(1);
  if (/['’]s$/.test(one) && isPerson(one)) return surely(Math.min(3, leastOf(one)));
  const saying = words.map(({ word }) => word).join(' ');
  if (sayings.some((each) => each.before.test(saying) && (!each.hedged || hedge !== ''))) return likely(10);
  if (toBe.has(one) || /^(?:they|we)['’]?re$/.test(one))
    return toldOf(toBe.has(one) ? words.slice(0, -1) : words, hedge, rest, text);
  if (/^(?:at|as)$/.test(one) && /^(?:him|her|them)$/.test(two)) return no;
  if (one === 'm' || one === 'f')
    return written(1) === one.toUpperCase() || isStop(two) || /^(?:|ic\d|x)$/.test(two) ? surely(1) : no;
  if ((opens(one) || one === '/') && (two === 'm' || two === 'f')) return surely(1);
  if (judged.has(one)) return /^l[ou]+k/.test(one) ? surely(5) : likely(range ? 5 : 10);
  if (isPerson(one) && first.value < 10 && /^ ?[(,:–-]? ?\d\d(?!\d)/.test(rest)) return no;
  if (isPerson(one)) return surely(last.suffix === 'years' && child.has(one) ? 1 : leastOf(one));
  if (people.has(one)) {
    if (children.has(one) && hedge !== '') return surely(1);
    if (range) return surely(10);
    return many ? surely(1) : hedge !== '' || last.suffix === 'ish' ? surely(10) : no;
  }
  const of = isStop(two) ? back(3) : two;
  if (one === 'of' && isPerson(of) && !/^ \p{Lu}\p{L}+ \p{Lu}/u.test(text.slice(last.end)))
    return surely(child.has(of) ? 1 : 10);
  if (one === 'from' && range && people.has(two) && last.value > 24) return surely(10);
  if (one === 'of' && people.has(two) && (many || children.has(two)))
    return surely(children.has(two) ? 1 : 10);
  if (first.suffix === 'ish' && near.some((word) => child.has(word))) return likely(1);
  if (/^["”'’]$/.test(one) && isPerson(two)) return surely(leastOf(two));
  if (opens(one)) {
    if (isPerson(two)) return crowded.test(rest) ? no : likely(one === '(' || child.has(two) ? 1 : 10);
    if (people.has(two) || isPerson(back(3))) return likely(many || children.has(two) ? 1 : 10);
    if (each.length > 1 && near.some((word) => people.has(word))) return likely(1);
    if (after(rest) === 'ends' && near.some((word) => child.has(word))) return likely(3);
    if (after(rest) === 'ends' && isAgent(two)) return likely(13);
    if (one === '(' && near.some((word) => word === 'dob' || word === 'born')) return likely(1);
  }
  if (one === 'at') {
    const inALife = words.some(({ word }) =>
      /^(?:c[ao]me|arrived|brought|sold|left|married|started|trafficked|birth|pregnant|widowed|orphaned|groomed|recruited)$/.test(
        word,
      ),
    );
    // Till twelve it is an hour more often.
    if (inALife) return likely(13);
    // "At 17 he should be at school.", and not "she lives at 17, he at 12".
    return (isStop(two) || two === '') && /^,? (?:she|he|they) /.test(rest) ? likely(10) : no;
  }
  if (/^(?:have|has|had)$/.test(one))
    return first.suffix === 'years' && /^(?:i|he|she)$/.test(two) ? likely(10) : no;
  if (one === 'other' && two === 'the') return many || hedge !== '' ? likely(10) : no;
  // "around the 50 mark"
  if (one === 'the' && first.suffix === 'ish') return likely(10);
  if (
    otherBefore.has(whose(one)) ||
    places.has(one) ||
    (one === '.' && /^(?:nos?|nr|rm)$/.test(two)) ||
    /^[\d/]/.test(one)
  )
    return no;
  if (first.suffix === 'sex') return surely(10);
  // "ages 16 to 50, one woman": few in words are counted.
  if (near.some((word) => ageWords.has(word))) return likely(/^\d/.test(small.slice(first.start)) ? 1 : 5);
  if (/^["“'‘]$/.test(one) && /^[.!?]?["”'’]/.test(rest)) return likely(10);
  // "Ana, thirty-four, came", "Lucy (24)", "'Nina', 20", "Lena 24 and Dasha 26"
  const name = [1, 2, 3].find((count) => !isStop(back(count)));
  if (name !== undefined && /^\p{Lu}\p{Ll}*$/u.test(written(name)) && !places.has(back(name))) {
    // "Fare 64." is as long as "Ana 19.", and more often said.
    if (name === 1 && /^[.!?]?$/.test(two) && /^(?:\.|$)/.test(rest) && words.length > 1) return no;
    if (name === 1) return /^["“'‘]$/.test(two) ? surely(10) : likely(10);
    if (/^ ?[()'’,”"–-]/.test(rest)) return surely(10);
  }
  if (crowded.test(rest)) return no;
  if (last.suffix === 'years' && hedge === '' && !(isStop(one) && after(rest) === 'ends') && !opens(one))
    return no;
  if (/^(?:under|nearly|almost|barely)$/.test(hedge) && (one === '' || /^[.!?]$/.test(one)))
    return likely(10);
  // "doing 62", "deducted 90"
  if (/\p{L}{2}(?:ed|ing)$/u.test(one) || (opens(one) && two === 'rest')) return no;
  if (near.slice(near.lastIndexOf('.') + 1).some((word) => money.has(word))) return no;
  if (/^(?:him|them|me|us)$/.test(one) && hedge === '') return no;
  return { said: 'if of somebody', least: 10 };
}

/** "is 15": of whom? */
function toldOf(words: Token[], hedge: string, rest: string, text: string): Told {
  const left = words.filter(({ word }) => !hedges.has(word) && word !== 'not');
  const [who = '', before = ''] = [left.at(-1)?.word, left.at(-2)?.word];
  if (who === 'i') return /["'‘“]/.test(text[(left.at(-1)?.start ?? 0) - 1] ?? '') ? surely(1) : no;
  if (isPerson(who)) return surely(leastOf(who));
  if (/^(?:must|might|could|would|may|can|will|ll|to|d|cant|can['’]t|should)$|['’](?:ll|d)$/.test(who))
    return likely(Math.min(leastOf(before), /^s?he/.test(who) ? 3 : 10));
  if (/^(?:they|we)(?:['’]?re)?$/.test(who) || people.has(who))
    return crowded.test(rest) ? no : likely(children.has(who) ? 1 : 10);
  if (/^(?:over|under)$/.test(hedge) && !notSomebody.has(who)) return surely(10);
  return notSomebody.has(who) && !words.slice(-6).some(({ word }) => people.has(word)) ? no : likely(10);
}

/** Whether numbers are ages, all of them, all but the last, or none. */
export function saysAges(several: Several, place: Place): 'yes' | 'not the last' | 'no' {
  const { each, range } = several;
  const { tokens, at, small, text } = place;
  const [first, last] = [each[0], each.at(-1)] as [Numbered, Numbered];
  const rest = small.slice(last.end);
  const next = /^ (\p{L}+)/u.exec(rest)?.[1] ?? '';
  if (last.suffix === 'old') return old.has(next) ? 'no' : 'yes';
  const { said, least } = told(several, place);
  if (said === 'no') return 'no';
  const follows = after(rest);
  const joined = each.length > 1 && !range && /, ?$/.test(small.slice(last.start - 2, last.start));
  if (follows === 'is counted' || (follows === 'other' && (said !== 'surely' || joined)))
    return 'not the last';
  const lasted = last.suffix === 'years' && lasting.has(next);
  if (lasted && (said !== 'surely' || each.length > 1 || toBe.has(before(place).at(-1)?.word ?? '')))
    return 'not the last';
  const one = before(place).at(-1)?.word ?? '';
  const inSmall = last.suffix === 'sex' && !/[MF]$/.test(text.slice(last.start, last.end));
  if (inSmall && one !== '' && !isStop(one)) return 'no';
  const andSo =
    /^[.!?]?$/.test(one) && /^ (?:and|but|with) (?:a|no|an|her|his|pregnant|looks|says)\b/.test(rest);
  const byItself = andSo || (follows === 'ends' && (hedgeOf(place) !== '' || one === '' || isStop(one)));
  if (said === 'if of somebody' && !ofSomebody(tokens, at, byItself)) return 'no';
  return first.value < least ? 'no' : 'yes';
}

/** "early 30s", "male, 40s", "20s male", "30 something": not what is paid in twenties. */
export function saysDecade({ value, start, end }: Numbered, place: Place): boolean {
  const { small, tokens, at } = place;
  if (value < 20 || value % 10 !== 0) return false;
  const [one = '', two = ''] = before(place)
    .map(({ word }) => word)
    .slice(-2)
    .toReversed();
  const next = /^ (\p{L}+)/u.exec(small.slice(end))?.[1] ?? '';
  return (
    /thing$/.test(small.slice(start, end)) ||
    hedgeOf(place) !== '' ||
    isSomebody(next) ||
    isSomebody(one) ||
    (opens(one) && (isSomebody(two) || ofSomebody(tokens, at, true))) ||
    ageWords.has(one) ||
    (one === '/' && (two === 'm' || two === 'f')) ||
    /^(?:their|there|thier|in|is|are|early|mid|late|-)$/.test(one) ||
    (/^(?:and|or|to)$/.test(one) && /^[2-9]0s$/.test(two) && ofSomebody(tokens, at, true))
  );
}

/** Where the words begin with which an age is told: "she is 15", "boy of about 12". */
export function tellingFrom(tokens: Token[], from: number): number {
  let first = from;
  const tells = (word: string) =>
    ageWords.has(word) ||
    judged.has(word) ||
    toBe.has(word) ||
    isSomebody(word) ||
    /^(?:of|than|at|as|[(])$/.test(word);
  while (first > 0 && from - first < 4 && tells(tokens[first - 1]?.word ?? '')) first -= 1;
  return first;
}
