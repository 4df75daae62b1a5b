import { accessSync, constants } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { createRequestListener } from '@remix-run/node-fetch-server';
import compression from 'compression';
import closeWithGrace from 'close-with-grace';
import sirv from 'sirv';
import * as build from 'virtual:react-router/server-build';
import { drainOf } from '#app/http/server/drain.ts';
import { createHandler, type Handler } from '#app/http/server/handler.ts';
import { siteMapOf, type SiteMap } from '#app/http/server/site-map.ts';
import { securityHeaders } from '#app/http/server/security-headers.ts';
import { startJobs } from '#app/jobs.ts';
import { ConfigError, readConfig, type Config } from '#app/platform/env.ts';
import { wordsOfError } from '#app/platform/words-of-error.ts';
import { openPortal, rootPath, type Overrides, type Portal } from '#app/portal.ts';
import { announce } from '#app/announce.ts';
import { startMetrics } from '#app/measured.ts';

export { readConfig };
export type { Config, Overrides, Portal };

/**
 * The portal with its handler, without a network: what tests talk to.
 * @throws Error where a route does not say who may enter
 */
export async function createPortal(
  config: Config,
  overrides: Overrides = {},
): Promise<{ portal: Portal; site: SiteMap; handle: Handler }> {
  const site = siteMapOf(build.routes);
  const portal = await openPortal(config, overrides);
  return { portal, site, handle: createHandler(portal, build, site) };
}

/** A name or an address with or without a port, and nothing that would become part of the path. */
const isHost = (host: string | undefined): boolean =>
  host === undefined || (/^[\w.:[\]-]+$/.test(host) && URL.canParse(`http://${host}`));

/** A load balancer asks every few seconds whether the portal is ready, and sends nothing more where it is not. */
const noticeToProxy = 4_000;
/** What is under way may take so long; with the notice before and the end of the database after, within the grace. */
const longestAnswer = 15_000;
const grace = 25_000;

/**
 * Opens everything, listens, works off jobs. `stop` says at `/health/ready` that the portal goes, takes up no more jobs,
 * lets a proxy hear of it, ends what is under way and closes the database.
 */
export async function startServer(
  config: Config,
  overrides: Overrides = {},
): Promise<{ portal: Portal; server: Server; stop: (notice?: number) => Promise<void> }> {
  const { portal, handle } = await createPortal(config, overrides);
  const workers = await startJobs(portal);
  const files = builtFiles(config, portal.log);
  // Files of the build only: what a page says beside what somebody typed is never pressed together (BREACH).
  const pressed = compression();
  const isBuilt = (url: string) => /^\/(assets|enhance)\//.test(url);
  const answer = createRequestListener(
    (request: Request, client: { address: string }) => handle(request, client),
    { trustProxy: config.trustProxy },
  );
  const server = createServer((request, response) => {
    // `*` and whole addresses are asked of proxies; the portal is none. No Request can be made with a host that is none.
    if (!request.url?.startsWith('/') || !isHost(request.headers.host)) response.writeHead(400).end();
    // The Request of the handler cannot be made with it.
    else if (request.method === 'TRACE') response.writeHead(405, { Allow: 'GET, HEAD, POST' }).end();
    else if (request.method !== 'GET' && request.method !== 'HEAD') answer(request, response);
    else if (isBuilt(request.url))
      pressed(request as Parameters<typeof pressed>[0], response as Parameters<typeof pressed>[1], () =>
        files(request, response, () => answer(request, response)),
      );
    else files(request, response, () => answer(request, response));
  });
  const drain = drainOf(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  }).catch(async (failure: unknown) => {
    await workers.stop();
    await portal.close();
    throw failure;
  });
  const stopMetrics = await startMetrics(portal);
  const stop = async (notice = config.trustProxy ? noticeToProxy : 0) => {
    portal.ending.abort();
    drain.begin();
    await Promise.all([workers.stop(), pause(notice).then(() => drain.end(longestAnswer))]);
    stopMetrics();
    await portal.close();
  };
  return { portal, server, stop };
}

type FileHandler = ReturnType<typeof sirv>;

/**
 * The files of the build, listed once. One that has gone since, as when a new version is put over a running one, is an error
 * of that answer and not of the process: 500, or an answer cut short where its headers are on their way.
 */
function builtFiles(config: Config, log: Portal['log']): FileHandler {
  const root = rootPath('build/client');
  const headersOf = fileHeaders(config);
  const files = sirv(root, {
    etag: true,
    dotfiles: true,
    setHeaders: (response, pathname, stats) => {
      accessSync(path.join(root, pathname), constants.R_OK);
      headersOf(response, pathname, stats);
    },
  });
  return (request, response, next) => {
    const gone = (err: unknown) => {
      log.error({ err }, 'a file of the build cannot be read');
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    };
    response.once('pipe', (file) => file.once('error', gone));
    try {
      files(request, response, next);
    } catch (err) {
      gone(err);
    }
  };
}

type SetHeaders = NonNullable<NonNullable<Parameters<typeof sirv>[1]>['setHeaders']>;

/** Built files have their content in their name, except the one script, which is asked for anew each time. */
function fileHeaders(config: Config): SetHeaders {
  const headers = securityHeaders({ nonce: null, https: config.https, noStore: false });
  return (response, pathname) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    response.setHeader(
      'Cache-Control',
      pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
  };
}

const startedDirectly =
  process.argv[1] !== undefined && import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href;
if (startedDirectly) {
  const { portal, stop } = await started().catch((failure: unknown) => {
    process.stderr.write(wordsOfStart(failure));
    process.exit(1);
  });
  announce(portal);
  closeWithGrace({ delay: grace }, async ({ err }) => {
    if (err) portal.log.error({ err }, 'stopping after an error');
    await stop();
  });
}

/** A database may come up later than the portal, where both start with their machine. */
async function started() {
  return startServer(readConfig(process.env), { patienceSeconds: 60 });
}

/** What keeps the portal from starting is said in words: where it came from in this code helps nobody but a developer. */
function wordsOfStart(failure: unknown): string {
  if (failure instanceof ConfigError) return `${failure.message}\n`;
  const trace = process.env.LOG_LEVEL === 'debug' && failure instanceof Error ? `\n${failure.stack}` : '';
  return `The portal cannot start.\n${wordsOfError(failure)}${trace}\n`;
}
