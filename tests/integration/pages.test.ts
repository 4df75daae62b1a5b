import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { htmlProblems } from '#tests/factories/html-rules.ts';
import { partnerTour } from '#tests/factories/partner-tour.ts';
import { addPeople, people } from '#tests/factories/people.ts';
import { policeTour } from '#tests/factories/police-tour.ts';
import { openTestPortal } from '#tests/factories/portal.ts';

const portal = await openTestPortal();
await addPeople(portal.db);
const partner = await partnerTour(portal);
const police = await policeTour(portal);
const visits = [...partner, ...police];

/** The policy as its directives. */
function policyOf(headers: Headers): Map<string, string> {
  const text = headers.get('content-security-policy') ?? '';
  return new Map(
    text
      .split('; ')
      .map((directive) => [directive.split(' ', 1)[0] ?? '', directive.slice(directive.indexOf(' ') + 1)]),
  );
}

describe.each(visits)('$name', ({ text, headers }) => {
  const $ = load(text);
  const policy = policyOf(headers);
  const nonce = /'nonce-([^']+)'/.exec(policy.get('script-src') ?? '')?.[1] ?? '';

  it('allows scripts with the nonce of this answer and nothing else', () => {
    expect(policy.get('script-src')).toBe(`'self' 'nonce-${nonce}'`);
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('style-src')).toBe("'self'");
    expect(
      $('script')
        .toArray()
        .map((script) => $(script).attr('nonce')),
    ).toEqual(
      $('script')
        .toArray()
        .map(() => nonce),
    );
    expect($('style, [style], iframe, object, embed, base, meta[http-equiv]').length).toBe(0);
    const handlers = $('*')
      .toArray()
      .flatMap((element) => Object.keys($(element).attr() ?? {}).filter((name) => /^on/i.test(name)));
    expect(handlers).toEqual([]);
  });

  it('loads its one script, and no React', () => {
    expect(
      $('script[src]')
        .toArray()
        .map((script) => $(script).attr('src')),
    ).toEqual(['/enhance/portal.js']);
    expect($('script:not([src])').length).toBe(1);
    expect(text).not.toContain('__reactRouter');
    expect($('link[rel=modulepreload], link[rel=preload], link[rel=prefetch]').length).toBe(0);
  });

  it('loads nothing from elsewhere', () => {
    const loaded = $(
      'script[src], img[src], source[src], link[href], form[action], button[formaction], [poster], [srcset]',
    )
      .toArray()
      .flatMap((element) =>
        ['src', 'href', 'action', 'formaction', 'poster', 'srcset'].flatMap(
          (name) => $(element).attr(name) ?? [],
        ),
      );
    expect(loaded.filter((address) => !/^\/(?!\/)/.test(address))).toEqual([]);
    const away = $('a[href^="http"], a[href^="//"]').toArray();
    expect(away.filter((link) => !$(link).attr('rel')?.includes('noreferrer'))).toEqual([]);
  });

  it('is valid HTML', async () => {
    expect(await htmlProblems(text)).toEqual([]);
  });

  it('is kept by nobody and framed by nobody', () => {
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(policy.get('frame-ancestors')).toBe("'none'");
    expect(policy.get('form-action')).toBe("'self'");
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('has one heading, a title without anybody’s words, and the frame', async () => {
    const title = $('head > title').text();
    expect($('head > title').length).toBe(1);
    expect($('h1').length).toBe(1);
    expect($('main').length).toBe(1);
    expect($('header').length + $('footer').length).toBe(2);
    expect(title).toMatch(/ – Partner intelligence portal$/);
    const references = await portal.db.submission.findMany({ select: { reference: true } });
    expect(references.filter(({ reference }) => title.includes(reference))).toEqual([]);
    expect(title).not.toMatch(/Robin|van|Tuesday|B11|Quill/);
  });
});

describe('all answers', () => {
  it('have a nonce of their own each', () => {
    const policies = visits.map(({ headers }) => headers.get('content-security-policy'));
    expect(new Set(policies).size).toBe(policies.length);
  });

  it('saw error pages with their status', () => {
    expect([...new Set(visits.map(({ status }) => status))].sort()).toEqual([
      200, 403, 404, 409, 410, 413, 422, 429,
    ]);
  });

  it('carry the same headers where there is no page', async () => {
    const nobody = portal.client();
    for (const path of ['/health/live', '/theme.css', '/reports.data', '/', '/sign-out']) {
      const { headers } = await nobody.get(path);
      expect(headers.get('content-security-policy'), path).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    }
  });
});

describe('the cookies of a sign-in', () => {
  it('are hidden from scripts and other sites', async () => {
    const answer = await portal.client().signIn(people.reporter);
    const [session, device, ...others] = answer.headers.getSetCookie().sort().reverse();
    expect(session).toMatch(/^portal-session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(device).toMatch(/^portal-device=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
    expect(others).toEqual([]);
  });
});

describe('the log', () => {
  it('holds nothing of people, reports, addresses or secrets', async () => {
    const lines = portal.logged.join('');
    expect(portal.logged.length).toBeGreaterThan(200);
    const accounts = await portal.db.account.findMany({ select: { email: true, displayName: true } });
    const references = await portal.db.submission.findMany({ select: { reference: true } });
    const secrets = [
      ...accounts.flatMap(({ email, displayName }) => [email, displayName]),
      ...references.map(({ reference }) => reference),
    ];
    expect(secrets.filter((word) => lines.includes(word))).toEqual([]);
    expect(lines).not.toMatch(
      /@|portal-session|set-cookie|2001:db8|van was outside|Quill|B11 |harbour-lantern|\/drafts\/[0-9a-f]|next=/,
    );
  });

  it('names the pattern of each route', () => {
    const routes = new Set(portal.logged.map((line) => (JSON.parse(line) as { route?: string }).route));
    expect(routes).toContain('/reports/drafts/:draftId/pages/:pageId');
  });
});

describe('in danger', () => {
  /** 18000 is a number to call. A text that is sent there reaches nobody. */
  const textTo18000 = /\btext(s|ed|ing)?\s+(to\s+)?1800[01]/i;
  const emergency = (text: string) => load(text)('a[href="tel:999"]');

  it.each(visits)('$name sends no text to a number that takes none', ({ text }) => {
    expect(load(text)('body').text()).not.toMatch(textTo18000);
  });

  it.each(partner)('$name lets whoever reads it call, and says what a call leaves behind', ({ text }) => {
    const links = emergency(text);
    expect(links.length).toBeGreaterThan(0);
    expect(links.first().closest('p, strong').text()).toContain('list of calls');
  });

  it('the page to stop at shows at once how to call without speaking', () => {
    const stops = partner.filter(({ text }) => load(text)('h1').text() === 'Call 999 before you go on');
    expect(stops.length).toBeGreaterThan(0);
    for (const { text } of stops) {
      expect(load(text)('main a[href="tel:999"]').length).toBeGreaterThan(0);
      expect(load(text)('main details.portal-emergency[open]').text()).toMatch(/press 55.*18000.*999 BSL/s);
    }
  });

  it.each(police)('$name of the police has no number that a slip would call', ({ text }) => {
    expect(load(text)('a[href^="tel:"]').length).toBe(0);
    expect(load(text)('footer').text()).toContain('call 999');
  });
});
