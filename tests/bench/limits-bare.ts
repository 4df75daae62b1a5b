import { createServer } from 'node:http';
import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { createRequestListener } from '@remix-run/node-fetch-server';
import { load } from 'cheerio';
import { createElement, type HTMLAttributes, type ReactNode } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router';

/**
 * The floor under the pages of `npm run bench:limits`, in a process of its own. Its parent sends it each page by a name:
 * `/rendered/<name>` is a React Router app of nothing but the same elements with the same words, `/bytes/<name>` the same
 * bytes from node:http.
 */
type Page = { html: Buffer; render: (request: Request) => Promise<Response> };

const pages = new Map<string, Page>();

type MarkupNode = {
  type: string;
  data?: string;
  name?: string;
  attribs?: Record<string, string>;
  children?: MarkupNode[];
};

const booleans = new Set([
  'autofocus',
  'checked',
  'defer',
  'disabled',
  'hidden',
  'multiple',
  'open',
  'required',
]);

/** The element that makes such markup. What React names otherwise than HTML is renamed, and events and styles are none. */
function elementOf({ type, data, name, attribs = {}, children = [] }: MarkupNode): ReactNode {
  if (type === 'text') return data;
  if (name === undefined || type === 'directive' || type === 'comment') return null;
  const { class: className, for: htmlFor, value, checked, ...rest } = attribs;
  const props = {
    ...Object.fromEntries(Object.entries(rest).map(([key, said]) => [key, booleans.has(key) ? true : said])),
    className,
    htmlFor,
    ...(name === 'input' ? { defaultValue: value, defaultChecked: checked !== undefined } : { value }),
  };
  const inside = children.map(elementOf);
  if (name === 'textarea') return createElement(name, { ...props, defaultValue: children[0]?.data });
  if (name === 'script')
    return createElement(name, { ...props, dangerouslySetInnerHTML: { __html: children[0]?.data ?? '' } });
  return createElement(name, props as HTMLAttributes<HTMLElement>, ...inside);
}

function pageOf(html: string): Page {
  const root = load(html).root().get(0) as unknown as MarkupNode;
  const element = (root.children ?? []).map(elementOf).find((made) => made !== null);
  const handler = createStaticHandler([{ path: '*', element }]);
  return {
    html: Buffer.from(html),
    render: async (request) => {
      const context = await handler.query(request);
      if (context instanceof Response) return context;
      const router = createStaticRouter(handler.dataRoutes, context);
      return new Promise((resolve, reject) => {
        const { pipe } = renderToPipeableStream(
          createElement(StaticRouterProvider, { router, context, hydrate: false }),
          {
            onAllReady() {
              const body = new PassThrough();
              const headers = { 'Content-Type': 'text/html; charset=utf-8' };
              resolve(new Response(createReadableStreamFromReadable(body), { headers }));
              pipe(body);
            },
            onShellError: reject,
          },
        );
      });
    },
  };
}

const rendered = createRequestListener((request: Request) => {
  const page = pages.get(new URL(request.url).pathname.slice('/rendered/'.length));
  return page ? page.render(request) : new Response(null, { status: 404 });
});

createServer((request, response) => {
  const page = pages.get(request.url?.slice('/bytes/'.length) ?? '');
  if (!page) rendered(request, response);
  else response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page.html);
}).listen(Number(process.env.BENCH_PORT), '127.0.0.1', () => process.send?.('listening'));

process.on('message', ({ name, html }: { name: string; html: string }) => {
  pages.set(name, pageOf(html));
  process.send?.('kept');
});
process.once('disconnect', () => process.exit(0));
