/** Where a text gives the year in which somebody was born, or in which they are at school: an age, to a year or so. */
export type AgeByYear = { start: number; end: number; from: number; to: number };

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const saysBirth = `(?<!\\p{L})(?:b\\.?|born|d\\.?o\\.?b\\.?|y\\.?o\\.?b\\.?|(?:date|year) of birth|birth ?(?:date|year))`;
const goesBetween = `(?:[ :=(,–-]|(?<!\\p{L})(?:in|on|is|was|the|given|shown|recorded|as|about|around|approx|circa|c)(?!\\p{L})\\.?){0,6}`;
const shortYear = `(?:19|20)?\\d{2}`;
const day = [
  `(?<day>\\d{1,2})[/.-](?<month>\\d{1,2})[/.-](?<year>${shortYear})`,
  `(?:(?<dayBefore>\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -])?(?<named>${months.join('|')})[a-z]*,?[ -](?<ofMonth>${shortYear})`,
  `(?<alone>(?:19|20)\\d{2}|['’]\\d{2})`,
].join('|');
/** "b. 1997", "DOB 03/04/98", "born in May 2001". */
const birth = new RegExp(`${saysBirth}${goesBetween}(?:${day})(?![\\d/.-]\\d|\\d)`, 'gu');

/** "in year 9", "a year 10 girl", "(Y7)": of England, where a child is five in the year before the first. */
const schoolYear =
  /(?<!\p{L})(?:(?:(?:in|from|and|&)(?: school)?|like|is|(?<=\()) ?(?:year|yr|y) ?(?<n>\d{1,2}|nine|ten|eleven)(?![\d\p{L}:.]\d|[\d\p{L}])(?! (?:of|men|women|people|months?|weeks?|days?)\b)|(?:year|yr|y) ?(?<of>\d{1,2}) (?:pupil|student|girl|boy|lad|lass|kid|child)(?!\p{L}))/gu;

/** The ages that a text in small letters tells so, as they are on a day. */
export function agesByYear(small: string, today: string): AgeByYear[] {
  const births = [...small.matchAll(birth)].map(({ 0: written, index, groups = {} }) => {
    const year = fullYear(groups['year'] ?? groups['ofMonth'] ?? groups['alone'] ?? '', today);
    const named = groups['named'] === undefined ? undefined : months.indexOf(groups['named']) + 1;
    const month = named ?? (groups['month'] === undefined ? undefined : Number(groups['month']));
    const dayOfMonth = groups['day'] ?? groups['dayBefore'];
    const on = (m: number, d: number) => `${two(m)}-${two(d)}`;
    const first = on(month ?? 1, Number(dayOfMonth ?? 1));
    const last = on(month ?? 12, Number(dayOfMonth ?? 31));
    const years = Number(today.slice(0, 4)) - year;
    return {
      start: index,
      end: index + written.length,
      from: years - (today.slice(5) < last ? 1 : 0),
      to: years - (today.slice(5) < first ? 1 : 0),
    };
  });
  const atSchool = [...small.matchAll(schoolYear)].flatMap(({ 0: written, index, groups = {} }) => {
    const words = ['nine', 'ten', 'eleven'];
    const said = groups['n'] ?? groups['of'] ?? '';
    const year = words.includes(said) ? words.indexOf(said) + 9 : Number(said);
    const span = { start: index, end: index + written.length };
    return year >= 1 && year <= 13 ? [{ ...span, from: year + 4, to: year + 5 }] : [];
  });
  return [...births, ...atSchool].filter(({ from, to }) => from >= 0 && to < 100);
}

const two = (number: number): string => String(number).padStart(2, '0');

/** "97" is 1997, "03" is 2003: nobody is born after today. */
function fullYear(written: string, today: string): number {
  const digits = written.replace(/\D/g, '');
  if (digits.length === 4) return Number(digits);
  const century = Math.floor(Number(today.slice(0, 4)) / 100) * 100;
  const year = century + Number(digits);
  return year > Number(today.slice(0, 4)) ? year - 100 : year;
}
