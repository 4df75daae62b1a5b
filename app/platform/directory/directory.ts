import { createRemoteJWKSet, errors as jose, jwtVerify } from 'jose';
import * as oidc from 'openid-client';

/** The force's provider of OpenID Connect, and what its claims are called there. */
export type DirectorySettings = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  scope: string;
  groupsClaim: string;
  /** One of `values` in the claim, text or list, says that a second factor was used. */
  secondFactor: { claim: string; values: string[] };
  /** A provider without TLS, for tests and the demonstration alone. */
  insecure: boolean;
};

/** Somebody as the directory has just vouched for them. */
export type DirectoryPerson = {
  issuer: string;
  /** Who they are at the issuer: never given to anybody else, unlike an address. */
  subject: string;
  /** Their session at the provider, by which it says that they signed out. */
  session: string | null;
  /** In lower case; null where the provider does not vouch for it. */
  email: string | null;
  name: string | null;
  groups: string[];
  secondFactor: boolean;
  /** When they last showed who they are; null where the provider does not say. */
  authenticatedAt: Date | null;
};

/** `refreshToken` asks the provider later whether all this still holds; null where it gave none. */
export type SignedOn = { person: DirectoryPerson; refreshToken: string | null };

/** What the browser keeps between being sent away and coming back, so that an answer is its own and comes once. */
export type PendingSignOn = { state: string; nonce: string; verifier: string };

/** Whose sessions end, as the provider says by itself: of one of its own sessions, or of a person in all of them. */
export type ProviderSignOut = {
  /** Never the same twice. */
  id: string;
  issuer: string;
  subject: string | null;
  session: string | null;
};

/** What goes on between the portal and the directory of the force. Every function throws DirectoryFailure. */
export type Directory = {
  issuer: string;
  /** Where the browser is sent to; `again`: even whoever is signed in there shows anew who they are. */
  begin: (again: boolean) => Promise<{ address: string; pending: PendingSignOn }>;
  /** `query` of the address that the browser came back with. */
  finish: (query: string, pending: PendingSignOn) => Promise<SignedOn>;
  /** What the directory says now of a person; null where it refuses, as of somebody who has left. */
  renew: (refreshToken: string, subject: string) => Promise<SignedOn | null>;
  /** Where the provider signs people out of itself; null where it has no such page. */
  signOutAddress: (returnTo: string) => Promise<string | null>;
  /** Null for a token that is not the provider's, not for this portal, too old or no sign-out. */
  readSignOut: (token: string) => Promise<ProviderSignOut | null>;
};

/** `away`: the provider cannot be reached, or the portal is not set up there; `declined`: it let nobody in; `invalid`: not an answer to this browser's question. */
export class DirectoryFailure extends Error {
  readonly why: 'away' | 'declined' | 'invalid';

  constructor(why: DirectoryFailure['why'], cause: unknown) {
    super(`The force’s directory: ${why}`, { cause });
    this.name = 'DirectoryFailure';
    this.why = why;
  }
}

/** In seconds: a provider that takes longer is away; what it dates may be off by as much as clocks are. */
const timeout = 10;
const clockTolerance = 30;
/** As long as a session of the portal, in seconds: a sign-in at the provider that is older counts for none. */
export const oldestSignIn = 12 * 60 * 60;
const signOutLasts = '5 minutes';
const signOutEvent = 'http://schemas.openid.net/event/backchannel-logout';

/**
 * The provider says itself where what of it is (discovery): asked when somebody first needs it, and kept. `returnTo` is
 * the address to which it sends people back.
 */
export function openDirectory(settings: DirectorySettings, returnTo: string): Directory {
  const { issuer, scope } = settings;
  let found: ReturnType<typeof discover> | null = null;
  const provider = () => {
    const known = (found ??= discover(settings));
    // A provider that was away is looked for again by the next who needs it.
    known.catch(() => {
      if (found === known) found = null;
    });
    return known;
  };
  const asking = async <T>(ask: (found: Awaited<ReturnType<typeof discover>>) => Promise<T>): Promise<T> => {
    const there = await provider().catch((failure: unknown) => {
      throw new DirectoryFailure('away', failure);
    });
    try {
      return await ask(there);
    } catch (failure) {
      throw failure instanceof DirectoryFailure ? failure : new DirectoryFailure(whyOf(failure), failure);
    }
  };
  return {
    issuer,
    begin: (again) =>
      asking(async ({ client }) => {
        const pending = {
          state: oidc.randomState(),
          nonce: oidc.randomNonce(),
          verifier: oidc.randomPKCECodeVerifier(),
        };
        const { claim, values } = settings.secondFactor;
        const address = oidc.buildAuthorizationUrl(client, {
          redirect_uri: returnTo,
          scope,
          state: pending.state,
          nonce: pending.nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier),
          code_challenge_method: 'S256',
          ...(claim === 'acr' ? { acr_values: values.join(' ') } : {}),
          // Asked for its age, the provider says how old the sign-in is, and asks anew where it is older.
          ...(again ? { prompt: 'login', max_age: '0' } : { max_age: String(oldestSignIn) }),
        });
        return { address: address.href, pending };
      }),
    finish: (query, pending) =>
      asking(async ({ client }) => {
        const tokens = await oidc.authorizationCodeGrant(client, new URL(query, returnTo), {
          expectedState: pending.state,
          expectedNonce: pending.nonce,
          pkceCodeVerifier: pending.verifier,
          idTokenExpected: true,
        });
        return signedOn(settings, client, tokens, tokens.claims()?.sub);
      }),
    renew: (refreshToken, subject) =>
      asking(async ({ client }) => {
        try {
          const tokens = await oidc.refreshTokenGrant(client, refreshToken);
          return await signedOn(settings, client, tokens, subject);
        } catch (failure) {
          if (failure instanceof oidc.ResponseBodyError && failure.error === 'invalid_grant') return null;
          throw failure;
        }
      }),
    signOutAddress: (to) =>
      asking(({ client }) =>
        Promise.resolve(
          client.serverMetadata().end_session_endpoint
            ? oidc.buildEndSessionUrl(client, { post_logout_redirect_uri: to }).href
            : null,
        ),
      ),
    readSignOut: (token) =>
      asking(async ({ keys }) => {
        try {
          const { payload } = await jwtVerify(token, keys, {
            issuer,
            audience: settings.clientId,
            requiredClaims: ['jti', 'iat', 'events'],
            maxTokenAge: signOutLasts,
            clockTolerance,
          });
          const { events, nonce, jti, sub, sid } = payload;
          const ends = typeof events === 'object' && events !== null && signOutEvent in events;
          const whose = { subject: sub ?? null, session: typeof sid === 'string' ? sid : null };
          // A nonce would make it an ID token, which anybody may have who signed in.
          if (!ends || nonce !== undefined || jti === undefined || (!whose.subject && !whose.session))
            return null;
          return { id: jti, issuer, ...whose };
        } catch (failure) {
          if (failure instanceof jose.JOSEError && !(failure instanceof jose.JWKSTimeout)) return null;
          throw failure;
        }
      }),
  };
}

async function discover({ issuer, clientId, clientSecret, insecure }: DirectorySettings) {
  const client = await oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout,
    // oxlint-disable-next-line typescript/no-deprecated -- marked so as a warning; the settings allow it in no real service.
    execute: insecure ? [oidc.allowInsecureRequests] : [],
  });
  const { jwks_uri: jwks } = client.serverMetadata();
  if (jwks === undefined) throw new Error('The provider names no keys');
  return { client, keys: createRemoteJWKSet(new URL(jwks), { timeoutDuration: timeout * 1000 }) };
}

type Tokens = oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers;

/** What the tokens say of the subject; what the ID token leaves out is asked of the provider. @throws unless both are about the subject */
async function signedOn(
  settings: DirectorySettings,
  client: oidc.Configuration,
  tokens: Tokens,
  subject: string | undefined,
): Promise<SignedOn> {
  const said = tokens.claims();
  if (subject === undefined || (said && said.sub !== subject))
    throw new DirectoryFailure('invalid', new Error('The tokens are about somebody else'));
  const whole = said?.[settings.groupsClaim] !== undefined && said['email'] !== undefined;
  const asked =
    whole || client.serverMetadata().userinfo_endpoint === undefined
      ? {}
      : await oidc.fetchUserInfo(client, tokens.access_token, subject);
  const claims: Record<string, unknown> = { ...asked, ...said };
  const text = (name: string) => {
    const value = claims[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const { claim, values } = settings.secondFactor;
  const authenticated = claims['auth_time'];
  return {
    refreshToken: tokens.refresh_token ?? null,
    person: {
      issuer: settings.issuer,
      subject,
      session: text('sid'),
      email: isVouchedFor(claims) ? (text('email')?.toLowerCase() ?? null) : null,
      name: text('name'),
      groups: listOf(claims[settings.groupsClaim]),
      // By the ID token alone: it tells how somebody signed in, and userinfo only who they are.
      secondFactor: listOf(said?.[claim]).some((value) => values.includes(value)),
      authenticatedAt: typeof authenticated === 'number' ? new Date(authenticated * 1000) : null,
    },
  };
}

/** Entra ID has a claim of its own: whether the organisation has proved that the address's domain is its own. */
const isVouchedFor = (claims: Record<string, unknown>): boolean =>
  claims['email_verified'] === true || [true, 1, '1', 'true'].includes(claims['xms_edov'] as boolean);

const listOf = (claim: unknown): string[] =>
  (Array.isArray(claim) ? claim : [claim]).filter((value): value is string => typeof value === 'string');

const passing = ['server_error', 'temporarily_unavailable'];

function whyOf(failure: unknown): DirectoryFailure['why'] {
  if (failure instanceof oidc.AuthorizationResponseError)
    return passing.includes(failure.error) ? 'away' : 'declined';
  // The code was used before or is not this browser's; anything else is wrong with the portal there, or the provider is.
  if (failure instanceof oidc.ResponseBodyError)
    return failure.error === 'invalid_grant' ? 'invalid' : 'away';
  if (failure instanceof oidc.ClientError)
    return ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'].includes(failure.code ?? '')
      ? 'away'
      : 'invalid';
  return 'away';
}
