import { renderToStaticMarkup } from 'react-dom/server';
import {
  isRouteErrorResponse,
  ServerRouter,
  type EntryContext,
  type RouterContextProvider,
} from 'react-router';
import { failureContext, portalContext, requestContext } from '#app/http/server/context.ts';
import { failureOf } from '#app/http/server/failure.ts';
import { failurePage } from '#app/http/server/failure-page.ts';
import { formStateOf } from '#app/http/forms/form-action.ts';
import { requestFrame } from '#app/http/server/request-frame.ts';
import { FormStateProvider } from '#app/ui/layout/Form.tsx';
import { RequestFrameProvider } from '#app/ui/layout/request-frame.ts';

/**
 * Renders the whole page before it sends a byte, so that an error can still become an error page with its status. No React
 * runs in the browser (docs/decisions/0004), so that the markup bears no marks for it, and nothing in it waits: what a page
 * shows was read by its loader.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Response {
  const form = formStateOf(entry.staticHandlerContext.actionData);
  const failure = context.get(failureContext);
  const failed = failure !== null || entry.staticHandlerContext.errors !== null;
  const frame = requestFrame(context, new URL(request.url), failed);
  if (failure?.retryAfterSeconds) headers.set('Retry-After', String(failure.retryAfterSeconds));
  const page = (
    <RequestFrameProvider value={{ ...frame, failure: failurePage(context, request, form) }}>
      <FormStateProvider value={failure ? null : form}>
        <ServerRouter context={withMatchedRoutes(entry)} url={request.url} nonce={frame.nonce} />
      </FormStateProvider>
    </RequestFrameProvider>
  );
  const bytes = Buffer.from(`<!DOCTYPE html>${renderToStaticMarkup(page)}`);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Length', String(bytes.length));
  return new Response(bytes, { headers, status: failure?.status ?? status });
}

/** The router makes each route that it is given anew for each page, and a page needs the few that its address matched. */
function withMatchedRoutes(entry: EntryContext): EntryContext {
  const { routes } = entry.manifest;
  const matched: typeof routes = {};
  for (const { route } of entry.staticHandlerContext.matches) matched[route.id] = routes[route.id];
  return { ...entry, manifest: { ...entry.manifest, routes: matched } };
}

/**
 * Whatever a loader, an action or the guard throws comes here before its page is made. A failure that a person is told of
 * gives the page its status and its words; the rest is a defect.
 */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const failure = failureOf(error);
  if (failure) {
    if (!context.get(failureContext)) context.set(failureContext, failure);
    return;
  }
  context
    .get(portalContext)
    .log.error({ err: error, request: context.get(requestContext).id }, 'unexpected error');
}
