import { queueNews } from '#app/domain/desks/queue-news.server.ts';
import { momentOf } from '#app/http/moment-of.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { News } from '#app/ui/enhance/look-for-news.ts';
import type { Route } from './+types/news.ts';

export const handle = { access: 'triage.work', background: true } satisfies RouteHandle;

/** What came since the moment at which an open page was read, in words and without content. */
export async function loader(args: Route.LoaderArgs) {
  const ctx = ctxOf(args);
  const since = momentOf(args.url.searchParams.get('since')) ?? ctx.clock.now();
  const { high, highItems, others, sound } = await queueNews(ctx, { since });
  const allHigh = high + highItems;
  const news: News = {
    title: allHigh > 0 ? `${allHigh} High` : others > 0 ? `${others} new` : '',
    count: allHigh,
    high: [
      ...(high > 0 ? [{ text: highWords(high), href: link('queues/urgent') }] : []),
      ...(highItems > 0 ? [{ text: itemWords(highItems), href: link('queues/queues') }] : []),
    ],
    others: others === 0 ? '' : `${others} new in your queues`,
    sound,
  };
  return Response.json(news);
}

const highWords = (count: number): string =>
  count === 1 ? '1 High submission needs somebody now' : `${count} High submissions need somebody now`;

const itemWords = (count: number): string =>
  count === 1 ? '1 High item to acknowledge now' : `${count} High items to acknowledge now`;
