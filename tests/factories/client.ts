import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { demonstrationPassword } from '#app/domain/people/accounts/password.ts';
import { formBody } from './forms.ts';
import { brokenInvariants } from './page-invariants.ts';

export type Answer = {
  status: number;
  headers: Headers;
  /** The body as text. */
  text: string;
  bytes: Uint8Array;
  /** Where a redirect leads, or null. */
  location: string | null;
  /** The address that was asked for. */
  path: string;
};

/** What a form posts: a value, or several of one name. */
export type Fields = Record<string, string | readonly string[]>;

export type Client = {
  /** By name, as the browser holds them. */
  cookies: Map<string, string>;
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  /** Posts a form as a browser does from a page of the portal. */
  post: (path: string, fields?: Fields, headers?: Record<string, string>) => Promise<Answer>;
  /** Anything else: only the cookies are added. */
  send: (path: string, init: RequestInit) => Promise<Answer>;
  /** Follows redirects with GET until a page comes. */
  follow: (answer: Answer) => Promise<Answer>;
  /** @throws when the account cannot sign in */
  signIn: (email: string, password?: string) => Promise<Answer>;
};

/** What it takes to go from page to page. */
export type Pages = Pick<Client, 'get' | 'post'>;

type Handle = (request: Request, client: { address: string }) => Promise<Response>;

/** A browser without scripts in front of the portal's handler. What every answer is held to, it looks at in each. */
export function openClient(origin: string, handle: Handle): Client {
  const cookies = new Map<string, string>();
  // Every browser comes from another network, so that limits by address meet only those who test them.
  const address = `2001:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}::1`;

  const send: Client['send'] = async (path, init) => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0 && !headers.has('cookie'))
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await handle(new Request(`${origin}${path}`, { redirect: 'manual', ...init, headers }), {
      address,
    });
    for (const cookie of response.headers.getSetCookie()) keep(cookies, cookie);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const answer: Answer = {
      status: response.status,
      headers: response.headers,
      text: new TextDecoder().decode(bytes),
      bytes,
      location: response.headers.get('location'),
      path,
    };
    expect(await brokenInvariants(answer, { origin, cookies }), `${path} (${answer.status})`).toEqual([]);
    return answer;
  };
  const get: Client['get'] = (path, headers = {}) =>
    send(path, { headers: { accept: 'text/html', ...headers } });
  const post: Client['post'] = (path, fields = {}, headers = {}) =>
    send(path, {
      method: 'POST',
      body: formBody(fields),
      headers: {
        accept: 'text/html',
        origin,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      },
    });
  const follow: Client['follow'] = async (answer) => {
    let current = answer;
    for (let steps = 0; current.location !== null && steps < 10; steps += 1)
      current = await get(current.location);
    return current;
  };
  const signIn: Client['signIn'] = async (email, password = demonstrationPassword) => {
    const answer = await post('/sign-in', { email, password });
    if (answer.status !== 302) throw new Error(`${email} could not sign in: ${answer.status}`);
    return answer;
  };
  return { cookies, get, post, send, follow, signIn };
}

function keep(cookies: Map<string, string>, header: string): void {
  const [pair = '', ...attributes] = header.split(';').map((part) => part.trim());
  const at = pair.indexOf('=');
  const name = pair.slice(0, at);
  if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) cookies.delete(name);
  else cookies.set(name, pair.slice(at + 1));
}
