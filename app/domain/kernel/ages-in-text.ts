import {
  ageWords,
  child,
  goesOn,
  hedges,
  judged,
  lasting,
  notSomebody,
  old,
  otherBefore,
  people,
  person,
  places,
  pronouns,
  toBe,
  units,
} from './age-words.ts';
import { numbersTogether, type Numbered, type Several } from './numbers-in-text.ts';

/** An age that a text gives somebody: `from` and `to` in years, the same where one is given. */
export type AgeInText = { written: string; from: number; to: number };

/** A word or a stop. */
type Token = { word: string; start: number; end: number };

const tokensOf = (small: string): Token[] =>
  [...small.matchAll(/[\p{L}\d]+(?:['’]\p{L}+)*|\S/gu)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));

const isStop = (word: string): boolean => /^[^\p{L}\d]$/u.test(word);
/** "(15)", "boy, 15", "Age: 15" */
const opens = (word: string): boolean => /^[(,[:=–-]$/.test(word);
const whose = (word: string): string => word.replace(/['’]s$/u, '');
const isPerson = (word: string): boolean => person.has(whose(word));
const isSomebody = (word: string): boolean =>
  isPerson(word) || people.has(word) || pronouns.has(word) || word === 'm' || word === 'f';

/** How far back it is read who a number is of, in words. */
const farBack = 40;

/** Where the words before a number begin that only say that it is about so much. */
function hedgedFrom(tokens: Token[], at: number): number {
  let from = at;
  for (; from > 0; from -= 1) {
    const word = tokens[from - 1]?.word ?? '';
    const shortened = word === '.' && /^(?:app?ro?x|poss|prob|abt|c|ca)$/.test(tokens[from - 2]?.word ?? '');
    const atLeast = word === 'at' && /^(?:least|most|best)$/.test(tokens[from]?.word ?? '');
    if (!hedges.has(word) && !shortened && !atLeast) break;
  }
  return from;
}

/** Whether somebody is spoken of in the sentence before a number, or in the one before that where it is short. */
function ofSomebody(tokens: Token[], at: number): boolean {
  const ends = (index: number) =>
    /^[.!?]$/.test(tokens[index]?.word ?? '') &&
    tokens[index + 1]?.start !== tokens[index]?.end &&
    !hedges.has(tokens[index - 1]?.word ?? '');
  const least = Math.max(0, at - farBack);
  const startOf = (from: number): number => (from > least && !ends(from - 1) ? startOf(from - 1) : from);
  const start = startOf(at);
  const from = at - start <= 3 && start > 1 ? startOf(start - 1) : start;
  return tokens.slice(from, at).some(({ word }) => isSomebody(word));
}

/** What follows a number: the end of a part of the sentence, its going on, what is counted, or any other word. */
function after(rest: string): 'ends' | 'goes on' | 'is counted' | 'other' {
  if (/^ ?(?:[,;()!?\]\n"”’']|\.(?!\d)|$|[-–](?: |$))/u.test(rest) || /^ \d{1,2} m(?:on)?ths?/.test(rest)) return 'ends';
  if (/^ to (?:me|be|look) /.test(rest) || /^ & \p{L}/u.test(rest)) return 'goes on';
  const word = /^[ /]?([\p{L}\d]+(?:['’]\p{L}+)*|\S)/u.exec(rest)?.[1] ?? '';
  if (/^ (?:to a|of (?:them|us|those|the)|(?:per|a|each) (?:day|night|week|room|month))(?!\p{L})/u.test(rest)) return 'is counted';
  if (units.has(word) || /^[\d:%]/.test(word)) return 'is counted';
  return goesOn.has(word) || isPerson(word) || /^(?:\p{L}{3,}ing|[mf])$/u.test(word) ? 'goes on' : 'other';
}

/** "they are 12 in a room" */
const crowded = /^ in (?:a|one|the|each|here|there|that) /;

/** How surely a number is an age, and from which on: few are counted more often than they are years. */
type Told = { said: 'surely' | 'likely' | 'if of somebody' | 'no'; least: number };
const surely = (least: number): Told => ({ said: 'surely', least });
const likely = (least: number): Told => ({ said: 'likely', least });
const no: Told = { said: 'no', least: 100 };

/** From which age on a number beside that word is one: a child's few years are said, those of others are seldom so few. */
const leastOf = (word: string): number => (/^s?he\b/.test(word) ? 1 : child.has(whose(word)) ? 3 : 10);

/** The numbers with what stands before and after them, in small letters but for `written`. */
type Place = { several: Several; words: Token[]; hedge: string; rest: string; text: string };

function told({ several: { each, range }, words, hedge, rest, text }: Place): Told {
  const [first, last] = [each[0], each.at(-1)] as [Numbered, Numbered];
  const many = range || each.length > 1;
  const back = (count: number): string => words.at(-count)?.word ?? '';
  const written = (count: number): string => text.slice(words.at(-count)?.start, words.at(-count)?.end);
  const near = words.slice(-6).map(({ word }) => word);
  const [one, two] = [back(1), back(2)];

  if (/\d[-–/.]$/.test(text.slice(Math.max(0, first.start - 2), first.start)) || /^[-–/]\d/.test(rest)) return no;
  if (first.suffix === 'birthday') return surely(1);
  if (ageWords.has(one) || (isStop(one) && ageWords.has(two))) return surely(1);
  if (one === 'from' && range && near.some((word) => ageWords.has(word) || /^rang(?:e|ed|es|ing)$/.test(word))) return surely(10);
  if (one === 'than') {
    if (!/^(?:older|younger|more|less|over)$/.test(two)) return no;
    return { said: near.some(isPerson) ? 'surely' : 'likely', least: near.includes('be') ? 1 : 5 };
  }
  if (/^s?he['’]?(?:s|ll|d)$/.test(one)) return surely(1);
  if (/['’]s$/.test(one) && isPerson(one)) return surely(leastOf(one));
  if (toBe.has(one) || /^(?:they|we)['’]?re$/.test(one)) return toldOf(toBe.has(one) ? words.slice(0, -1) : words, rest, text);
  if (/^(?:him|her|them)$/.test(one) && /^(?:ma[dk]e|makes|making|puts?|guess(?:ed)?)$/.test(two)) return likely(10);
  if (/^(?:at|as)$/.test(one) && /^(?:him|her|them)$/.test(two))
    return words.some(({ word }) => /^(?:put|guess|say)$/.test(word)) ? likely(10) : no;
  if (one === 'm' || one === 'f')
    return written(1) === one.toUpperCase() || isStop(two) || two === '' ? surely(1) : no;
  if ((opens(one) || one === '/') && (two === 'm' || two === 'f')) return surely(1);
  if (judged.has(one)) return /^l[ou]+k/.test(one) ? surely(5) : likely(10);
  if (isPerson(one)) return surely(last.suffix === 'years' && child.has(one) ? 1 : leastOf(one));
  if (people.has(one)) {
    if (range) return surely(10);
    return many ? surely(1) : hedge !== '' || last.suffix === 'ish' ? likely(10) : no;
  }
  if (one === 'of' && isPerson(two)) return surely(child.has(two) ? 1 : 10);
  if (one === 'of' && people.has(two) && many) return surely(10);
  if (opens(one)) {
    if (isPerson(two)) return crowded.test(rest) ? no : likely(one === '(' || child.has(two) ? 1 : 10);
    if (people.has(two) || isPerson(back(3))) return likely(many ? 1 : 10);
    if (each.length > 1 && near.some((word) => people.has(word))) return likely(1);
    if (one === '(' && near.some((word) => word === 'dob' || word === 'born')) return likely(1);
  }
  if (one === 'at') {
    const inALife = words.some(({ word }) => /^(?:c[ao]me|arrived|brought|sold|left|married|started|trafficked)$/.test(word));
    return inALife || /^,? (?:she|he|they) /.test(rest) ? likely(10) : no;
  }
  if (/^(?:have|has|had)$/.test(one)) return first.suffix === 'years' && /^(?:i|he|she)$/.test(two) ? likely(10) : no;
  if (one === 'other' && two === 'the') return many || hedge !== '' ? likely(10) : no;
  if (otherBefore.has(one) || (one === '.' && /^(?:nos?|nr|rm)$/.test(two)) || /^[\d/]/.test(one)) return no;
  if (first.suffix === 'sex') return surely(10);
  if (near.some((word) => ageWords.has(word))) return likely(1);
  if (first.suffix === 'ish' && near.some((word) => child.has(word))) return likely(1);
  if (/^["“'‘]$/.test(one) && /^[.!?]?["”'’]/.test(rest)) return likely(10);
  // "Ana, thirty-four, came", "Lucy (24)", "'Nina', 20"
  const name = [1, 2, 3].find((count) => !isStop(back(count)));
  if (name !== undefined && /^\p{Lu}\p{Ll}*$/u.test(written(name)) && !places.has(back(name)))
    if (name > 1 ? /^ ?[)'’,”"–-]/.test(rest) : /^["“'‘]$/.test(two)) return surely(10);
  if (crowded.test(rest)) return no;
  if (last.suffix === 'years' && hedge === '' && !(isStop(one) && after(rest) === 'ends') && !opens(one)) return no;
  if (/^(?:under|nearly|almost|barely)$/.test(hedge) && (one === '' || /^[.!?]$/.test(one))) return likely(10);
  return { said: 'if of somebody', least: 10 };
}

/** "is 15": of whom? */
function toldOf(words: Token[], rest: string, text: string): Told {
  const left = words.filter(({ word }) => !hedges.has(word) && word !== 'not');
  const [who = '', before = ''] = [left.at(-1)?.word, left.at(-2)?.word];
  if (who === 'i') return /["'‘“]/.test(text[(left.at(-1)?.start ?? 0) - 1] ?? '') ? surely(1) : no;
  if (isPerson(who)) return surely(leastOf(who));
  if (/^(?:must|might|could|would|may|can|will|ll|to|d|cant|can['’]t|should)$|['’](?:ll|d)$/.test(who))
    return likely(Math.min(leastOf(before), /^s?he/.test(who) ? 3 : 10));
  if (/^(?:they|we)(?:['’]?re)?$/.test(who) || people.has(who)) return crowded.test(rest) ? no : likely(10);
  return notSomebody.has(who) && !words.slice(-6).some(({ word }) => people.has(word)) ? no : likely(10);
}

/** "in his thirties", "early 30s", "male, 40s", "20s male": not what is paid in twenties. */
function saysDecade(words: Token[], hedge: string, rest: string): boolean {
  const [one = '', two = ''] = [words.at(-1)?.word, words.at(-2)?.word];
  const followed = /^ (\p{L}+)/u.exec(rest)?.[1] ?? '';
  return (
    hedge !== '' || isSomebody(followed) || isSomebody(one) || (opens(one) && isSomebody(two)) ||
    /^(?:their|there|thier|in|is|are|early|mid|late|-)$/.test(one)
  );
}

const decades = 'teens twenties thirties forties fifties sixties seventies eighties'.split(' ');
/** "in his thirties", "mid teens", "a teenager". */
const inTens = new RegExp(`(?<!\\p{L})(?:${decades.join('|')}|teenagers?|teenaged?|teen)(?!\\p{L})`, 'gu');

/** "look 11, 12 to be honest" is one age that lies between; "they are 18, 19" are two. */
function asOne({ each, range }: Several, words: Token[], small: string): boolean {
  const [first, second, third] = each;
  if (range || !first || !second || third || second.value - first.value !== 1) return range;
  const one = words.at(-1)?.word ?? '';
  const near = words.slice(-8).map(({ word }) => word);
  const single = judged.has(one) || one === 'is' || (opens(one) && near.some(isPerson) && !near.some((word) => people.has(word)));
  return single && /^, ?$/.test(small.slice(first.end, second.start));
}

/** The ages that stand in a text, each once. How long something lasted is none: "for 15 years". */
export function agesInText(text: string): AgeInText[] {
  // Patterns that heed no case take a second to compile. A few letters are longer when small, and would move what is written.
  const lower = text.toLowerCase();
  const small = lower.length === text.length ? lower : text;
  const found = new Map<string, AgeInText & { start: number }>();
  const add = (from: number, to: number, start: number, end: number) => {
    const key = `${String(from)}-${String(to)}`;
    if (!found.has(key)) found.set(key, { written: text.slice(start, end), from, to, start });
  };
  const tokens = tokensOf(small);
  let at = 0;
  for (const together of numbersTogether(small, hedges)) {
    let { each } = together;
    const first = each[0] as Numbered;
    while ((tokens[at]?.end ?? Infinity) <= first.start) at += 1;
    const from = hedgedFrom(tokens, at);
    const start = tokens[from]?.start ?? first.start;
    const words = tokens.slice(Math.max(0, from - 12), from);
    const hedge = small.slice(start, first.start).trim();
    const range = asOne(together, words, small);
    // What is counted after the last of several leaves the others: "girls of 15, 16 and two men", "she is 19, 3 men came".
    for (; each.length > 0; each = range ? [] : each.slice(0, -1)) {
      const last = each.at(-1) as Numbered;
      const rest = small.slice(last.end);
      const follows = after(rest);
      const next = /^ (\p{L}+)/u.exec(rest)?.[1] ?? '';
      if (first.suffix === 'decade') {
        const something = /thing$/.test(small.slice(first.start, first.end));
        if (first.value % 10 === 0 && first.value > 10 && (something || saysDecade(words, hedge, rest)))
          add(first.value, first.value + 9, start, first.end);
        break;
      }
      const place = { several: { each, range }, words, hedge, rest, text };
      const { said, least } = last.suffix === 'old' ? (old.has(next) ? no : surely(1)) : told(place);
      if (said === 'no') break;
      if (last.suffix !== 'old') {
        const joined = each.length > 1 && /, ?$/.test(small.slice(0, last.start).slice(-2));
        if (follows === 'is counted') continue;
        if (follows === 'other' && (said !== 'surely' || (joined && !range))) continue;
        if (last.suffix === 'years' && lasting.has(next) && (said !== 'surely' || each.length > 1)) continue;
      }
      if (said === 'if of somebody' && !ofSomebody(tokens, at)) break;
      if (last.suffix === 'sex' && !/[MF]$/.test(text.slice(last.start, last.end))) break;
      if (first.value < least) break;
      if (range) add(first.value, last.value, start, last.end);
      else for (const one of each) add(one.value, one.value, one === first ? start : one.start, one.end);
      break;
    }
  }
  for (const { 0: written, index } of small.matchAll(inTens)) {
    const ten = Math.max(1, decades.indexOf(written) + 1) * 10;
    const said = ten === 10 && [...found.values()].some((age) => age.from > 9 && age.to < 20 && Math.abs(age.start - index) < 40);
    if (!said) add(ten === 10 ? 13 : ten, ten + 9, index, index + written.length);
  }
  return [...found.values()].map(({ written, from, to }) => ({ written, from, to }));
}
