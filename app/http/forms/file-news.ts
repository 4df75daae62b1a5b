import type { Words } from '#app/messages/words.ts';

const news = {
  clean: 'added',
  quarantined: 'waiting',
  already: 'already',
  removed: 'removed',
} as const satisfies Record<string, keyof Words['files']['done']>;

export type FileNews = (typeof news)[keyof typeof news];

const isNews = (code: string): code is keyof typeof news => Object.hasOwn(news, code);

/** What was just done with a file. Only these codes are said from an address. */
export const fileNews = (code: string | null): FileNews | null =>
  code !== null && isNews(code) ? news[code] : null;
