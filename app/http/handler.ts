import { randomBytes, randomUUID } from 'node:crypto';
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import type { Portal } from '#app/portal.ts';
import { logRequest } from '#app/platform/log.ts';
import { actorContext, portalContext, requestContext, routeContext } from './context.ts';
import { answering } from './failure-response.ts';
import { refusedRequest } from './refuse-request.ts';
import { securityHeaders } from './security-headers.ts';

export type Handler = (request: Request, client: { address: string }) => Promise<Response>;

/** The portal's answer to any request that is not a built file: one nonce, one request id and one set of headers each. */
export function createHandler(portal: Portal, build: ServerBuild): Handler {
  const handle = createRequestHandler(
    withFailuresAnswered(build),
    portal.config.environment === 'production' ? 'production' : 'development',
  );
  return async (request, client) => {
    const facts = { id: randomUUID(), nonce: randomBytes(16).toString('base64'), address: client.address };
    const started = performance.now();
    const context = new RouterContextProvider();
    context.set(portalContext, portal);
    context.set(requestContext, facts);
    const response = refusedRequest(request) ?? (await handle(request, context));
    for (const [name, value] of securityHeaders({
      nonce: facts.nonce,
      https: portal.config.https,
      noStore: !response.headers.has('Cache-Control'),
    })) {
      response.headers.set(name, value);
    }
    logRequest(portal.log, {
      requestId: facts.id,
      method: request.method,
      route: context.get(routeContext),
      status: response.status,
      milliseconds: performance.now() - started,
      accountId: context.get(actorContext)?.accountId,
    });
    return response;
  };
}

/** Every loader and action answers a domain failure with its status, so that no route can forget to. */
function withFailuresAnswered(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route];
    const { loader, action } = route.module;
    const module = {
      ...route.module,
      ...(loader ? { loader: answering(loader) } : {}),
      ...(action ? { action: answering(action) } : {}),
    };
    return [id, { ...route, module }];
  });
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild['routes'] };
}
