import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { renderToPipeableStream } from 'react-dom/server';
import { ServerRouter, type EntryContext, type RouterContextProvider } from 'react-router';
import { portalContext, requestContext } from '#app/http/server/context.ts';
import { requestFrame } from '#app/http/server/request-frame.ts';
import { RequestFrameProvider } from '#app/ui/layout/request-frame.ts';

/** Renders the whole page before it sends a byte, so that an error can still become an error page with its status. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const frame = requestFrame(context, new URL(request.url).pathname);
  const page = (
    <RequestFrameProvider value={frame}>
      <ServerRouter context={entry} url={request.url} nonce={frame.nonce} />
    </RequestFrameProvider>
  );
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      nonce: frame.nonce,
      onAllReady() {
        const body = new PassThrough();
        headers.set('Content-Type', 'text/html; charset=utf-8');
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
        pipe(body);
      },
      onShellError: reject,
      onError: reject,
    });
  });
}

/** Only what is unexpected comes here; domain failures are answers, not errors. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
): void {
  if (request.signal.aborted) return;
  context
    .get(portalContext)
    .log.error({ err: error, request: context.get(requestContext).id }, 'unexpected error');
}
