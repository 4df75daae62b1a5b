import { GB } from 'chrono-node/en';

/** A day that a text names, as `YYYY-MM-DD`. */
export type DayInText = { written: string; day: string };

/** "he sat in the van", "sun cream", "wed", "mon to fri": too short to say a day. */
const ambiguous = /^(?:sat|sun|mon|wed|fri|tue|thu|now)(?: ?(?:to|-|–) ?(?:sat|sun|fri))?,?$/i;
const lasting = /hour|minute|\bhr|\bmin|\ds\b|week-?end/i;
const houseNumber = /^\d{1,2}[/-]\d{1,2}$/;
/** "every Friday", "on Friday and Saturday nights". */
const again = {
  before: /\b(?:every|each|most) $/i,
  after: /^(?:s\b| (?:(?:and|or|to) (?:mon|tue|wed|thu|fri|sat|sun)|nights|evenings|mornings))/i,
};
/** On which somebody was born, and nothing happened. */
const birth = /\b(?:d\.?o\.?b\.?|born|birth(?:day)?)(?: (?:is|was|on|date|given|shown|as))*[ :=-]{0,3}$/i;

/**
 * As chrono reads it, in the same length, so that what is found stands where it was written: it takes "3.1.16" for a version,
 * knows neither "weds" nor "two nights ago", stops before "about 10pm", and takes who "sat on the step" for a Saturday.
 */
const asRead = (text: string): string =>
  text
    .replace(/(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?![\d.])/g, '$1/$2/$3')
    .replace(/\b(tue|wed)s\b/gi, '$1 ')
    .replace(/\bthurs\b/gi, 'thu  ')
    .replace(/\bnights ago\b/gi, 'days ago  ')
    .replace(/\bnite\b/gi, 'eve ')
    .replace(/\b(?:about|around)(?= \d{1,2}(?:[:.]\d\d)? ?(?:[ap]m|hrs)\b)/gi, (word) =>
      'at'.padEnd(word.length),
    )
    .replace(
      /(?<!\b(?:on|last|this|every) )\bsat (?=(?:on|in|by|next|there|down|up|outside|beside|behind|alone)\b)/gi,
      'was ',
    );

/** What says that a day is still to come: "back on Thursday", which would else be the last one. */
const toCome =
  /\b(?:(?:will|won['’]t|going to|tomorrow|planned|[a-z]+['’]ll)\b[^.!?\n]{0,40}|(?:next|coming|until|till?|by|before|due)(?: on)? )$/i;

const coming = /^(?:next|coming|this(?! (?:morning|afternoon|evening)))\b/i;

/** "tues 12th", "on the 9th": a day of this month or of the one before it. No floor, and no day of a month that is named. */
const ofMonth =
  /\b(?:(?:on|of|from|since|dated) the|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?(?: the)?) (\d{1,2})(?:st|nd|rd|th)\b(?! ?(?:of|floor|street|st|avenue|ave|road|time|day|birthday|house|door|row|stop|attempt|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/gi;

/** Days by their names, as month and day. */
const named: [words: RegExp, day: string][] = [
  [/\bnew year['’]?s eve\b|\bNYE\b/gi, '12-31'],
  [/\bnew year['’]?s day\b/gi, '01-01'],
  [/\b(?:christmas|xmas) eve\b/gi, '12-24'],
  [/\b(?:christmas|xmas) day\b/gi, '12-25'],
  [/\bboxing day\b/gi, '12-26'],
];
const yesterday = /\b(?:yest|y['’]?day|yesterdy|ystrday)\b/gi;
const thisDay = /\bthis (?:morning|afternoon)\b/gi;
/** What is longer ago, in years, is when somebody was born or what a paper bears. */
const longAgo = 10;

/** The days that a text names, each once, reckoned from `today`: none to come, and no mere month or week. */
export function daysInText(text: string, today: string): DayInText[] {
  const found = new Map<string, DayInText>();
  const add = (written: string, day: string) => {
    const years = Number(today.slice(0, 4)) - Number(day.slice(0, 4));
    if (day <= today && years <= longAgo && !found.has(day)) found.set(day, { written, day });
  };
  const from = { instant: new Date(`${today}T12:00:00Z`), timezone: 'GMT' };
  const plain = asRead(text);
  const results = GB.parse(plain, from);
  for (const [at, { text: read, index, start }] of results.entries()) {
    const written = text.slice(index, index + read.length);
    const before = text.slice(Math.max(0, index - 20), index);
    const ofWeek = start.isCertain('weekday') && !start.isCertain('day');
    if (!ofWeek && !(start.isCertain('day') && start.isCertain('month'))) continue;
    const abbreviated = /^\p{L}/u.test(text.slice(index + read.length));
    if ((ambiguous.test(written) && !abbreviated) || lasting.test(written) || again.before.test(before))
      continue;
    if (birth.test(before)) continue;
    if (ofWeek && !/^(?:last|this)\b/i.test(written) && again.after.test(plain.slice(index + written.length)))
      continue;
    if (houseNumber.test(written) && !/\bon (?:the )?$/i.test(before)) continue;
    // "the Friday walk, 8 January", "Friday 8th": the day of the week of that date.
    const [rest, next] = [index + read.length, results[at + 1]];
    if (ofWeek && next && /^\d/.test(next.text) && /^(?! and\b).{0,12}$/.test(text.slice(rest, next.index)))
      continue;
    if (ofWeek && /^,? (?:the )?\d{1,2}(?:st|nd|rd|th)\b/i.test(plain.slice(rest))) continue;
    const day = asDay([start.get('year'), start.get('month'), start.get('day')]);
    if (ofWeek && (toCome.test(text.slice(Math.max(0, index - 40), index)) || coming.test(written))) continue;
    if (day <= today) add(written, day);
    else if (ofWeek) add(written, daysBefore(day, 7));
    else if (!start.isCertain('year') && !toCome.test(text.slice(Math.max(0, index - 40), index)))
      add(written, asDay([Number(day.slice(0, 4)) - 1, start.get('month'), start.get('day')]));
  }
  for (const [written, day = ''] of text.matchAll(ofMonth)) {
    const latest = latestWith(today, Number(day));
    if (latest !== null) add(written, latest);
  }
  for (const [words, day] of named)
    for (const [written] of text.matchAll(words)) {
      const year = Number(today.slice(0, 4));
      add(written, `${String(today.slice(5) < day ? year - 1 : year)}-${day}`);
    }
  for (const [written] of text.matchAll(yesterday)) add(written, daysBefore(today, 1));
  for (const [written] of text.matchAll(thisDay)) add(written, today);
  return [...found.values()];
}

const asDay = (parts: (number | null)[]): string =>
  parts.map((part) => String(part).padStart(2, '0')).join('-');

const daysBefore = (day: string, many: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) - many * 86_400_000).toISOString().slice(0, 10);

/** The last day before or on `today` with this number; null where neither this month nor the one before it has it. */
function latestWith(today: string, day: number): string | null {
  const [year = 0, month = 1] = today.split('-').map(Number);
  for (const back of [0, 1]) {
    const at = new Date(Date.UTC(year, month - 1 - back, day));
    const read = at.toISOString().slice(0, 10);
    if (at.getUTCDate() === day && read <= today) return read;
  }
  return null;
}
