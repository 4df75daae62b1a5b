import { load } from 'cheerio';
import { expect, it } from 'vitest';
import { partnerTour } from '#tests/factories/partner-tour.ts';
import { addPeople } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';

const portal = await openTestPortal({ locale: 'pseudo' });
await addPeople(portal.db);
const visits = await partnerTour(portal);

/** Attributes that a person reads or hears. */
const spoken = [
  'aria-label',
  'placeholder',
  'alt',
  'title',
  'data-minute',
  'data-minutes',
  'data-failed',
  'data-problem',
  'data-offline',
  'data-again',
  'data-anyway',
  'data-asking',
  'data-too-long',
  'data-unsaved',
  ...['activated', 'timed-out', 'press-two-more-times', 'press-one-more-time'].map(
    (name) => `data-i18n.${name}`,
  ),
  ...['show-password', 'hide-password', 'password-shown-announcement', 'characters-at-limit'].map(
    (name) => `data-i18n.${name}`,
  ),
];

/** What is data: names, addresses and references that the database holds, what was typed, and the force's own words. */
async function dataWords(): Promise<string[]> {
  const { db } = portal;
  const rows = [
    await db.account.findMany({ select: { email: true, displayName: true } }),
    await db.organisation.findMany({ select: { name: true, agreementReference: true } }),
    await db.organisationSite.findMany({ select: { name: true } }),
    await db.area.findMany({ select: { name: true } }),
    await db.submission.findMany({ select: { reference: true } }),
    await db.submissionContent.findMany({ select: { document: true } }),
    await db.partnerMessage.findMany({ select: { text: true } }),
    await db.draft.findMany({ select: { answers: true } }),
    portal.force,
  ];
  return [...new Set(strings(rows))].sort((one, other) => other.length - one.length);
}

function strings(value: unknown): string[] {
  if (typeof value === 'string')
    return /\p{Lu}.*\p{L}|\p{L}.* .*\p{L}|@/u.test(value) ? [value, ...value.split(/\n|999/)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** Days and times, which the page writes in its own way. */
const times = [
  /\b(\d{1,2}(:\d\d)?(am|pm)|midday|midnight) on (\w+day )?\d{1,2} \w+ \d{4}\b/g,
  /\b(\w+day )?\d{1,2} \w+ \d{4}( at (\d{1,2}(:\d\d)?(am|pm)|midday|midnight))?\b/g,
];
/** What `wrongAnswers` and the tour type, the names of the cookies, which are told as they are, and references, which may hold a single letter. */
const typed = [
  /\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/g,
  /\bportal-(session|device|done|sign-on)\b/g,
  /x{10,}/g,
  /\bnobody@example\.org\b/g,
  /\b(Testperson|no_such_answer|AB12|B11 1AA|a@b|Typed before\.)/g,
];

const words = await dataWords();

function unmarked(html: string): string[] {
  const $ = load(html);
  $('script, style').remove();
  const found: string[] = [];
  const check = (text: string, where: string) => {
    // Words stand in words where one sentence quotes another.
    let bare = text;
    for (let depth = 0; depth < 8 && bare.includes('⟦'); depth += 1) bare = bare.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ');
    if (!/\p{L}/u.test(bare)) return;
    for (const pattern of [...times, ...typed]) bare = bare.replaceAll(pattern, ' ');
    for (const word of words) bare = bare.replaceAll(word, ' ');
    if (/\p{L}/u.test(bare)) found.push(`${where}: ${bare.trim().slice(0, 120)}`);
  };
  const everything = $('html, html *');
  everything.contents().each((_, node) => {
    if (node.nodeType === 3) check($(node).text(), 'text');
  });
  for (const name of spoken)
    everything
      .filter(`[${name.replace('.', String.raw`\.`)}]`)
      .each((_, node) => check($(node).attr(name) ?? '', name));
  $('input[type=submit], input[type=button]').each((_, node) => check($(node).attr('value') ?? '', 'button'));
  return [...new Set(found)];
}

it.each(visits)('$name has no words of its own', ({ text }) => {
  expect(unmarked(text)).toEqual([]);
});
