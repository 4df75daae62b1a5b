import { load } from 'cheerio';
import { HtmlValidate } from 'html-validate';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { generateReference } from '#app/domain/kernel/reference.ts';
import { countText, email, escapeHtml, momentText, referenceText, type PortalLink } from '#emails/frame.ts';
import {
  answerWaiting,
  draftExpiring,
  highHeld,
  highWaiting,
  invitation,
  newDevice,
  passwordReset,
  received,
  trailVerified,
  type AnswerWaitingInput,
  type DraftExpiringInput,
  type HighHeldInput,
  type HighWaitingInput,
  type NewDeviceInput,
  type ReceivedInput,
} from '#emails/messages.ts';
import { notice, notices, type NoticeKind } from '#emails/notices.ts';

const force = 'Invented Constabulary';
const portalUrl = 'https://portal.example';
const reference = generateReference(() => new Uint8Array([7, 19, 2, 20, 30, 9, 23, 13, 25]));
const moment = new Date('2016-01-18T09:05:00Z');

const messages = {
  received: received({ force, portalUrl, path: `/reports/${reference}`, reference, receivedAt: moment }),
  answerWaiting: answerWaiting({ force, portalUrl, path: `/reports/${reference}`, reference }),
  highWaiting: highWaiting({
    force,
    portalUrl,
    path: '/queues/fib',
    recipient: 'duty_list',
    waiting: 1,
    minutes: 20,
  }),
  highHeld: highHeld({ force, portalUrl, path: '/lead', holder: 'Invented Officer' }),
  draftExpiring: draftExpiring({ force, portalUrl, path: '/reports', deletedOn: moment }),
  invitation: invitation({ force, portalUrl, path: `/invitation/${'A'.repeat(43)}` }),
  newDevice: newDevice({
    force,
    portalUrl,
    path: '/account/sessions',
    at: moment,
    browser: 'Firefox',
    system: null,
    shared: true,
  }),
  trailVerified: trailVerified({
    force,
    portalUrl,
    path: '/audit/verification',
    at: moment,
    findings: 2,
    seal: 41n,
    head: 'A'.repeat(43),
  }),
  passwordReset: passwordReset({ force, portalUrl, path: `/reset-password/${'A'.repeat(43)}` }),
  ...Object.fromEntries(
    Object.keys(notices).map((kind) => [
      kind,
      notice(kind as NoticeKind, { force, portalUrl, path: '/queues' }),
    ]),
  ),
};
const all = Object.entries(messages);

describe.each(all)('%s', (_name, message) => {
  test('has a short subject of one line that names nobody and no reference', () => {
    expect(message.subject).toMatch(/^[A-Z][A-Za-z ,:]{10,60}$/);
    expect(message.subject).not.toContain(reference);
    expect(message.subject).not.toContain('Invented');
    expect(message.subject).not.toMatch(/slavery|traffick|victim|intelligence|police/i);
  });

  test('links to one page of the portal and shows the whole address', () => {
    const addresses = message.text.match(/https?:\/\/\S+/g) ?? [];
    expect(addresses).toHaveLength(1);
    expect(addresses[0]).toMatch(/^https:\/\/portal\.example\/\S+$/);
    const $ = load(message.html);
    expect(
      $('a')
        .toArray()
        .map((link) => [$(link).attr('href'), $(link).text()]),
    ).toEqual([[addresses[0], addresses[0]]]);
  });

  test('fetches nothing and is valid HTML', async () => {
    const $ = load(message.html);
    expect($('img, link, style, script, iframe, form, [style], [src]')).toHaveLength(0);
    const report = await new HtmlValidate({ extends: ['html-validate:recommended'] }).validateString(
      message.html,
    );
    expect(report.results.flatMap((result) => result.messages.map((found) => found.message))).toEqual([]);
  });

  test('says the same in text and in HTML', () => {
    const words = (text: string) => text.replace(/\s+/g, ' ').trim();
    const $ = load(message.html);
    $('br').replaceWith(' ');
    expect(words($('body').text())).toBe(words(message.text));
  });

  test('is plain text without markup, ends with a line break and points to 999', () => {
    expect(message.text).not.toMatch(/<[a-z/]|&[a-z]+;|undefined|null|\[object/);
    expect(message.text).toMatch(/[^\n]\n$/);
    expect(message.text).toContain('call 999');
  });
});

/** The kinds of input that a message may take; a field of any other name or type fails the type check of this file. */
type Allowed = PortalLink & {
  reference: string;
  receivedAt: Date;
  recipient: HighWaitingInput['recipient'];
  waiting: number;
  minutes: number;
  holder: string | null;
  at: Date;
  browser: string | null;
  system: string | null;
  shared: boolean;
  token: string;
};

test('no message takes a field that could carry content', () => {
  expectTypeOf<ReceivedInput>().toEqualTypeOf<PortalLink & Pick<Allowed, 'reference' | 'receivedAt'>>();
  expectTypeOf<AnswerWaitingInput>().toEqualTypeOf<PortalLink & Pick<Allowed, 'reference'>>();
  expectTypeOf<HighWaitingInput>().toEqualTypeOf<
    PortalLink & Pick<Allowed, 'recipient' | 'waiting' | 'minutes'>
  >();
  expectTypeOf<HighHeldInput>().toEqualTypeOf<PortalLink & Pick<Allowed, 'holder'>>();
  expectTypeOf<Parameters<typeof invitation>>().toEqualTypeOf<[PortalLink]>();
  expectTypeOf<NewDeviceInput>().toEqualTypeOf<
    PortalLink & Pick<Allowed, 'at' | 'browser' | 'system' | 'shared'>
  >();
  expectTypeOf<Parameters<typeof passwordReset>>().toEqualTypeOf<[PortalLink]>();
  expectTypeOf<DraftExpiringInput>().toEqualTypeOf<PortalLink & { deletedOn: Date }>();
  expectTypeOf<Parameters<typeof notice>>().toEqualTypeOf<[NoticeKind, PortalLink]>();

  const free = 'Mr Nobody of Nowhere Street told us';
  const link = { force, portalUrl, path: '/' };
  expect(() => received({ ...link, reference: free, receivedAt: moment })).toThrow('reference');
  expect(() => answerWaiting({ ...link, reference: free })).toThrow('reference');
  expect(() => answerWaiting({ force, portalUrl, path: `/${free}`, reference })).toThrow('plain path');
  expect(() => invitation({ force, portalUrl, path: `/invitation/${free}` })).toThrow('plain path');
  expect(() => highWaiting({ ...link, recipient: 'deputy', waiting: 1.5, minutes: 1 })).toThrow(
    'whole number',
  );
});

test('a field that a caller adds all the same does not appear', () => {
  const added = {
    force,
    portalUrl,
    path: '/',
    reference,
    receivedAt: moment,
    label: 'Secretname',
    text: 'Secretname',
  };
  expect(JSON.stringify(received(added))).not.toContain('Secretname');
});

test.each([
  '//evil.example/x',
  '/a?next=b',
  '/a#b',
  'https://evil.example',
  '/a b',
  '/../..//evil',
  'a',
  '',
  '/\\evil.example',
])('a link cannot leave the portal or carry a query: %j', (path) => {
  expect(() => answerWaiting({ force, portalUrl, path, reference })).toThrow('plain path');
});

test('what was sent at once asks for approval now, and what waits says that it was not sent', () => {
  expect(notices['approval-due'].subject).toContain('was sent at once');
  expect(notices['approval-waiting'].paragraphs[0]).toContain('cannot be sent until');
});

describe('High', () => {
  const waiting = {
    force,
    portalUrl,
    path: '/queues/fib',
    recipient: 'duty_list' as const,
    waiting: 1,
    minutes: 0,
  };

  test('gives counts, not references', () => {
    expect(highWaiting(waiting).text).toContain('1 submission with priority High waits to be claimed.');
    expect(highWaiting({ ...waiting, waiting: 2, minutes: 1 }).text).toContain(
      '2 submissions with priority High wait to be claimed.',
    );
    expect(highWaiting({ ...waiting, minutes: 1 }).text).toContain('The oldest has waited 1 minute.');
  });

  test.each(['duty_list', 'deputy', 'fib_supervisor', 'duty_inspector'] as const)(
    'says why %s is told',
    (recipient) => {
      expect(highWaiting({ ...waiting, recipient }).text).toMatch(/You are told because you are .+\. Others/);
    },
  );

  test('tells the lead who holds it, or that nobody does', () => {
    expect(messages.highHeld.text).toContain('It is held by Invented Officer.');
    expect(highHeld({ force, portalUrl, path: '/', holder: null }).text).toContain('Nobody holds it yet.');
  });

  test('tells when and with what somebody signed in, as far as the browser says it', () => {
    expect(messages.newDevice.text).toContain(
      'on 18 January 2016 at 9:05am, with Firefox on another system, on a computer that they said is shared.',
    );
    const given = { force, portalUrl, path: '/', at: moment, browser: null, system: 'Windows' };
    expect(newDevice({ ...given, shared: false }).text).toContain(
      '9:05am, with a browser on Windows. The portal',
    );
  });

  test('a name is one escaped line of a length that a name has', () => {
    const message = highHeld({
      force,
      portalUrl,
      path: '/',
      holder: `<b>O'Name</b>\r\n\u0007 & Co ${'x'.repeat(500)}`,
    });
    expect(message.html).toContain('held by &lt;b&gt;O&#39;Name&lt;/b&gt; &amp; Co x');
    expect(message.html).not.toContain('<b>');
    expect(message.text).toContain("held by <b>O'Name</b> & Co x");
    expect(message.text).not.toContain('x'.repeat(100));
  });
});

describe('the frame', () => {
  test('escapes everything that HTML reads', () => {
    expect(escapeHtml(`<a href="x" title='y'>&`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;');
    const link = { force, portalUrl, path: '/', label: '<i>' };
    expect(email({ subject: '<t>', paragraphs: ['<p>'], link }).html).not.toMatch(/<t>|<p><p>|<i>/);
  });

  test.each([
    ['2016-01-18T09:05:00Z', '18 January 2016 at 9:05am'],
    ['2016-07-01T11:00:00Z', '1 July 2016 at 12:00pm'],
    ['2016-07-01T23:30:00Z', '2 July 2016 at 12:30am'],
    ['2016-03-27T01:00:00Z', '27 March 2016 at 2:00am'],
  ])('%s is told in London as %s', (iso, words) => {
    expect(momentText(new Date(iso))).toBe(words);
  });

  test('counts', () => {
    expect([0, 1, 2].map((count) => countText(count, 'minute', 'minutes'))).toEqual([
      '0 minutes',
      '1 minute',
      '2 minutes',
    ]);
    expect(() => countText(-1, 'minute', 'minutes')).toThrow('whole number');
  });

  test('a reference stays as the portal writes it', () => {
    expect(referenceText(reference)).toBe(reference);
  });

  test.each([
    '',
    'SMITH-JOHNX',
    'B11 1AA',
    reference.toLowerCase(),
    ` ${reference}`,
    reference.replace('-', ''),
  ])('%j is no reference', (text) => {
    expect(() => referenceText(text)).toThrow('reference');
  });
});
