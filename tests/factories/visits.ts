import type { Answer, Client, Fields } from './client.ts';
import { formOf, shownAgain } from './forms.ts';
import type { TestPortal } from './portal.ts';

/** A page as somebody saw it, with a name for the state it was in. */
export type Visit = Answer & { name: string };

/** Keeps every page that a tour sees. */
export type Album = {
  visits: Visit[];
  /** Keeps a page that was answered otherwise. */
  keep: (name: string, answer: Answer, status: number) => Visit;
  /** Opens an address. */
  see: (browser: Client, name: string, path: string, status?: number) => Promise<Visit>;
  /** Sends the form of a page, so that it comes back with errors. */
  err: (browser: Client, name: string, path: string, typed: Fields, status?: number) => Promise<Visit>;
};

export function openAlbum(_portal: TestPortal): Album {
  const visits: Visit[] = [];
  const keep = (name: string, answer: Answer, status: number): Visit => {
    if (answer.status !== status)
      throw new Error(`${name}: ${answer.path} answered ${answer.status} (${answer.location ?? ''})`);
    const visit = { ...answer, name };
    visits.push(visit);
    return visit;
  };
  return {
    visits,
    keep,
    see: async (browser, name, path, status = 200) => keep(name, await browser.get(path), status),
    err: async (browser, name, path, typed, status = 422) => {
      const { action, fields } = formOf((await browser.get(path)).text);
      const answer = await browser.post(action ?? path, { ...fields, ...typed });
      const shown = await shownAgain(browser, answer);
      return keep(name, shown, shown === answer ? status : 200);
    },
  };
}
