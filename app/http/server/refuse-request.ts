import { link } from '../link.ts';

/**
 * The answer to a request that no page of the portal makes, or null for one that goes on. It comes before the router,
 * which checks the origin of pages but not of routes without a page, and would take a PUT for a posted form.
 */
export function refusedRequest(request: Request, portalUrl: string): Response | null {
  if (!isReadable(request.url) || !isForPortal(new URL(request.url), new URL(portalUrl))) return badRequest();
  // The router would answer its own script here with a page's data, and no page has that script.
  if (new URL(request.url).pathname.endsWith('.data'))
    return new Response('Not found', { status: 404, statusText: 'Not Found' });
  if (request.method === 'GET' || request.method === 'HEAD') return null;
  if (request.method !== 'POST') {
    return new Response('Method not allowed', {
      status: 405,
      statusText: 'Method Not Allowed',
      headers: { Allow: 'GET, HEAD, POST' },
    });
  }
  return isFromOwnPage(request) ? null : badRequest();
}

const health = [link('health/live'), link('health/ready'), link('health/urgent')];
const loopback = ['localhost', '127.0.0.1', '[::1]'];

/**
 * A name that leads here and is not the portal's is somebody else's, or a proxy that lets everything through. Whoever
 * watches over the portal asks for its health by whatever address it has, and so does the machine itself.
 */
function isForPortal(asked: URL, portal: URL): boolean {
  if (health.includes(asked.pathname) || asked.hostname === portal.hostname) return true;
  return loopback.includes(asked.hostname) && loopback.includes(portal.hostname);
}

/**
 * Browsers say with every posted form where its page came from. `null` is a page without an origin, such as one in a
 * sandboxed frame, and is foreign. Without the header it is no browser's form, or one that says so in its own way.
 */
function isFromOwnPage(request: Request): boolean {
  const origin = request.headers.get('origin');
  if (origin !== null) return origin === new URL(request.url).origin;
  return ['same-origin', 'none', null].includes(request.headers.get('sec-fetch-site'));
}

/**
 * No text in the database can hold the character NUL: it answers a search for it with an error. A path that cannot be
 * decoded names nothing, and the router would write it out as it is, outside the log.
 */
function isReadable(address: string): boolean {
  if (address.includes('%00')) return false;
  try {
    decodeURIComponent(new URL(address).pathname);
    return true;
  } catch {
    return false;
  }
}

function badRequest(): Response {
  return new Response('Bad request', { status: 400, statusText: 'Bad Request' });
}
