import { link } from '#app/http/link.ts';

/** The pages on which an item is sent, by kind of recipient; the current one has no address. */
export const sendingWays = (
  itemId: string,
  current: 'queue' | 'outside' | 'lead',
): { text: string; href: string | null }[] =>
  (
    [
      ['queue', 'To a queue of the force', link('items/disseminate', { itemId })],
      ['outside', 'Outside the force', link('items/disseminate-outside', { itemId })],
      ['lead', 'To the MDS lead', link('items/disseminate-lead', { itemId })],
    ] as const
  ).map(([way, text, href]) => ({ text, href: way === current ? null : href }));
