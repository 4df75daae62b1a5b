import type { Clock } from '#app/platform/clock.ts';
import type { Keyring } from '#app/platform/crypto/envelope.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { Directory } from '#app/platform/directory/directory.ts';
import type { Limits } from '#app/platform/limits.ts';
import type { Actor } from './actor.ts';

/**
 * The context of a use case. `clock` is the portal's calendar (in the demonstration it runs in January 2016);
 * `realTime` is for sessions, tokens and limits, which always end in real time.
 */
export type Ctx = {
  db: Db;
  actor: Actor;
  clock: Clock;
  realTime: Clock;
  keyring: Keyring;
  limits: Limits;
  /** With which police sign in; null where they sign in on the portal, as partners do. */
  directory: Directory | null;
  request: { id: string };
  /** The hash of the pack in force when the request came, by which memory knows the pack; null: it is to be read. */
  packHash: string | null;
};

/** Before sign-in nobody acts: use cases that serve anyone say so by taking this. */
export type PublicCtx = Omit<Ctx, 'actor'> & { actor: null };

type Tools = Pick<PublicCtx, 'db' | 'clock' | 'realTime' | 'keyring' | 'limits' | 'directory'>;

export const ctxOfNobody = (
  { db, clock, realTime, keyring, limits, directory }: Tools,
  requestId: string,
): PublicCtx => ({
  db,
  clock,
  realTime,
  keyring,
  limits,
  directory,
  actor: null,
  packHash: null,
  request: { id: requestId },
});

/** A job or a command acts without an account; the label says which. */
export type SystemCtx = PublicCtx & { system: string };
