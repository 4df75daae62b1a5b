import { LinkifyIt } from 'linkify-it';
import type { Force } from '../../force/current-force.server.ts';
import { marksInText } from '#app/domain/kernel/marks-in-text.ts';
import { readPostcode } from '#app/domain/kernel/postcode-reading.ts';
import { normalisedEmail, normalisedPhone, normalisedWebsite } from '../../kernel/normalise.ts';

/** What stands in a text, as it was written and as it is matched. */
export type Mention = { written: string; normalised: string };

export type Mentions = {
  vehicles: Mention[];
  phones: Mention[];
  postcodes: Mention[];
  emails: Mention[];
  websites: Mention[];
};

/** Numbers and addresses that are nobody's of whom a report tells: of helplines, and of the partner; normalised. */
export type NotTheirs = { phones: readonly string[]; emails: readonly string[]; websites: readonly string[] };

const nobodys: NotTheirs = { phones: [], emails: [], websites: [] };

/** As many of each as one text may give. */
const most = 20;

/**
 * What a text of a partner gives to match: only what its own form shows, registration marks, telephone numbers, whole
 * postcodes, email and web addresses. Names and addresses stay words, as a sentence does not say whose they are (decision
 * 0036). What the partner says is their own, or a helpline's, is left out: it would tie all their reports together.
 */
export function mentionsIn(text: string, notTheirs: NotTheirs = nobodys): Mentions {
  const links = linksIn(text);
  const theirs = (read: readonly Read[], not: readonly string[] = []) =>
    distinct(read.filter(({ normalised, start }) => !not.includes(normalised) && !isOwn(text, start)));
  return {
    vehicles: distinct(marksInText(text).map(({ written, mark }) => ({ written, normalised: mark }))),
    phones: theirs(phonesIn(text), notTheirs.phones),
    postcodes: theirs(postcodesIn(text)),
    emails: theirs(links.emails, notTheirs.emails),
    websites: theirs(links.websites, notTheirs.websites),
  };
}

/** What reaches nobody of whom a report tells: the helplines that the force names, and `own`, as whoever sends it wrote them. */
export function notTheirsOf({ signposts }: Pick<Force, 'signposts'>, ...own: readonly string[]): NotTheirs {
  const helplines =
    ofHelplines.get(signposts) ?? waysToReach(...signposts.flatMap(({ phone, url }) => [phone, url ?? '']));
  ofHelplines.set(signposts, helplines);
  const partners = waysToReach(...own);
  return {
    phones: [...helplines.phones, ...partners.phones],
    emails: [...helplines.emails, ...partners.emails],
    websites: [...helplines.websites, ...partners.websites],
  };
}

/** By the settings in force, which are read once. */
const ofHelplines = new WeakMap<Force['signposts'], NotTheirs>();

/** How to reach somebody, as far as it stands in these texts. @fortests */
export function waysToReach(...texts: readonly string[]): NotTheirs {
  const normalised = (read: readonly Read[]) => read.map((each) => each.normalised);
  const links = texts.map(linksIn);
  return {
    phones: normalised(texts.flatMap(phonesIn)),
    emails: normalised(links.flatMap(({ emails }) => emails)),
    websites: normalised(links.flatMap(({ websites }) => websites)),
  };
}

/** `start`: where in the text it stands. */
type Read = Mention & { start: number };

function distinct(mentions: readonly Mention[]): Mention[] {
  const byNormalised = new Map<string, Mention>();
  for (const { written, normalised } of mentions)
    if (!byNormalised.has(normalised)) byNormalised.set(normalised, { written, normalised });
  return [...byNormalised.values()].slice(0, most);
}

/** How far before something the words are read that say whose it is, in characters. */
const nearby = 60;
const lead = (text: string, start: number): string => text.slice(Math.max(0, start - nearby), start);

/** "call me on", "our office number is": the partner's own. Somebody who is quoted says it of their own. */
const ownBefore =
  /(?:\b(?:I['’]?m(?: reached)? on|we(?:['’]re| are| run| work| meet)\b[^.!?,\n]{0,30} (?:at|in))|\b(?:call|ring|phone|reach|contact|text|email|e-mail|write to)(?: me| us)(?: back)?|\b(?:my|our)(?: own| new| office| work| direct| duty| team| charity['’]?s?| mobile| main| desk){0,3}(?: (?:number|no\.?|phone|mobile|line|tel|telephone|email|e-mail|address|website|site|web ?page|office|postcode|base|centre|desk|team)){1,2})(?: (?:is|are|on|at|in|via|by|through))?[ :(]{0,3}$/i;
/** "07700 900111 is my own mobile". */
const ownAfter =
  /^[\d ]{7,16} ?(?:\(|is |that['’]?s )?(?:my|our)(?: own)? (?:mobile|number|phone|line|email|office|postcode)\b/i;
const helplineBefore =
  /\b(?:help ?line|hot ?line|advice line|crimestoppers|childline|samaritans|refuge|non-emergency|switchboard)\b[^.!?\n]{0,30}$/i;
const quoted = /["“‘][^"”’]*$/;

const isOwn = (text: string, start: number): boolean => {
  const said = lead(text, start);
  const own = ownBefore.test(said) || ownAfter.test(text.slice(start, start + nearby));
  return helplineBefore.test(said) || (own && !quoted.test(said));
};

/** A stretch of digits as people write numbers, O, I and l for digits among them. The work for each place is bounded. */
const digits = /(?<![a-z\d£$€])(?:\+|\()?[\doil](?:[ ()./-]{0,2}[\doil]){8,15}(?![a-z\d])/giu;
const otherNumber =
  /\b(?:ref|reference|crime|log|account|acc|a\/c|sort code|card(?= ?n)|iban|nhs|passport|invoice|order|parcel|tracking|booking|case|visa|ni|hmrc|utr|company|isbn|serial|imei|meter)\b(?: ?(?:no\.?|number|is|was))*[ :#]{0,3}$/i;
const phoneBefore =
  /\b(?:phone|tel|telephone|mob|mobile|cell|number|no|num|call|calls|called|ring|rings|rang|text|texts|texted|whatsapp|viber|signal|sms)\b[^.!?\n]{0,20}$/i;
/** "07700 900 47 something" is no whole number. */
const unfinished = /^[ .]*(?:something|\?|x{2,}|and then|blank)/i;
const dayFirst = /^\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?!\d)/;
/** With its country, or with a first figure that British numbers have. */
const plausible = /^(?:\+|00[1-9]|0[1-3578]|44)/;

function phonesIn(text: string): Read[] {
  return [...text.matchAll(digits)].flatMap((match) => {
    const [found] = match;
    const before = lead(text, match.index);
    if ((found.match(/\d/g)?.length ?? 0) < 7 || dayFirst.test(found) || otherNumber.test(before)) return [];
    if (unfinished.test(text.slice(match.index + found.length))) return [];
    const read = found.replace(/o/gi, '0').replace(/[il]/gi, '1');
    const compact = read.replace(/[^\d+]/g, '').replace(/^(\+44|0044|44)0/, '$1');
    // The nought in front is often left out of a mobile number.
    const whole = /^7\d{9}$/.test(compact) && phoneBefore.test(before) ? `0${compact}` : compact;
    if (!plausible.test(whole)) return [];
    const normalised = normalisedPhone(whole.replace(/^44/, '+44'));
    return normalised === null ? [] : [{ written: found.trim(), normalised, start: match.index }];
  });
}

/**
 * A whole postcode as people write it: O, I and L for figures, the space missing, twice or in the wrong place. A full stop or
 * a hyphen may stand for the space.
 */
const postcode =
  /(?<![a-z\d])[a-z]{1,2}[\doil](?:[ .-]{0,2}[a-z\d]){0,1}[ .-]{0,2}[\doil] ?[a-z]{2}(?![a-z\d])/giu;

/** The areas in which the United Kingdom's postcodes lie: "A38 5pm" is a road and a time, "W6 1st" a road and a day. */
const areas = new Set(
  [
    'AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY',
    'G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR',
    'NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA',
    'WC WD WF WN WR WS WV YO ZE',
  ].flatMap((line) => line.split(' ')),
);

/** The last two letters of a postcode are never some. "M25 9am" is a road and a time, "M6 3rd" a road and a day, "B1 6ft" tall. */
const isInward = (letters: string): boolean =>
  !/[cikmov]/i.test(letters) && !/^(?:st|nd|rd|th|ft|hr|yr|lb|pt)$/.test(letters);

function postcodesIn(text: string): Read[] {
  return [...text.matchAll(postcode)].flatMap((match) => {
    const [written] = match;
    // A small i is no slip for a figure: "so10 its".
    if (!/\d/.test(written) || !isInward(written.slice(-2)) || written.at(-3) === 'i') return [];
    // "M25 at 9" is a road; with more spaces than one it is a postcode in capitals only.
    const gaps = written.match(/[ .-]+/g)?.length ?? 0;
    if (gaps > 1 ? /[a-z]/.test(written) : /\d [a-z]{2}$/i.test(written)) return [];
    const normalised = wholePostcode(written.replace(/[ .-]/g, ''));
    return normalised === null ? [] : [{ written, normalised, start: match.index }];
  });
}

/** "BI1 1AA" is "B11 1AA", as nowhere is called BI. */
function wholePostcode(compact: string): string | null {
  for (const each of [compact, compact.replace(/^([a-z])[il]/i, '$11')]) {
    const [read] = readPostcode(each);
    if (read?.scope === 'unit' && areas.has(/^[A-Z]+/.exec(read.postcode)?.[0] ?? '')) return read.postcode;
  }
  return null;
}

/** Of addresses without "http" or "www." only those of the usual kinds: a full stop without a space after it is none. */
const linkify = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: true }).tlds([
  ...[
    'com',
    'org',
    'net',
    'info',
    'biz',
    'uk',
    'co',
    'eu',
    'io',
    'app',
    'online',
    'site',
    'shop',
    'club',
    'xyz',
  ],
  ...['ro', 'pl', 'bg', 'hu', 'al', 'vn', 'cn', 'ru', 'example', 'onion'],
]);

function linksIn(text: string): { emails: Read[]; websites: Read[] } {
  const links = (linkify.match(text) ?? []).map(({ schema, raw, index: start }) => {
    const isEmail = schema === 'mailto:';
    const written = isEmail ? raw.replace(/^mailto:/i, '') : raw;
    return { isEmail, written, normalised: (isEmail ? normalisedEmail : normalisedWebsite)(written), start };
  });
  return {
    emails: links.filter(({ isEmail }) => isEmail),
    websites: links.filter(({ isEmail }) => !isEmail),
  };
}

/** The mentions that pass; and how many do not. A registration mark names nobody who told. */
export function withoutTelling(
  mentions: Mentions,
  tells: (written: string) => boolean,
): { open: Mentions; left: number } {
  const closed = (some: Mention[]) => some.filter(({ written: each }) => !tells(each));
  const open = {
    vehicles: mentions.vehicles,
    phones: closed(mentions.phones),
    postcodes: closed(mentions.postcodes),
    emails: closed(mentions.emails),
    websites: closed(mentions.websites),
  };
  const count = (some: Mentions) => Object.values(some).reduce((sum, { length }) => sum + length, 0);
  return { open, left: count(mentions) - count(open) };
}
