import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cookieName, cookies as listed } from '#app/http/session/cookies.ts';
import { htmlProblems } from './html-rules.ts';
import { oneRowOfEachKind, partsOf, shapeOf, tagsOf, type Tag } from './page-shape.ts';

/** What of an answer is looked at. */
export type Answered = { path: string; status: number; headers: Headers; text: string };

/**
 * Everything that is wrong with any answer of the portal, in words. The client of the tests asks it of each answer of
 * each test. What costs time, the rules of HTML, is asked once of each distinct page and state (`shapeOf`) in a run of
 * all tests.
 *
 * `origin` is where the portal is reached, `cookies` are the ones of whoever asked, by name.
 */
export async function brokenInvariants(
  answer: Answered,
  { origin, cookies }: { origin: string; cookies: ReadonlyMap<string, string> },
): Promise<string[]> {
  const policy = policyOf(answer.headers);
  const ofAnswer = [
    policy.get('default-src') === "'none'" ? '' : 'the policy allows something by default',
    answer.headers.get('x-content-type-options') === 'nosniff' ? '' : 'a browser may guess its type',
    answer.headers.get('x-powered-by') === null ? '' : 'it says what it runs on',
    answer.headers.has('strict-transport-security') === origin.startsWith('https:')
      ? ''
      : 'TLS is asked for where there is none, or not where there is',
    ...answer.headers.getSetCookie().map(brokenCookie),
  ];
  const isPage = answer.headers.get('content-type')?.startsWith('text/html') && answer.text !== '';
  const found = isPage ? [...ofAnswer, ...brokenPage(answer, policy, cookies)] : ofAnswer;
  const problems = found.filter((problem) => problem !== '');
  return isPage ? [...problems, ...(await brokenHtml(answer.text, nonceOf(policy)))] : problems;
}

function brokenPage(
  { headers, text }: Answered,
  policy: Map<string, string>,
  cookies: ReadonlyMap<string, string>,
): string[] {
  const session = cookies.get('portal-session');
  const header = (name: string, value: string) =>
    headers.get(name) === value ? '' : `${name} is ${headers.get(name)}`;
  const nonce = nonceOf(policy);
  const used = nonces.has(nonce);
  nonces.add(nonce);
  return [
    header('cache-control', 'no-store'),
    header('x-frame-options', 'DENY'),
    header('referrer-policy', 'same-origin'),
    policy.get('frame-ancestors') === "'none'" ? '' : 'it may be framed',
    policy.get('form-action') === "'self'" ? '' : 'its forms may be sent elsewhere',
    policy.get('style-src') === "'self'" ? '' : 'styles may come from elsewhere',
    nonce === '' ? `scripts are allowed by ${policy.get('script-src')}` : '',
    used ? 'the nonce of another answer' : '',
    session !== undefined && text.includes(session) ? 'the secret of the session' : '',
  ];
}

/** Pages that are right, without their nonces: a page that comes again, as most refusals do, is not read again. */
const right = new Set<string>();

async function brokenHtml(text: string, nonce: string): Promise<string[]> {
  const page = createHash('sha1')
    .update(nonce === '' ? text : text.replaceAll(nonce, 'nonce'))
    .digest('base64');
  if (right.has(page)) return [];
  const problems = [
    ...brokenText(text, nonce).filter((problem) => problem !== ''),
    ...(await invalidHtml(text)),
  ];
  if (problems.length === 0) right.add(page);
  return problems;
}

function brokenText(text: string, nonce: string): string[] {
  const tags = tagsOf(text);
  const count = (name: string) => tags.filter((tag) => tag.name === name).length;
  const titles = [...text.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title = '']) => title);
  return [
    ...brokenScripts(tags, nonce, text),
    ...brokenNames(tags),
    ...brokenSummary(tags),
    ...tags.flatMap(loadedFromElsewhere),
    ...['style', 'iframe', 'object', 'embed', 'base'].map((name) => (count(name) === 0 ? '' : `a ${name}`)),
    ...tags.flatMap(({ name, attributes }) =>
      [...attributes.keys()]
        .filter((attribute) => /^on|^style$|^http-equiv$/i.test(attribute))
        .map((attribute) => `${name} with ${attribute}`),
    ),
    count('h1') === 1 ? '' : `${count('h1')} headings of the first level`,
    count('main') === 1 ? '' : `${count('main')} times main`,
    count('header') === 1 && count('footer') === 1 ? '' : 'no frame',
    titles.length === 1 ? '' : `${titles.length} titles`,
    ...titles.map(brokenTitle),
    // 18000 is a number to call: a text that is sent there reaches nobody.
    /\btext(s|ed|ing)?\s+(to\s+)?1800[01]/i.test(text) ? 'a text to 18000' : '',
  ];
}

/** One that the page of cookies does not list. */
function brokenCookie(header: string): string {
  const name = header.slice(0, header.indexOf('='));
  return listed.some((cookie) => [true, false].some((https) => cookieName(cookie, https) === name))
    ? ''
    : `the cookie ${name}`;
}

/** Rows of one kind are one shape, so what goes by their names is looked at in every answer. */
function brokenNames(tags: readonly Tag[]): string[] {
  const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
  const known = new Set(ids);
  const meant = tags.flatMap(({ attributes }) =>
    ['for', 'aria-labelledby', 'aria-describedby', 'headers']
      .flatMap((name) => attributes.get(name)?.split(' ') ?? [])
      .filter((id) => id !== ''),
  );
  const labelled = new Set(tags.flatMap(({ attributes }) => attributes.get('for') ?? []));
  const unlabelled = tags.filter(
    ({ name, attributes }) =>
      (name === 'select' || name === 'textarea' || (name === 'input' && isTypedInto(attributes))) &&
      !labelled.has(attributes.get('id') ?? '') &&
      !attributes.has('aria-label') &&
      !attributes.has('aria-labelledby'),
  );
  return [
    ...unlabelled.map(({ attributes }) => `no label for ${attributes.get('name') ?? attributes.get('id')}`),
    ...(known.size === ids.length ? [] : ids.filter((id, at) => ids.indexOf(id) !== at)).map(
      (id) => `the id ${id} twice`,
    ),
    ...meant.filter((id) => !known.has(id)).map((id) => `no element is called ${id}`),
  ];
}

/** A summary leads to what is wrong from top to bottom, as the page has it, and to nothing that is not there. */
function brokenSummary(tags: readonly Tag[]): string[] {
  const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
  const start = tags.findIndex(({ attributes }) =>
    (attributes.get('class') ?? '').split(' ').includes('govuk-error-summary__list'),
  );
  const rest = start < 0 ? [] : tags.slice(start + 1);
  const end = rest.findIndex(({ name }) => name !== 'li' && name !== 'a');
  const led = rest.slice(0, end).flatMap(({ attributes }) => attributes.get('href') ?? []);
  const places = led.map((href) => ids.indexOf(href.slice(1))).filter((place) => place >= 0);
  const ordered = places.every((place, at) => at === 0 || place >= (places[at - 1] ?? 0));
  return [
    ...(ordered ? [] : [`the errors are not in the order of the page: ${led.join()}`]),
    ...led
      .filter((href) => !ids.includes(href.slice(1)))
      .map((href) => `an error leads to ${href}, which is not there`),
  ];
}

function isTypedInto(attributes: Tag['attributes']): boolean {
  return !['hidden', 'submit', 'button', 'reset', 'image'].includes(attributes.get('type') ?? 'text');
}

/** A title stands in the browser's history: it says which page it is, and nothing of what is on it. */
function brokenTitle(title: string): string {
  const named = / – ⟦?Partner intelligence portal⟧?$/.test(title);
  const content = /\b[0-9A-Z]{5}-[0-9A-Z]{5}\b|@|\b(Robin|van|Tuesday|B11|Quill\w*)\b/.test(title);
  return named && !content ? '' : `the title "${title}"`;
}

const nonces = new Set<string>();

/** What scripts of an answer bear, which no other answer had; empty where the policy is not as it should be. */
const nonceOf = (policy: ReadonlyMap<string, string>): string =>
  /^'self' 'nonce-([A-Za-z0-9+/]{22}==)'$/.exec(policy.get('script-src') ?? '')?.[1] ?? '';

/** One script of the portal and the fixed inline one, each with the nonce of this answer. */
function brokenScripts(tags: readonly Tag[], nonce: string, text: string): string[] {
  const scripts = tags.filter(({ name }) => name === 'script');
  const sources = scripts.map(({ attributes }) => attributes.get('src') ?? 'inline').join();
  return [
    scripts.every(({ attributes }) => attributes.get('nonce') === nonce) ? '' : 'a script without the nonce',
    sources === '/enhance/portal.js,inline' ? '' : `the scripts ${sources}`,
    text.includes('__reactRouter') ? 'the router’s half for browsers' : '',
  ];
}

function loadedFromElsewhere({ name, attributes }: Tag): string[] {
  const loads = ['src', 'action', 'formaction', 'poster', 'srcset', ...(name === 'link' ? ['href'] : [])];
  const rel = attributes.get('rel') ?? '';
  const href = attributes.get('href') ?? '';
  return [
    ...loads
      .flatMap((attribute) => attributes.get(attribute) ?? [])
      .filter((address) => !/^\/(?!\/)/.test(address))
      .map((address) => `${name} loads ${address}`),
    name === 'link' && /preload|prefetch/.test(rel) ? `${rel} of ${href}` : '',
    name === 'a' && /^(http|\/\/)/.test(href) && !rel.includes('noreferrer') ? `a link away: ${href}` : '',
  ];
}

const validated = new Set<string>();

/** Whether nobody has validated the shape, neither this worker nor, where they share SEEN_SHAPES, one of another part. */
function isNew(shape: string): boolean {
  if (validated.has(shape)) return false;
  validated.add(shape);
  const shared = process.env.SEEN_SHAPES;
  if (!shared) return true;
  const seen = join(shared, shape);
  if (existsSync(seen)) return false;
  writeFileSync(seen, '');
  return true;
}

/** What breaks the rules of HTML, asked once of each shape of a main part and of each shape of a frame. */
async function invalidHtml(html: string): Promise<string[]> {
  const { main, frame } = partsOf(html);
  const isNewMain = isNew(shapeOf(main));
  const isNewFrame = isNew(shapeOf(frame));
  if (isNewFrame) return htmlProblems(oneRowOfEachKind(html));
  return isNewMain ? htmlProblems(oneRowOfEachKind(`${bareFrame}${main}</body></html>`)) : [];
}

/** Around a main part whose own frame was looked at before. */
const bareFrame = '<!DOCTYPE html><html lang="en-GB"><head><title>Main part</title></head><body>';

/** The policy as its directives. */
function policyOf(headers: Headers): Map<string, string> {
  const text = headers.get('content-security-policy') ?? '';
  return new Map(
    text
      .split('; ')
      .map((directive) => [directive.split(' ', 1)[0] ?? '', directive.slice(directive.indexOf(' ') + 1)]),
  );
}
