import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { Provider } from 'oidc-provider';

/** Somebody in the directory. */
export type Listed = {
  email: string;
  verified?: boolean;
  name: string;
  groups: string[];
  /** How they sign in there, as the claim says. */
  amr: string[];
  /** The same, where its userinfo alone says it. */
  amrElsewhere?: string[];
};

export type TestProvider = {
  issuer: string;
  /** The people by their identifier; whoever is taken out has left. */
  people: Map<string, Listed>;
  /** Signs in at the address that the portal sent a browser to. Gives the address that it comes back with. */
  signIn: (address: string, who: string, browser?: Map<string, string>) => Promise<URL>;
  /** Signs a browser out at the address that the portal sent it to, as its one button does. */
  signOut: (address: string, browser: Map<string, string>) => Promise<void>;
  /** Signs claims as its own, with the headers of a sign-out; `iss`, `aud`, `jti` and `iat` unless they are given. */
  sign: (claims: JWTPayload) => Promise<string>;
  /** Answers no more. */
  close: () => Promise<void>;
};

export const testClient = { id: 'portal', secret: 'a-secret-of-the-tests-alone' };

/**
 * A real provider of OpenID Connect on a port of this machine, with no pages of its own. What it calls by itself, a sign-out,
 * is handed to `call` in place of the network.
 */
export async function startProvider(
  origin: string,
  call: (request: Request) => Promise<Response>,
): Promise<TestProvider> {
  const people = new Map<string, Listed>();
  let signingIn = '';
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'own', alg: 'RS256', use: 'sig' }] },
    clients: [
      {
        client_id: testClient.id,
        client_secret: testClient.secret,
        redirect_uris: [`${origin}/sign-in/force/return`],
        post_logout_redirect_uris: [`${origin}/sign-in`],
        grant_types: ['authorization_code', 'refresh_token'],
        token_endpoint_auth_method: 'client_secret_post',
        backchannel_logout_uri: `${origin}/sign-in/force/ended`,
        backchannel_logout_session_required: true,
      },
    ],
    cookies: { keys: ['tests'] },
    claims: { openid: ['sub', 'amr', 'groups'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    pkce: { required: () => true },
    issueRefreshToken: () => Promise.resolve(true),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    fetch: (url, options) => call(new Request(url, options)),
    findAccount: (_, sub) => {
      const listed = people.get(sub);
      if (!listed) return undefined;
      const { email, verified = true, name, groups, amrElsewhere } = listed;
      const known = { sub, email, email_verified: verified, name };
      return {
        accountId: sub,
        // Without groups in the ID token userinfo is asked for them.
        claims: (use) => {
          if (amrElsewhere === undefined) return { ...known, groups };
          return use === 'userinfo' ? { ...known, groups, amr: amrElsewhere } : known;
        },
      };
    },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: testClient.id,
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid profile email offline_access');
      await grant.save();
      return grant;
    },
  });
  const handle = provider.callback();
  answer = (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void handle(request, response);
    const { amr = [] } = people.get(signingIn) ?? {};
    // An ID token that says nothing of it, and not that it was nothing.
    const login = { accountId: signingIn, ...(amr.length > 0 ? { amr } : {}) };
    void provider.interactionFinished(request, response, { login });
  };
  return {
    issuer,
    people,
    signIn: async (address, who, browser = new Map()) => {
      signingIn = who;
      return backFrom(address, origin, browser);
    },
    signOut: async (address, browser) => {
      const cookie = cookieOf(browser);
      const page = await (await fetch(address, { headers: { cookie } })).text();
      const field = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
      const body = new URLSearchParams({ xsrf: field, logout: 'yes' });
      const ended = await fetch(`${issuer}/session/end/confirm`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie },
        body,
      });
      if (ended.status !== 303 && ended.status !== 302) throw new Error(`Not signed out: ${ended.status}`);
    },
    sign: (claims) =>
      new SignJWT({
        iss: issuer,
        aud: testClient.id,
        jti: randomUUID(),
        iat: Math.floor(Date.now() / 1000),
        ...claims,
      })
        .setProtectedHeader({ alg: 'RS256', kid: 'own', typ: 'logout+jwt' })
        .sign(privateKey),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const cookieOf = (cookies: Map<string, string>) =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

/** Follows the provider as a browser does, until it leads back to the portal. */
async function backFrom(start: string, origin: string, cookies: Map<string, string>): Promise<URL> {
  let at = new URL(start);
  for (let steps = 0; at.origin !== origin && steps < 10; steps += 1) {
    const response = await fetch(at, { redirect: 'manual', headers: { cookie: cookieOf(cookies) } });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null)
      throw new Error(`The provider answered ${response.status}: ${await response.text()}`);
    at = new URL(location, at);
  }
  return at;
}
