import { expect, it } from 'vitest';
import { securityHeaders } from '#app/http/server/security-headers.ts';
import { brokenInvariants } from './factories/page-invariants.ts';
import { oneRowOfEachKind, shapeOf } from './factories/page-shape.ts';

const origin = 'http://portal.example';
const cookies = new Map([['portal-session', 'secret-of-the-session']]);
let pages = 0;

const page = (nonce: string) => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/>
<title>Reports – Partner intelligence portal</title>
<script type="module" src="/enhance/portal.js" nonce="${nonce}"></script></head>
<body><script nonce="${nonce}">document.body.className += ' js-enabled';</script>
<header>Force</header><main id="main"><h1>Reports</h1>
<form method="post" action="/reports"><label for="name">Name</label><input id="name" name="name" type="text"/>
<button type="submit">Save</button></form><p>There is a <a href="/help">page of help</a> beside it.</p></main>
<footer>Portal</footer></body></html>`;

type Change = { html?: (html: string) => string; headers?: (headers: Headers) => void };

/** What is found wrong with a page that is right, once something of it is changed. */
function broken({ html = (same) => same, headers: changed = () => undefined }: Change): Promise<string[]> {
  const nonce = `${String((pages += 1)).padStart(22, 'A')}==`;
  const headers = new Headers([
    ['content-type', 'text/html; charset=utf-8'],
    ...securityHeaders({ nonce, https: false, noStore: true }),
  ]);
  changed(headers);
  return brokenInvariants(
    { path: '/reports', status: 200, headers, text: html(page(nonce)) },
    { origin, cookies },
  );
}

it('finds nothing wrong with a page that is right', async () => {
  expect(await broken({})).toEqual([]);
});

const put = (at: string, instead: string): Change => ({ html: (html) => html.replace(at, instead) });
const say = (name: string, value: string): Change => ({ headers: (headers) => headers.set(name, value) });

it.each<[string, Change]>([
  ['no policy', { headers: (headers) => headers.delete('content-security-policy') }],
  ['scripts of anybody', say('content-security-policy', "default-src 'none'; script-src 'self' https:")],
  ['a guessed type', say('x-content-type-options', 'sniff')],
  ['a page that is kept', say('cache-control', 'private')],
  ['a page that may be framed', say('x-frame-options', 'SAMEORIGIN')],
  ['a sender told to others', say('referrer-policy', 'unsafe-url')],
  ['TLS where there is none', say('strict-transport-security', 'max-age=1')],
  ['what it runs on', say('x-powered-by', 'Node')],
  ['a cookie that the page of cookies does not list', say('set-cookie', 'portal-visits=1; Path=/')],
  ['a script without a nonce', put('</main>', '<script>1</script></main>')],
  ['a second script', put('</head>', '<script src="/assets/react.js"></script></head>')],
  ['a handler', put('<button', '<button onclick="x()"')],
  ['a style', put('<button', '<button style="color: red"')],
  ['an iframe', put('</main>', '<iframe src="/help" title="Help"></iframe></main>')],
  ['a picture from elsewhere', put('</main>', '<img src="https://other.example/a.png" alt=""/></main>')],
  ['a form that goes elsewhere', put('action="/reports"', 'action="https://other.example/"')],
  ['a link that tells where from', put('href="/help"', 'href="https://other.example/"')],
  ['no heading', put('<h1>Reports</h1>', '')],
  ['two headings', put('</h1>', '</h1><h1>Again</h1>')],
  ['no footer', put('<footer>Portal</footer>', '')],
  ['a title without the portal', put(' – Partner intelligence portal', '')],
  ['a title with a reference', put('<title>Reports', '<title>Report K7M2P-9QXDR')],
  ['a title with a name', put('<title>Reports', '<title>Robin Example')],
  ['a secret', put('Force', 'secret-of-the-session')],
  ['a text to a number that takes none', put('Force', 'Text 18000')],
  ['an id twice', put('<p>', '<p id="main">')],
  ['a label of nothing', put('for="name"', 'for="surname"')],
  ['a field without a label', put('<label for="name">Name</label>', '')],
  [
    'an error that leads nowhere',
    put('<h1>', '<ul class="govuk-error-summary__list"><li><a href="#surname">Enter it</a></li></ul><h1>'),
  ],
  ['an element that is not closed', put('</p>', '')],
])('finds %s', async (_, change) => {
  expect(await broken(change)).not.toEqual([]);
});

it('finds the nonce of another answer', async () => {
  const answer = {
    path: '/',
    status: 200,
    headers: new Headers([
      ['content-type', 'text/html'],
      ...securityHeaders({ nonce: 'BBBBBBBBBBBBBBBBBBBBBB==', https: false, noStore: true }),
    ]),
    text: page('BBBBBBBBBBBBBBBBBBBBBB=='),
  };
  expect(await brokenInvariants(answer, { origin, cookies })).toEqual([]);
  expect(await brokenInvariants(answer, { origin, cookies })).toEqual(['the nonce of another answer']);
});

it('takes two pages for one only where they differ in words and in how many rows they have', () => {
  const rows = (...ids: string[]) => `<ul>${ids.map((id) => `<li id="${id}">${id}</li>`).join('')}</ul>`;
  expect(shapeOf(rows('a'))).toBe(shapeOf(rows('b', 'c')));
  expect(shapeOf(rows('a'))).not.toBe(shapeOf('<ul><li>a</li></ul>'));
  expect(shapeOf('<p class="one">x</p>')).not.toBe(shapeOf('<p class="two">x</p>'));
  expect(shapeOf('<p><b>x</b></p>')).not.toBe(shapeOf('<p></p><b>x</b>'));
});

it('validates one row of each kind, and leaves all else of a page as it is', () => {
  const list = '<ul><li>a</li><li><b>b</b></li><li>c</li><li><b>d</b></li></ul>';
  expect(oneRowOfEachKind(`<p>1</p>${list}<p>2</p>${list}`)).toBe(
    `<p>1</p><ul><li>a</li><li><b>b</b></li></ul><p>2</p><ul><li>a</li><li><b>b</b></li></ul>`,
  );
});
