import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lookForNews, type News } from './look-for-news.ts';

const nothing: News = { title: '', count: 0, high: [], others: '', sound: false };
const high: News = {
  ...nothing,
  title: '1 High',
  count: 1,
  high: [{ text: '1 High', href: '/queues/urgent' }],
};
type Given = News | 'away' | 'signed out' | 503;

/** As much of a page as looking for news looks at; the test plays the portal. */
function page() {
  const parts = { high: part(), others: part() };
  const place = {
    querySelector: (selector: string) => parts[selector.includes('high') ? 'high' : 'others'],
    dataset: { news: '/queues/news', again: '/queues', unreached: 'not reached', ended: 'ended' },
  };
  let given: Given = nothing;
  const fetch = vi.fn(() => {
    if (given === 'away') return Promise.reject(new TypeError('no network'));
    if (given === 'signed out') return Promise.resolve({ ok: false, type: 'opaqueredirect', status: 0 });
    if (given === 503) return Promise.resolve({ ok: false, type: 'basic', status: 503 });
    return Promise.resolve({ ok: true, json: () => Promise.resolve(given) });
  });
  const tones = vi.fn();
  class AudioContext {
    currentTime = 0;
    createOscillator() {
      tones();
      return { frequency: {}, connect: () => undefined, start: () => undefined, stop: () => undefined };
    }
  }
  const document = { title: 'Queue' };
  const window = { document, fetch, setTimeout, AudioContext };
  lookForNews(place as unknown as HTMLElement, window as unknown as Window & typeof globalThis);
  return {
    parts,
    document,
    fetch,
    tones,
    /** What the portal says from now on, and half a minute. */
    then: async (says: Given) => {
      given = says;
      await vi.advanceTimersByTimeAsync(30_000);
    },
  };
}

function part() {
  const made = {
    textContent: '',
    changes: 0,
    ownerDocument: { createElement: () => ({}) },
    replaceChildren: (...links: { textContent: string }[]) => {
      made.textContent = links.map(({ textContent }) => textContent).join('');
      made.changes += 1;
    },
  };
  return made;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('says what is High in the title and at once, what else came quietly, and nothing twice', async () => {
  const { parts, document, then } = page();
  await then(nothing);
  expect([document.title, parts.high.changes, parts.others.changes]).toEqual(['Queue', 0, 0]);
  await then({ ...high, others: '2 more' });
  expect([document.title, parts.high.textContent, parts.others.textContent]).toEqual([
    '(1 High) Queue',
    '1 High',
    '2 more',
  ]);
  await then({ ...high, others: '3 more' });
  expect([parts.high.changes, parts.others.changes]).toEqual([1, 2]);
  await then(nothing);
  expect([document.title, parts.high.textContent, parts.others.textContent]).toEqual(['Queue', '', '']);
});

it('sounds for what is High and new, where somebody wants it', async () => {
  const { tones, then } = page();
  await then(high);
  expect(tones).not.toHaveBeenCalled();
  await then(nothing);
  await then({ ...high, sound: true });
  await then({ ...high, sound: true });
  expect(tones).toHaveBeenCalledTimes(2);
  await then({ ...high, count: 2, sound: true });
  await then({ ...high, sound: true });
  expect(tones).toHaveBeenCalledTimes(4);
});

it('says that it is not live once the portal was not reached twice, and goes on asking', async () => {
  const { parts, then, document } = page();
  await then(high);
  await then('away');
  expect(parts.high.textContent).toBe('1 High');
  await then(503);
  expect([document.title, parts.others.textContent]).toEqual(['(1 High) Queue', 'not reached']);
  await then(nothing);
  expect(parts.others.textContent).toBe('');
});

it('stops asking and says so where the session has ended', async () => {
  const { parts, then, fetch } = page();
  await then('signed out');
  expect(parts.others.textContent).toBe('ended');
  await then(high);
  expect(fetch).toHaveBeenCalledTimes(1);
});
