/** An age that a text gives somebody: `from` and `to` in years, the same where one is given. */
export type AgeInText = { written: string; from: number; to: number };

const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty'];
const names = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
  'eighteen nineteen',
]
  .join(' ')
  .split(' ');

/** "fifteen", "fifty two". */
const inWords = `(?:${tens.join('|')})(?:[- ](?:${names.slice(1, 10).join('|')}))?|${names.slice(10).join('|')}`;
/** "15", "six", "fifty two". */
const number = `\\d{1,2}|${inWords}|${names.slice(5, 10).join('|')}`;
/** The same from ten on, as fewer are counted more often than they are years. */
const two = `1\\d|[2-8]\\d|${inWords}`;
const or = '(?: ?(?:-|–|/|or|to|and|maybe|perhaps|possibly) ?)';
const about =
  '(?:(?:about|around|abt|abut|bout|app?rox\\.?|appr?x\\.?|app?roximate?ly|only|just|maybe|perhaps|possibly|poss\\.?|prob(?:ably|s)?|roughly|nearly|almost|himself|herself|more like|nearer(?: to)?|closer to|pushing|coming up(?: to| for)?|going on|getting on for|not even|not yet|no more than|under|over|barely|both|all|like|now|aged|up to|between|btwn?|c\\.?|circa|~) ?){0,2}';
/** "50ish", "17yrs", "35 years", "50 odd". */
const years = '(?:[- ]?ish| ?y(?:ea)?rs?| odd| ?\\+| plus)?';
/** What is counted, or how much of it: "is 20 minutes late", "are 6 of them". */
const counted =
  '(?! ?(?:\\d|:|%|\\p{L}*(?:min(?:ute)?s?|hours?|hrs?|days?|nights?|weeks?|wks?|months?|mths?|years?|yrs?)(?!\\p{L})|[ap]\\.?m(?!\\p{L})|o.?clock|some?thing|st(?:one)?(?!\\p{L})|kgs?|f(?:oo|ee)?t(?!\\p{L})|miles|yards|metres|meters|doors|houses|times|quid|pounds|euros|grand|people|persons|men|women|girls|boys|kids|lads|others|beds|rooms|floors|cars|vans|jobs|clients|shifts|of (?:them|us|those|the)|in (?:a|one|the|each|here|there|that)|to a|(?:per|a|each) (?:day|night|week|room)))';
/** What ends a sentence or a part of it, so that nothing is counted after the number. */
const over =
  '(?= ?(?:[,;)!?\\n"”’]|\\.(?!\\d)|$|(?:at (?:the )?most|at best|tops|max|if that|or so|or thereabouts|now|she|he|i (?:think|guess|reckon|d say))\\b))';
const one =
  '(?:girl|boy|lad|lass|child|kid|teen|teenager|youth|daughter|son|brother|sister|niece|neice|nephew|cousin|boyfriend|girlfriend|partner|bairn|baby|infant|au pair|porter|lodger|guest|stranger|male|female|man|woman|lady|guy|bloke|gent|gentleman|person|client|resident|patient|pt|pupil|student|tenant|worker|cleaner|nanny|housekeeper|apprentice|waiter|waitress|labourer|picker|packer|barber|dancer|manager|foreman|builder|farmer|parent|partner|spouse|passenger|pensioner|juv|juvenile|migrant|toddler|suspect|subject|caller|vic|victim|susp|nom(?:inal)?|daughter in law|wmn|mam|mom|mum|mother|nan|gran|grandad|grandmother|grandfather|mate|friend|feller|dad|father|wife|husband|uncle|aunt|auntie|driver|boss|carer|cook|chef|landlord|fella|chap|eldest|youngest|she|he)';
const several =
  '(?:girls|sisters|boys|lads|lasses|children|kids|teens|teenagers|youths|daughters|sons|brothers|sisters|twins|males|females|men|women|ladies|guys|blokes|clients|residents|pupils|students|tenants|workers|staff|friends|mates|parents|couple|siblings|juveniles|juvs|passengers|migrants|(?:younger|older|other) (?:two|three|ones))';
/** What goes on with the sentence after an age, so that nothing is counted either. */
const goesOn = `(?= (?:and|or|but|with|who|when|while|whilst|where|because|cos|so|as|if|in|on|since|then|though|all|still|always|next|she|he|they|i|is|was|has|had|looks|lives|works|sleeps|comes|goes|runs|says|keeps|from|by|not|at a guess|the|(?!washing|sleeping|working|living|building|carrier)\\p{L}{3,}ing|at least|- |${one})(?![\\p{L}\\d]))`;
const most = 120;

/** Not the age of somebody: a van, a house, a debt. */
const things =
  '(?! ?(?:car|van|vehicle|house|building|phone|debt|contract|mercedes|bmw|ford|transit|audi|business|some?thing|seater|(?:months?|mths?|weeks?|wks?|days?|hours?|hrs?)(?![\\p{L}])))';
const alone = (inner: string, flags: string) =>
  new RegExp(`(?<![\\p{L}\\d£$€:./-]|\\d['’])${inner}(?![\\p{L}\\d])${things}`, flags);

const patterns: RegExp[] = [
  // "between 18 and 23", "from 16 up to 20"
  `(?:between|btwn?|aged? from|range from|ranging from) (${two}) (?:and|&|(?:up )?to) ${about}(${two})${counted}(?! ?(?:and|-) ?\\d)`,
  // "15yo", "15 y/o", "15-year-old", "15 or 16 years old", "25 years of age"
  `(${number})(?:${or}(${number}))?[ -]?(?:y/?\\.?o\\.?(?:a\\.?)?|y(?:ea)?rs?[ -]?old|y old|y(?:ea)?rs? of age|yr\\.?[ -]?olds?|year[ -]?olds?)s?`,
  // "aged 15", "age: about 15", "aged 15 to 17", "aged between 15 and 17"
  `(?:aged?|turned|turning|ages?(?: (?:on|in|of|as|given|is|was|she|he|they|the|her|his|gives?|gave|said|says|told|passport|card|papers|id|range|from))+)[: ]{0,2}${about}(?:between )?${about}(${number})(?:${or}(${number}))?(?! ?(?:\\d|:|%|people|men|women|am|pm))`,
  // "girl of about 15", "lad of 14 selling", "boy (15)"
  `${one}(?: who)?(?:(?: is| was| looks| looked| looks like)? ?(?:of )|,? ?\\()${about}(${number})(?:${or}(${number}))?(?! ?(?:\\d|:|people|men|women|us|them|stone|kg|am|pm))`,
  // "she is 15", "they were 18 but", "he was 11 when", "'I am 26'" where somebody else is quoted
  `(?:(?:she|he)(?:'s|’s|s| is| was| will be|'ll be|’ll be|ll be)|(?<=["'‘“])i(?: am|'m|’m|m)) ${about}(${number})(?:${or}(${number}))?${years}${counted}`,
  `(?:they|we|girls|boys|lads|women|men|both)(?:'re|’re| are| r| were) ${about}(${two})(?: ?(?:-|–|/|or|to) ?([1-7]\\d))?${years}${counted}`,
  `(?:must|might|could|would)(?:nt|n't|n’t)? (?:only )?be ${about}(${two})(?: ?(?:-|–|/|or|to) ?(${two}))?${years}${counted}`,
  // "Mrs G is 39", "the au pair across the road is 18 or 19"
  `(?<!(?:price|fee|rent|number|cost|wage|pay|charge|door|house|flat|bus|room|total|it|limit|this|that|what|which|there|rate|score|unit|route|code|time|work|shop)(?:'s|’s)? )(?:is|was|wasn't|was not)(?: not)? ${about}(${two})(?: ?(?:-|–|/|or|to) ?(${two}))?${years}(?:${over}|${goesOn})`,
  `(?:none|nobody|no one|not one|not any)(?: of them)?(?: is| was| being| looks?)? (?:over|under|more than|older than|younger than|above|below|much over) (${two})${counted}`,
  `have (${two}) years(?= and |[,.;])`,
  `at (${two}),? (?:she|he|they) (?:says?|said|should|is|was|were|are|has|had|could|can|ought|left|came)`,
  // "female 17 entered", "wife 35": no other number follows one person
  `(?:boy|girl|child|kid|lad|lass|bairn|baby|toddler|son|daughter|little one),? (?:of |is |was )?(?:about|abt|approx\\.?|around|maybe|only|just|probably|like) ([3-9]|${names.slice(3, 10).join('|')})${counted}(?:${over}|${goesOn}|(?= at ))`,
  `more than (${names.slice(3, 10).join('|')})${over}`,
  `${one} (?:about |abt |approx\\.? |only |just |maybe |of )?(${two})(?:(?: ?(?:-|–|/) ?| or | to | maybe )(${two}))?${years}${counted}(?! ?(?:and|&|,) (?:${two})(?![\\p{L}\\d]))`,
  // "says 18", "gave her age as 19", "papers say 31", "would make her 17"
  `(?:says?|said|told (?:me|us)|claims?|claimed|reckons?)(?: to be| that)? ${about}(1\\d|[2-7]\\d)(?:${or}([1-7]\\d))?${years}${counted}(?= ?(?:[,;!?()\\n.]|$|on |in |but |and ))`,
  `(?:makes?|made|put|puts|guess(?:ed)?)(?: it)? (?:her|him|them) ${about}(?:at |as )?${about}(${number})(?:${or}(${number}))?${years}${counted}`,
  // "youngest 19 oldest 60ish", "a girl of no more than 17", "no more than 17", "between twelve and fourteen"
  `(?:pushing|getting on for|knocking on) (${number})${counted}`,
  `(?:youngest|oldest|eldest|younger|older)(?: one)?(?: is| was|,| being)? ${about}(${number})(?:${or}(${number}))?${years}${counted}`,
  `no more than (1\\d|${names.slice(10).join('|')})${counted}(?= |[,.;)]|$)`,
  // "she is 15", "shes 17yrs", "client is 16 (", "he looks about 16", "they look 15 or 16", "he is 50ish"
  `(?:(?:${one}|one|who)(?: (?:on|at|in|with|from|by) (?:the )?\\p{L}+)?(?:'s|’s|s| is|'d be|’d be| (?:must|may|might|could|would) be| was)|(?:she|he|they|girls?|boys?|who)(?: all)?(?: looks?| looked| seems?| seemed))(?: like| to be| now)? ${about}(${number})(?:${or}(${number}))?${years}(?= ?(?:[,;!?()\\n]|\\.(?!\\d)|$|and |but |or so))`,
  // "DOB 3 March 1984 (31)"
  `(?:d\\.?o\\.?b\\.?|born)[^.!?\\n(]{0,25}\\((\\d\\d)(?=\\))`,
  // "look bout 14 - 15", "looked more like 14"
  `(?:looks?|looked|seems?)(?: like| to be)? (?:about|abt|bout|around|approx\\.?|more like) ?(${number})(?:${or}(${number}))?(?= to me|${over.slice(3)}`,
  // "four girls 18-22", "1 female 18-20", "a son, 6, in Albania"
  `(?:${one}|${several}),? (1\\d|[2-7]\\d)(?:-|–| to )([1-7]\\d)`,
  `(?:son|daughter|child|kid|boy|girl|lad|brother|sister),? (\\d)${over}`,
  `${several} of ${about}(${two})(?: ?(?:-|–|/) ?| or | to )(${two})${counted}`,
  // "no older than 16"
  `not? (?:much )?older than ${about}(${number})`,
  `not? more than ${about}(1\\d)${over}`,
  // "Mrs B, 62,", "one called Bea, 18"
  `(?:mr|mrs|ms|miss|called|named) \\p{L}+,? \\(?([1-9]\\d)${over}`,
].map((inner) => alone(inner, 'gu'));

/** No name of a person before a number: 'Unit 21', "Elm Road (12)", "January, 14". */
const placed =
  '(?!(?:Unit|Flat|Room|Route|Bus|Bar|Club|Studio|Block|Gate|Number|No|Suite|House|Level|Junction|Bay|Page|Table|Floor|Road|Rd|Street|St|Lane|Avenue|Drive|Close|Way|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)s?(?!\\p{L}))';
/** Where capitals tell. */
const named: RegExp[] = [
  // "M, 28,", "F/19", "(m, 41)", "F 17 and M 19,", "M 29 yrs", "27F"
  `[MF](?:, ?)([1-9]\\d)(?:${over}|(?= with ))`,
  `[MF]/([1-9]\\d)`,
  `([1-9]\\d)/[MF]`,
  `[MF],? (?:approx\\.?|abt|about|aged|c\\.?|circa|maybe|age) ?([1-7]\\d)(?!s|0|-)`,
  `[MF],? (\\d{1,2})(?=[,;)]| and [MF] | ?y(?:ea)?rs?(?!\\p{L}))`,
  `(?<!(?:flat|unit|room|no|number|at|level|bay|seat)\\.? )(1\\d|[2-7]\\d)[MF]`,
  `(?<=[,(:] ?)[mf](?:, ?|/| )([1-9]\\d)${over}`,
  // "'Kim 21'", "'Mimi 19 new'", "“Lola (23)”": an advertisement
  `["'‘“]${placed}\\p{Lu}\\p{Ll}+,? \\(?([1-6]\\d)(?=[ '’"”)])`,
  // "Lucy (24)", "Ana, thirty-four, came"
  `${placed}\\p{Lu}\\p{Ll}+ \\(([1-7]\\d)(?=\\))`,
  `${placed}\\p{Lu}\\p{Ll}+['’"”]?(?:, | - )([1-7]\\d|${inWords})(?=, | - )`,
].map((inner) => alone(inner, 'gu'));

/** A number of years by itself, or two next to each other: "girl abt 15", "blue coat, 16 or 17.", "wife 35", "F approx 25yrs". */
const bare = [
  // "20-25 getting", "17 / 18"
  `${about}(1\\d|[2-7]\\d) ?(?:-|–|/) ?([1-7]\\d)${years}${counted}(?! ?(?:-|–|/) ?\\d)`,
  // "eighteen nineteen", "fourteen, fifteen at the most", "nineteen or twenty"
  `${about}(${inWords})(?:,? | ?(?:-|–|/) ?| or | to )(${inWords})${over}`,
  `${about}(${two})(?: ?(?:-|–|/|or|to) ?([1-7]\\d))?(?:[- ]?ish| odd)${counted}`,
  `(?<=(?:^|[,(:;)–-]|(?<!\\p{L})(?:${one}|is|was|[mf])) ?)${about}(${two})(?: ?(?:-|–|/|or|to) ?([1-7]\\d))? ?y(?:ea)?rs?(?!\\p{L}|[ -]?old| (?:ago|on|later|here|there|in|at|for|working|now|of|with))`,
  `${about}(${two})(?: ?(?:-|–|/|or|to) ?([1-7]\\d))?(?: ?\\+| plus)?(?:${over}|${goesOn})`,
].map((inner) => alone(inner, 'gu'));
const somebody = new RegExp(
  `(?<!\\p{L})(?:${one}|${several}|(?:one|two|three|four|five) of them|one|[mf])(?:['’]?s)?(?!\\p{L})`,
  'u',
);
/** What says just before a number that it is none of somebody's years: a time, a house, a sum; "and" stands in a list, which is read as such. */
const otherNumber =
  /(?:\bat \d[\d:, ]*|\b(?:at|from|till?|until|to|by|after|before|past|for|nos?|number|flat|house|unit|room|bed|bus|bay|lock|junction|log|incident|ref|code|page|grade|yr|year|level|plate|badge|size|route|day|week|door|block|floor|pays?|paid|earns?|owes?|owed|costs?|charged?|gets?|got|takes?|makes?|made|rent|minus|plus|times|x|of|or|and|are|part|top|the|these|those|his|her|their|my|our|every|another|other|i am|i['’]?m|runs?|has|have|had|keeps?|kept|saw|seen|counted|counts?|with|employs?|there['’]?s|in|last|past|within|next|over|under|behind|opposite|outside|near|above|below|beside|on|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*))[ .:#]{0,2}$/i;

/** "two kids, 3 and 5", "mother and daughter, 51 and 30", "lads are 18, 19 & 22", "two girls, maybe 15 & 16": each has their own. */
const list = alone(
  `(?:${several}|they|ages|${one} and ${one})(?:,| are| were| say they are| look)? ${about}((?:(?:${number})(?:, ?| ?& ?| and )){1,5}(?:${number}))${over}`,
  'gu',
);

/** "in his thirties", "in her 30s", "mid twenties", "late teens", "male 40s", "women all in 20s", "old gent, 70s": all those years. */
const decade = new RegExp(
  `(?<![\\p{L}\\d])(?:in (?:his|her|their|there|thier) |all |(?:${one}|${several}|both|m|f)(?: all| both| is| are){0,2},?(?: in)? |(?:early|mid|late|about|around|maybe|approx\\.?|abt|prob(?:ably)?|poss(?:ibly)?)[ -])+(?:(\\d)0['’]?s|(teens|twenties|thirties|forties|fifties|sixties|seventies|eighties))(?![\\p{L}\\d])|(?<![\\p{L}\\d£])(?:(\\d)0|(${tens.join('|')}))[- ]?(?:some?thing|sumthing)(?!\\p{L})|(?<![\\p{L}\\d])(\\d)0s (?=${one})`,
  'gu',
);

const decades = ['teens', 'twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties'];

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
  // Patterns that heed no case take a second to compile. A few letters are longer when small, and would move what is written.
  const small = text.toLowerCase();
  const plain = small.length === text.length ? small : text;
  const found = new Map<string, AgeInText>();
  const ranges: { start: number; end: number }[] = [];
  const add = (length: number, from: number, to: number, start: number) => {
    const end = start + length;
    const age = { written: text.slice(start, end), from, to };
    // "nineteen or twenty" is one age, and its twenty no other.
    if (age.to > most || age.from > age.to || ranges.some((range) => range.start < end && end <= range.end))
      return;
    if (age.from < age.to) ranges.push({ start, end });
    const key = `${String(age.from)}-${String(age.to)}`;
    if (!found.has(key)) found.set(key, age);
  };
  for (const [patternsOf, said] of [
    [patterns, plain],
    [named, text],
  ] as const)
    for (const pattern of patternsOf)
      for (const { 0: written, 1: first = '', 2: second, index } of said.matchAll(pattern))
        add(written.length, read(first), read(second ?? first), index);
  for (const pattern of bare)
    for (const { 0: written, 1: first = '', 2: second, index } of plain.matchAll(pattern)) {
      // "12/14 High Street"
      if (/^ \p{Lu}\p{Ll}/u.test(text.slice(index + written.length)) && !/\p{L}$/u.test(written)) continue;
      const sentences = plain.slice(Math.max(0, index - 70), index).split(/[.!\n]/);
      const last = sentences.at(-1) ?? '';
      // "Just a kid. 14.", "Now 23,": who it is was said before.
      const said = last.trim().split(' ').length <= 3 ? sentences.slice(-2).join(' ') : last;
      if (somebody.test(said) && !otherNumber.test(said))
        add(written.length, read(first), read(second ?? first), index);
    }
  for (const { 0: written, 1: several = '', index } of plain.matchAll(list))
    for (const each of several.split(/, ?| ?& ?| and /i)) add(written.length, read(each), read(each), index);
  for (const { 0: written, 1: digit, 2: word = '', 3: some, 4: ten = '', 5: before, index } of plain.matchAll(
    decade,
  )) {
    const figure = digit ?? some ?? before;
    const inTens =
      figure === undefined ? Math.max(decades.indexOf(word) + 1, tens.indexOf(ten) + 2) : Number(figure);
    const from = inTens * 10;
    if (from === 10) add(written.length, 13, 19, index);
    if (from >= 20) add(written.length, from, from + 9, index);
  }
  return [...found.values()];
}
