import { randomBytes } from 'node:crypto';
import { RouterContextProvider, type ServerBuild } from 'react-router';
import type { Portal } from '#app/portal.ts';
import { logRequest } from '#app/platform/log.ts';
import {
  actorContext,
  failureContext,
  portalContext,
  requestContext,
  routeContext,
  siteContext,
  type RequestFacts,
} from './context.ts';
import { bareAnswer, failureOfAnswer, type Failure } from './failure.ts';
import { refusedRequest } from './refuse-request.ts';
import { requestIdOf } from './request-id.ts';
import { routersOf } from './routers.ts';
import type { SiteMap } from './site-map.ts';
import { securityHeaders } from './security-headers.ts';

export type Handler = (request: Request, client: { address: string }) => Promise<Response>;

/** The portal's answer to any request that is not a built file: one nonce, one request id and one set of headers each. */
export function createHandler(portal: Portal, build: ServerBuild, site: SiteMap): Handler {
  const routers = routersOf(
    build,
    site,
    portal.config.environment === 'production' ? 'production' : 'development',
  );
  const handle = (request: Request, context: RouterContextProvider) => routers(request)(request, context);
  return async (request, client) => {
    const facts = {
      id: requestIdOf(request.headers, portal.config.trustProxy),
      nonce: randomBytes(16).toString('base64'),
      address: client.address,
    };
    const started = performance.now();
    const context = contextOf(portal, site, facts);
    const routed = refusedRequest(request, portal.config.portalUrl) ?? (await handle(request, context));
    const failure = context.get(failureContext);
    const answer = failure && isText(routed) ? bareAnswer(failure) : routed;
    const response = isBareFailure(request, answer)
      ? await handle(pageOfFailure(request), contextOf(portal, site, facts, await failureOfAnswer(answer)))
      : answer;
    for (const [name, value] of securityHeaders({
      nonce: facts.nonce,
      https: portal.config.https,
      noStore: !response.headers.has('Cache-Control'),
    })) {
      response.headers.set(name, value);
    }
    const milliseconds = performance.now() - started;
    portal.metrics.answered(response.status, milliseconds);
    logRequest(portal.log, {
      requestId: facts.id,
      method: request.method,
      route: context.get(routeContext),
      status: response.status,
      milliseconds,
      accountId: context.get(actorContext)?.accountId,
    });
    return response;
  };
}

function contextOf(
  portal: Portal,
  site: SiteMap,
  facts: RequestFacts,
  failure: Failure | null = null,
): RouterContextProvider {
  const context = new RouterContextProvider();
  context.set(portalContext, portal);
  context.set(siteContext, site);
  context.set(requestContext, facts);
  context.set(failureContext, failure);
  return context;
}

/** A route without a page, such as a download, fails in plain text, and here a person at a browser asked for it. */
function isBareFailure(request: Request, answer: Response): boolean {
  return (
    answer.status >= 400 &&
    ['GET', 'HEAD'].includes(request.method) &&
    (request.headers.get('accept') ?? '').includes('text/html') &&
    isText(answer)
  );
}

const isText = (answer: Response) =>
  (answer.headers.get('content-type') ?? 'text/plain').startsWith('text/plain');

/** The page for it: that of an address that does not exist, which tells the failure it is given. */
function pageOfFailure(request: Request): Request {
  return new Request(new URL('/no-such-page', request.url), {
    method: request.method,
    headers: request.headers,
    signal: request.signal,
  });
}
