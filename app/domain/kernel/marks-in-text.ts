import { normalisedRegistration } from './normalise.ts';
import type { Place } from './text-patterns.ts';

/** A registration mark where it stands in a text; `mark` in capitals without spaces, `?` for each character not known. */
export type MarkInText = Place & { written: string; mark: string };

/** Words of three letters that stand after a number or before one: "CV12 and B11" is no vehicle, "for 12 months" neither. */
const ordinary = new Set(
  [
    'the and but for was are has had his her him she who you our out off all any not now one two six ten men man boy',
    'car van bus day may let got get saw see say put can did big old new yes per via too due use per flat bed end ago',
    'way lot far few how why its it is in on at to of by my me we us he no so up do go am pm an as or if be id ok',
    'a i st rd nd th re hrs hr min mins sec kg km mm cm ft lbs gbp eur usd apr jun jul aug sep oct nov dec jan feb mar',
    'why too mon tue wed thu fri sat sun bar pub age sex aka tel ref ave ltd plc gym job pay owe ate bad mid til ish odd',
  ].flatMap((line) => line.split(' ')),
);
const isOrdinary = (letters: string): boolean => ordinary.has(letters.toLowerCase());
const isCapitals = (text: string): boolean => !/[a-z]/.test(text);

/** What says just before a number that it is no vehicle's. */
const otherNumber =
  /\b(?:flight|train|route|ref|reference|crime|log|invoice|order|booking|case|job|parcel|tracking|passport|room|model|visa|code|platform|gate)\b(?: ?(?:no\.?|number|is|was|the|to|from))?[ :#]{0,3}$|\b(?:trailer|container|badge|ticket) $/i;

/** What says just before or after that it is one. */
const cueBefore =
  /\b(?:reg|regs|rego|registration|registered|plate|plates|number ?plate|vrm|vrn|index|mark)\b[^.!?\n]{0,30}$/i;
const cueAfter = /^[^.!?\n]{0,12}\b(?:reg|plate|plates|registration)\b/i;
const vehicleBefore =
  /\b(?:driv(?:es?|ing)|drove|(?:car|van|vehicle|taxi|lorry|truck|pickup|motorbike|scooter)s?|(?:mini|m\/)?bus(?:es)?|coach|hgv|tipper|moped|lorries|transit|sprinter|vito|audi|bmw|ford|fiesta|focus|golf|polo|corsa|astra|vauxhall|toyota|prius|mercedes|merc|nissan|skoda|volvo|vw|kia|seat|honda|renault|trafic|vivaro|peugeot|citroen|berlingo|range rover)\b[^.!?\n]{0,30}$/i;

/** How far before and after a mark the words are read, in characters. */
const nearby = 60;

/** What is known of a candidate beside its letters and digits. */
type Around = { cue: boolean; vehicle: boolean };

/**
 * One way in which a mark is written. `parts`: letters, digits, letters, as far as it has them; what stands between them is
 * `gap`. `is` says whether that is a mark, as almost anything of this shape is something else.
 */
type Shape = {
  pattern: RegExp;
  is: (parts: readonly string[], gaps: readonly string[], around: Around) => boolean;
  /** The mark of the parts; the parts one after the other where left out. */
  mark?: (parts: readonly string[]) => string;
};

const before = '(?<![a-z\\d?*_/&@£$€.-])';
/** A full stop that is followed by letters belongs to a web address. */
const after = '(?![a-z\\d?*_@])(?![-/.][a-z\\d])';
const shape = (inner: string, ends = after) => new RegExp(`${before}${inner}${ends}`, 'giu');

const known = (parts: readonly string[]): number => parts.join('').replace(/[?*_]/g, '').length;
/** I is in no mark since 2001: whoever writes it means something else. */
const areaLetters = (letters: string): boolean => !/i/i.test(letters);

const shapes: Shape[] = [
  {
    // Since 2001: "BX12 ABC", however it is written, with `?`, `*` or `_` for what is not known.
    pattern: shape('([a-z?*_]{2})([ .-]{0,2})([\\d?*_oil]{2})([ .-]{0,3})([a-z?*_]{3})'),
    is: ([area = '', age = '', last = ''], [gap = '', space = ''], { cue, vehicle }) => {
      if (!areaLetters(area) || !areaLetters(last)) return false;
      // Without a figure, "bx?? abc", nothing but its letters says that it is no question.
      if (!/\d/.test(age) && (!/^\w{5}$/.test(`${area}${last}`) || isOrdinary(area) || isOrdinary(last)))
        return false;
      if (known([area, age, last]) < 3 || age === '00') return false;
      if (/[oil]/i.test(age) && !(cue || vehicle)) return false;
      if (isOrdinary(last) && (space !== '' || gap !== '') && !isCapitals(last)) return false;
      if (isOrdinary(last) && space !== '') return false;
      if (gap === '') return true;
      if (isOrdinary(area)) return cue && isCapitals(area);
      return cue || vehicle || isCapitals(`${area}${last}`);
    },
  },
  {
    // 1983 to 2001: "K123 ABC". "M25 AND", "A38 THE" and "B1 the first house" are roads and postcodes.
    pattern: shape('([a-z])()([\\d?*]{1,3})([ .-]{0,2})([a-z]{3})'),
    is: ([year = '', digits = '', last = ''], [, space = ''], { cue, vehicle }) => {
      if (isOrdinary(last) || /[iqz]/i.test(year)) return false;
      if (cue || vehicle) return true;
      if (/[abm]/i.test(year) && space !== '') return false;
      return isCapitals(`${year}${last}`) || (space === '' && digits.length > 1);
    },
  },
  {
    // 1963 to 1983: "ABC 123M".
    pattern: shape('([a-z]{3})([ .-]{0,2})(\\d{1,3})()([a-z])'),
    is: ([first = '', digits = '', year = ''], [gap = ''], { cue, vehicle }) => {
      if (isOrdinary(first) || /[iqz]/i.test(year)) return false;
      return cue || vehicle || isCapitals(`${first}${year}`) || (gap === '' && digits.length > 2);
    },
  },
  {
    // Abroad: "B 99 XYZ", and one's own: "ZZ1 BOS". So much looks like it that words have to say that it is a mark.
    pattern: shape('([a-z]{1,3})([ -]?)(\\d{1,4})([ -]?)([a-z]{1,3})'),
    is: (parts, _, { cue }) => cue && !parts.some(isOrdinary) && known(parts) >= 5,
  },
  {
    // Northern Ireland and abroad: "GEZ 1234", "WX 12345".
    pattern: shape('([a-z]{1,3})([ -]?)(\\d{3,5})()()'),
    is: (parts, _, { cue }) => cue && !parts.some(isOrdinary) && known(parts) >= 5,
  },
  {
    // All but its end: "BX15 ZZ something".
    pattern: shape('([a-z]{2})( ?)(\\d{2})( ?)([a-z]{1,2})(?=[ -](?:something|blank|unknown|dunno)\\b)', ''),
    is: ([area = '', age = '', last = '']) => areaLetters(`${area}${last}`) && age !== '00',
    mark: (parts) => parts.join('').padEnd(7, '?'),
  },
  {
    // The first half, where words say so: "starts BX12", "BX12 something".
    pattern: shape('([a-z]{2})()(\\d{2})()()'),
    is: ([area = ''], _, { cue }) => cue && areaLetters(area) && !isOrdinary(area),
    mark: ([area = '', age = '']) => `${area}${age}???`,
  },
];

/** "ending ABC": the last three letters, where words say both that it is a mark and that it ends so. */
const ending =
  /\b(?:reg|registration|plate|plates|number ?plate|vrm)\b[^.!?\n]{0,30}\b(?:ending|ends|ended|finishing|finishes)(?: (?:in|with))? "?([a-z]{3})(?![a-z\d])/giu;

/** The marks of a text in their order, each stretch of it once. */
export function marksInText(text: string): MarkInText[] {
  const found: MarkInText[] = [];
  const add = (one: MarkInText) => {
    if (!found.some((other) => one.start < other.end && other.start < one.end)) found.push(one);
  };
  for (const { pattern, is, mark } of shapes)
    for (const match of text.matchAll(pattern)) {
      const [whole, first = '', gap = '', digits = '', space = '', last = ''] = match;
      const parts = [first, digits, last];
      const [start, end] = [match.index, match.index + whole.length];
      const lead = text.slice(Math.max(0, start - nearby), start);
      const cue = cueBefore.test(lead) || cueAfter.test(text.slice(end, end + nearby));
      if (otherNumber.test(lead)) continue;
      if (is(parts, [gap, space], { cue, vehicle: vehicleBefore.test(lead) }))
        add({ start, end, written: whole.trim(), mark: writtenMark(mark?.(parts) ?? markOf(parts)) });
    }
  for (const match of text.matchAll(ending)) {
    const [whole, last = ''] = match;
    const end = match.index + whole.length;
    if (areaLetters(last) && !isOrdinary(last))
      add({ start: end - last.length, end, written: last, mark: writtenMark(`????${last}`) });
  }
  return found.sort((one, other) => one.start - other.start);
}

/** O, I and L among the digits are slips of the hand. */
const markOf = ([first = '', digits = '', last = '']: readonly string[]): string =>
  `${first}${digits.replace(/o/gi, '0').replace(/[il]/gi, '1')}${last}`;

const writtenMark = (mark: string): string => normalisedRegistration(mark.replace(/[*_]/g, '?')) ?? '';
