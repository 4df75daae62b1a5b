import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { open, seal, UnsealError } from '#app/platform/crypto/envelope.ts';
import { hashToken } from '#app/platform/crypto/token.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx, PublicCtx } from '../../kernel/context.ts';

/** A form that could not be saved: the address that it goes to, and its fields in order. */
export type KeptForm = { to: string; pairs: [string, string][] };

/** How long a form that could not be saved can be given back to whoever typed it. */
export const keptHours = 12;

const keptSchema = z.object({
  to: z.string(),
  pairs: z.array(z.tuple([z.string(), z.string()])),
  until: z.number(),
});

/**
 * Sealed for whoever signs in next, where nothing tells whose it is: the page that it comes from is theirs to read
 * anyway.
 */
export const anybody = 'anybody';

type Keeping = Pick<Ctx, 'keyring' | 'realTime'>;

const placeOf = (owner: string) => ({ table: 'kept_form', row: owner, column: 'page' });

/**
 * Seals what was typed for its owner, an account or `anybody`. It stays on the page of the browser and nowhere on the
 * server, and nobody else who signs in there can read it; sealed for null, nobody can.
 */
export function sealKept(ctx: Keeping, owner: string | null, kept: KeptForm): string {
  const until = ctx.realTime.now().getTime() + keptHours * 60 * 60_000;
  const text = JSON.stringify({ ...kept, until });
  return Buffer.from(seal(ctx.keyring, text, placeOf(owner ?? randomUUID()))).toString('base64url');
}

/**
 * Opens a form that was sealed for this account: null where it was sealed for another, is no such form, or is kept no
 * longer.
 */
export function openKept(ctx: Keeping, accountId: Id<'Account'>, sealed: string): KeptForm | null {
  const bytes = Buffer.from(sealed, 'base64url');
  const text = openAs(ctx, accountId, bytes) ?? openAs(ctx, anybody, bytes);
  if (text === null) return null;
  const { to, pairs, until } = keptSchema.parse(JSON.parse(text));
  return ctx.realTime.now().getTime() < until ? { to, pairs } : null;
}

function openAs(ctx: Keeping, owner: string, sealed: Uint8Array): string | null {
  try {
    return open(ctx.keyring, sealed, placeOf(owner));
  } catch (failure) {
    if (failure instanceof UnsealError) return null;
    throw failure;
  }
}

/** Whose session a token was, whether or not it opens anything any more; null where it is not known. */
export async function ownerOfSession(ctx: PublicCtx, token: string): Promise<string | null> {
  const session = await ctx.db.session.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { accountId: true },
  });
  return session?.accountId ?? null;
}
