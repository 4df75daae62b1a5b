/** An age that a text gives somebody: `from` and `to` in years, the same where one is given. */
export type AgeInText = { written: string; from: number; to: number };

const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty'];
const names = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
  'eighteen nineteen',
]
  .join(' ')
  .split(' ');

const number = `\\d{1,2}|${[...names.slice(5), ...tens].join('|')}`;
const or = '(?: ?(?:-|–|/|or|to|and) ?)';
const about =
  '(?:(?:about|around|abt|bout|approx\\.?|approximately|only|just|maybe|roughly|nearly|almost|c\\.?|~) ?){0,2}';
/** What ends a sentence or a part of it, so that nothing is counted after the number. */
const over = '(?= ?(?:[,;)!?\\n]|\\.(?!\\d)|$))';
const one = `(?:girl|boy|lad|lass|child|kid|teen|teenager|youth|daughter|son|male|female|man|woman|lady|guy|bloke|person|she|he)`;
const most = 120;

/** Not the age of somebody: a van, a house, a debt. */
const things =
  '(?! ?(?:car|van|vehicle|house|building|phone|debt|contract|mercedes|bmw|ford|transit|audi|business))';

const patterns: RegExp[] = [
  // "15yo", "15 y/o", "15-year-old", "15 or 16 years old", "fifteen year old"
  `(${number})(?:${or}(${number}))?[ -]?(?:y/?\\.?o\\.?|yrs?[ -]?old|years?[ -]old|yr\\.?[ -]?olds?|year[ -]?olds?)s?`,
  // "aged 15", "age: about 15", "aged 15 to 17", "aged between 15 and 17"
  `(?:aged?|turned|turning)[: ]{0,2}${about}(?:between )?${about}(${number})(?:${or}(${number}))?(?! ?(?:\\d|:|%|people|men|women|am|pm))`,
  // "girl of about 15", "boy (15)", "woman, 34,"
  `${one}s?(?: who)?(?:(?: is| was| looks| looked| looks like)? ?(?:of )|,? ?\\()${about}(${number})(?:${or}(${number}))?(?= ?(?:[,.;)!?]|$|and |who |with |she |he |was |is |from |in |at ))`,
  // "she is 15", "shes 17yrs", "he looks about 16", "they look 15 or 16", "he is 50ish"
  `(?:(?:she|he|girl|boy|who)(?:'s|’s|s| is| was)|(?:she|he|they|girls?|boys?|who)(?: all)?(?: looks?| looked| seems?| seemed))(?: like| to be)? ${about}(${number})(?:${or}(${number}))?(?:ish| ?y(?:ea)?rs?)?(?= ?(?:[,;!?)\\n]|\\.(?!\\d)|$|and |but |or so))`,
  // "girl abt 15", "male, 31,"
  `${one}s?(?: (?:about|abt|bout|approx\\.?) ?|, ?)(1\\d|[2-9]\\d)(?:${or}(\\d{2}))?${over}`,
  // "look bout 14 - 15"
  `(?:looks?|looked|seems?)(?: like| to be)? (?:about|abt|bout|around|approx\\.?) ?(${number})(?:${or}(${number}))?${over}`,
  // "two kids, 3 and 5"
  `(?:kids|children|sons|daughters),? (${number})(?:${or}(${number}))${over}`,
  // "no older than 16"
  `no(?:t)? (?:much )?older than ${about}(${number})`,
].map((inner) => new RegExp(`(?<![a-z\\d£$€:.-])${inner}(?![a-z\\d])${things}`, 'giu'));

/** "in his thirties", "in her 30s", "mid twenties", "male 40s": the ten years. */
const decade = new RegExp(
  `(?<![a-z\\d])(?:in (?:his|her|their) |(?:male|female|man|woman),? )?(?:early |mid |mid-|late )?(?:(\\d)0['’]?s|(twenties|thirties|forties|fifties|sixties|seventies|eighties))(?![a-z\\d])`,
  'giu',
);

const read = (written: string): number => {
  if (/^\d/.test(written)) return Number(written);
  const word = written.toLowerCase();
  return names.includes(word) ? names.indexOf(word) : (tens.indexOf(word) + 2) * 10;
};

/** The ages that stand in a text, each once. How long something lasted is none: "for 15 years". */
export function agesInText(text: string): AgeInText[] {
  const found = new Map<string, AgeInText>();
  const add = (age: AgeInText) => {
    const key = `${String(age.from)}-${String(age.to)}`;
    if (age.to <= most && age.from <= age.to && !found.has(key)) found.set(key, age);
  };
  for (const pattern of patterns)
    for (const [written, first = '', second] of text.matchAll(pattern))
      add({ written, from: read(first), to: read(second ?? first) });
  for (const [written, digit, word = ''] of text.matchAll(decade)) {
    const from = digit === undefined ? (decades.indexOf(word.toLowerCase()) + 2) * 10 : Number(digit) * 10;
    if (from >= 20 && /in (?:his|her|their)|male|man|early|mid|late/i.test(written))
      add({ written, from, to: from + 9 });
  }
  return [...found.values()];
}

const decades = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties'];
