import { decodeCursor, encodeCursor } from '#app/domain/kernel/queue-cursor.ts';
import { readFilter, writeFilter, type QueueFilter } from '#app/domain/submission/queue-filter.ts';
import { queueViewOf } from '#app/domain/submission/queue-views.ts';
import { isId, type Id } from '#app/domain/kernel/id.ts';
import { link, patternOf, routeIds } from './link.ts';

/**
 * A list of the portal that a page may lead back to. `from` is how a link carries it: "fib?view=mine&sort=due". `view`: the
 * parts of it where it is a view of a queue.
 */
export type ListAddress = {
  from: string;
  href: string;
  view?: { queueCode: string; view: string; filter: QueueFilter };
};

/** Longer than any list that the portal writes. */
const longest = 600;

/** Lists of one address each. */
const lists: Readonly<Record<string, string>> = {
  urgent: link('queues/urgent'),
  mine: link('queues/mine'),
  away: link('queues/away'),
  handover: link('queues/handover'),
  high: link('high'),
  'high-ended': link('high-ended'),
};

/** What stands where the code of a queue would, and is none. */
const [aboveQueues = ''] = patternOf('queues/queue').split(':');
const noQueues = routeIds
  .map(patternOf)
  .filter((pattern) => pattern.startsWith(aboveQueues))
  .map((pattern) => pattern.slice(aboveQueues.length));

/** The list from which what this address shows was opened, as `carry` writes it; null where it says none. */
export const listOf = (url: URL): ListAddress | null => readFrom(url.searchParams.get('from'));

/** How a link says that it stands among the results of a search, on the page that begins after this place. */
export const resultsFrom = (searchId: Id<'KeptSearch'>, after: string | null): string =>
  `search/${searchId}${after === null ? '' : `/${after}`}`;

function readResults(written: string): ListAddress | null {
  const [kind, searchId = '', place = null, ...more] = written.split('/');
  if (kind !== 'search' || !isId<'KeptSearch'>(searchId) || more.length > 0) return null;
  const cursor = decodeCursor(place);
  const after = cursor && encodeCursor(cursor);
  return { from: resultsFrom(searchId, after), href: link('search/results', { searchId }, { after }) };
}

/** Pages of one submission and of its items: each leads on to the others with the list from which it was opened. */
const ofSubmission = new RegExp(
  `^(${routeIds
    .filter((id) => /^(submissions|items)\//.test(id))
    .map(patternOf)
    .filter((pattern) => pattern.includes('/:'))
    .map((pattern) => pattern.replaceAll(/:\w+/g, '[^/]+'))
    .join('|')})$`,
);

/** An address with the list that led here, where it is of a submission too: so the way back to it is not lost on the way. */
export function carry(address: string, list: ListAddress | null): string {
  const [whole = '', part] = address.split('#');
  const [path = '', query = ''] = whole.split('?');
  if (list === null || !ofSubmission.test(path)) return address;
  const given = new URLSearchParams(query);
  if (!given.has('from')) given.set('from', list.from);
  return `${path}?${given.toString()}${part === undefined ? '' : `#${part}`}`;
}

/**
 * The list that a link says it was on, written anew from its parts: a queue with its view, filter, order and page, the
 * results of a search, or one of the other lists. Null for anything that the portal does not write, so that a link never leads out of it.
 */
export function readFrom(written: string | null): ListAddress | null {
  if (written === null || written.length > longest) return null;
  if (Object.hasOwn(lists, written)) return { from: written, href: lists[written] ?? '' };
  const results = readResults(written);
  if (results) return results;
  const [, code = '', rest = ''] = /^([a-z0-9-]{1,40})\?(.*)$/.exec(written) ?? [];
  if (code === '' || noQueues.includes(code)) return null;
  const given = new URLSearchParams(rest);
  const view = given.get('view') ?? '';
  if (queueViewOf(view) === null && view !== 'watching' && view !== 'to-sanitise') return null;
  const filter = readFilter(given);
  const query = new URLSearchParams([['view', view], ...writeFilter(filter)]);
  const cursor = decodeCursor(given.get('after'));
  if (cursor) query.set('after', encodeCursor(cursor));
  const from = `${code}?${query.toString()}`;
  const href = link('queues/queue', { queueCode: code }, query);
  return { from, href, view: { queueCode: code, view, filter } };
}
