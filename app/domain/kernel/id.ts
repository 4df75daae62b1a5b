import type { Id, Model } from '#app/platform/db/id.ts';

export type { Id, Model };

/**
 * Whether a text from a form or a query can be the id of a row. What cannot is refused before it reaches the database,
 * which answers a malformed id with an error of its own. Ids in an address are checked by the guard.
 */
export function isId<Of extends Model>(text: string): text is Id<Of> {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** The id of a row that is about to be. */
export function newId<Of extends Model>(): Id<Of> {
  return crypto.randomUUID() as string as Id<Of>;
}
