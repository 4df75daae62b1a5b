/** An age that a text gives somebody: `from` and `to` in years, the same where one is given. */
export type AgeInText = { written: string; from: number; to: number };

const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty'];
const names = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
  'eighteen nineteen',
]
  .join(' ')
  .split(' ');

/** "15", "fifteen", "fifty two". */
const number = `\\d{1,2}|(?:${tens.join('|')})(?:[- ](?:${names.slice(1, 10).join('|')}))?|${names.slice(5).join('|')}`;
const or = '(?: ?(?:-|–|/|or|to|and) ?)';
const about =
  '(?:(?:about|around|abt|bout|approx\\.?|approximately|only|just|maybe|perhaps|possibly|poss\\.?|roughly|nearly|almost|more like|barely|now|aged|c\\.?|~) ?){0,2}';
/** "50ish", "17yrs", "35 years". */
const years = '(?:-?ish| ?y(?:ea)?rs?)?';
/** What ends a sentence or a part of it, so that nothing is counted after the number. */
const over =
  '(?= ?(?:[,;)!?\\n]|\\.(?!\\d)|$|(?:at (?:the )?most|at best|tops|max|if that|or so|or thereabouts|now|she|he|i (?:think|guess|reckon|d say))\\b))';
const one =
  '(?:girl|boy|lad|lass|child|kid|teen|teenager|youth|daughter|son|brother|sister|niece|nephew|cousin|male|female|man|woman|lady|guy|bloke|gent|gentleman|person|client|resident|patient|pt|pupil|student|tenant|worker|cleaner|nanny|housekeeper|victim|mum|mother|dad|father|wife|husband|uncle|aunt|auntie|driver|boss|carer|cook|chef|landlord|fella|chap|eldest|youngest|she|he)';
const several =
  '(?:girls|boys|lads|lasses|children|kids|teens|teenagers|youths|daughters|sons|brothers|sisters|twins|males|females|men|women|ladies|guys|blokes|clients|residents|pupils|students|tenants|workers)';
const most = 120;

/** Not the age of somebody: a van, a house, a debt. */
const things =
  '(?! ?(?:car|van|vehicle|house|building|phone|debt|contract|mercedes|bmw|ford|transit|audi|business))';
const alone = (inner: string, flags: string) =>
  new RegExp(`(?<![\\p{L}\\d£$€:./-])${inner}(?![\\p{L}\\d])${things}`, flags);

const patterns: RegExp[] = [
  // "15yo", "15 y/o", "15-year-old", "15 or 16 years old", "25 years of age"
  `(${number})(?:${or}(${number}))?[ -]?(?:y/?\\.?o\\.?|yrs?[ -]?old|years?[ -]old|years? of age|yr\\.?[ -]?olds?|year[ -]?olds?)s?`,
  // "aged 15", "age: about 15", "aged 15 to 17", "aged between 15 and 17"
  `(?:aged?|turned|turning)[: ]{0,2}${about}(?:between )?${about}(${number})(?:${or}(${number}))?(?! ?(?:\\d|:|%|people|men|women|am|pm))`,
  // "girl of about 15", "lad of 14 selling", "boy (15)"
  `${one}s?(?: who)?(?:(?: is| was| looks| looked| looks like)? ?(?:of )|,? ?\\()${about}(${number})(?:${or}(${number}))?(?! ?(?:\\d|:|people|men|women|us|them|stone|kg|am|pm))`,
  // "she is 15", "shes 17yrs", "client is 16 (", "he looks about 16", "they look 15 or 16", "he is 50ish"
  `(?:(?:${one}|one|who)(?: (?:on|at|in|with|from|by) (?:the )?\\p{L}+)?(?:'s|’s|s| is|'d be|’d be| (?:must|may|might|could|would) be| was)|(?:she|he|they|girls?|boys?|who)(?: all)?(?: looks?| looked| seems?| seemed))(?: like| to be| now)? ${about}(${number})(?:${or}(${number}))?${years}(?= ?(?:[,;!?()\\n]|\\.(?!\\d)|$|and |but |or so))`,
  // "DOB 3 March 1984 (31)"
  `(?:d\\.?o\\.?b\\.?|born)[^.!?\\n(]{0,25}\\((\\d\\d)(?=\\))`,
  // "look bout 14 - 15", "looked more like 14"
  `(?:looks?|looked|seems?)(?: like| to be)? (?:about|abt|bout|around|approx\\.?|more like) ?(${number})(?:${or}(${number}))?(?= to me|${over.slice(3)}`,
  // "four girls 18-22", "a son, 6, in Albania"
  `${several} (1\\d|[2-7]\\d)(?:-|–| to )([1-7]\\d)`,
  `(?:son|daughter|child|kid|boy|girl),? (\\d)(?=,)`,
  // "no older than 16"
  `not? (?:much )?older than ${about}(${number})`,
  `not? more than ${about}(1\\d)${over}`,
  // "Mrs B, 62,", "one called Bea, 18"
  `(?:mr|mrs|ms|miss|called|named) \\p{L}+,? \\(?([1-9]\\d)${over}`,
].map((inner) => alone(inner, 'giu'));

/** No name of a person before a number: 'Unit 21', "Elm Road (12)", "January, 14". */
const placed =
  '(?!(?:Unit|Flat|Room|Route|Bus|Bar|Club|Studio|Block|Gate|Number|No|Suite|House|Level|Junction|Bay|Page|Table|Floor|Road|Rd|Street|St|Lane|Avenue|Drive|Close|Way|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)s?(?!\\p{L}))';
/** Where capitals tell. */
const named: RegExp[] = [
  // "M, 28,", "F/19", "(m, 41)", "F 17 and M 19,"
  `[MF](?:, ?|/)([1-9]\\d)(?:${over}|(?= with ))`,
  `[MF] (1\\d|[2-7]\\d)(?=,| and [MF] )`,
  `(?<=[,(:] ?)[mf](?:, ?|/| )([1-9]\\d)${over}`,
  // "'Kim 21'", "'Mimi 19 new'", "“Lola (23)”": an advertisement
  `["'‘“]${placed}\\p{Lu}\\p{Ll}+,? \\(?([1-6]\\d)(?=[ '’"”)])`,
  // "Lucy (24)", "Ana, thirty-four, came"
  `${placed}\\p{Lu}\\p{Ll}+ \\(([1-7]\\d)(?=\\))`,
  `${placed}\\p{Lu}\\p{Ll}+(?:, | - )([1-7]\\d|(?:${tens.join('|')})(?:[- ](?:${names.slice(1, 10).join('|')}))?)(?=, | - )`,
].map((inner) => alone(inner, 'gu'));

/** A number by itself, or two next to each other, at the end of a part of a sentence: "girl abt 15", "blue coat, 16 or 17." */
const bare = alone(
  `${about}(1\\d|[2-7]\\d|(?:${tens.join('|')})(?:[- ](?:${names.slice(1, 10).join('|')}))?|${names.slice(10).join('|')})(?: ?(?:-|–|/|or|to) ?([1-7]\\d))?${years}(?:${over}|(?= in ))`,
  'giu',
);
const somebody = new RegExp(`(?<!\\p{L})(?:${one}|${several}|one of them)(?:['’]?s)?(?!\\p{L})`, 'iu');
/** What says just before a number that it is none of somebody's years: a time, a house, a sum; "and" stands in a list, which is read as such. */
const otherNumber =
  /\b(?:at|from|till?|until|to|by|after|before|past|for|nos?|number|flat|house|unit|room|bed|bus|bay|lock|junction|log|incident|ref|code|page|grade|yr|year|level|plate|badge|size|route|day|week|door|block|floor|pays?|paid|earns?|owes?|owed|costs?|charged?|gets?|got|takes?|makes?|made|rent|minus|plus|times|x|of|and|are|part|top|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*)[ .:#]{0,2}$/i;

/** "two kids, 3 and 5", "mother and daughter, 51 and 30", "lads are 18, 19 & 22", "two girls, maybe 15 & 16": each has their own. */
const list = alone(
  `(?:${several}|${one} and ${one})(?:,| are| were| say they are| look)? ${about}((?:(?:${number})(?:, ?| ?& ?| and )){1,5}(?:${number}))${over}`,
  'giu',
);

/** "in his thirties", "in her 30s", "mid twenties", "male 40s", "women all in 20s", "old gent, 70s": the ten years. */
const decade = new RegExp(
  `(?<![\\p{L}\\d])(?:in (?:his|her|their) |(?:${one}|${several})(?: all| both| is| are){0,2},?(?: in)? |(?:early|mid|late)[ -])+(?:(\\d)0['’]?s|(twenties|thirties|forties|fifties|sixties|seventies|eighties))(?![\\p{L}\\d])`,
  'giu',
);

const decades = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties'];

/** What every age is written with. Most answers of a report have none of it, and need not be read any further. */
const anyNumber = new RegExp(`\\d|${[...tens, ...decades, ...names.slice(5)].join('|')}`, 'i');

const read = (written: string): number => {
  if (/^\d/.test(written)) return Number(written);
  const [word = '', unit] = written.toLowerCase().split(/[- ]/);
  if (names.includes(word)) return names.indexOf(word);
  return (tens.indexOf(word) + 2) * 10 + (unit === undefined ? 0 : names.indexOf(unit));
};

/** The ages that stand in a text, each once. How long something lasted is none: "for 15 years". */
export function agesInText(text: string): AgeInText[] {
  if (!anyNumber.test(text)) return [];
  const found = new Map<string, AgeInText>();
  const add = (age: AgeInText) => {
    const key = `${String(age.from)}-${String(age.to)}`;
    if (age.to <= most && age.from <= age.to && !found.has(key)) found.set(key, age);
  };
  for (const pattern of [...patterns, ...named])
    for (const [written, first = '', second] of text.matchAll(pattern))
      add({ written, from: read(first), to: read(second ?? first) });
  for (const { 0: written, 1: first = '', 2: second, index } of text.matchAll(bare)) {
    const said =
      text
        .slice(Math.max(0, index - 70), index)
        .split(/[.!\n]/)
        .at(-1) ?? '';
    if (somebody.test(said) && !otherNumber.test(said))
      add({ written, from: read(first), to: read(second ?? first) });
  }
  for (const [written, several = ''] of text.matchAll(list))
    for (const each of several.split(/, ?| ?& ?| and /i)) add({ written, from: read(each), to: read(each) });
  for (const [written, digit, word = ''] of text.matchAll(decade)) {
    const from = digit === undefined ? (decades.indexOf(word.toLowerCase()) + 2) * 10 : Number(digit) * 10;
    if (from >= 20) add({ written, from, to: from + 9 });
  }
  return [...found.values()];
}
