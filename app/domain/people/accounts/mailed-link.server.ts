import { hashToken } from '#app/platform/crypto/token.ts';
import type { PublicCtx } from '../../kernel/context.ts';
import { RateLimited } from '../../kernel/failures.ts';
import { unknownLinkByAddress } from './limits.ts';

/** The link of a mail as it was opened: `address` is the network address, for the limit only. */
export type OpenedLink = { token: string; address: string };

/**
 * The row of a mailed link, whatever has become of it; null for a token that never was. Only those are counted: many who
 * open their own links in one building are no attack. Opening uses nothing up, as programs that look for harmful links
 * open them before the person does. @throws RateLimited
 */
export async function rowOfLink<Row>(
  ctx: PublicCtx,
  { token, address }: OpenedLink,
  find: (tokenHash: Uint8Array<ArrayBuffer>) => Promise<Row | null>,
): Promise<Row | null> {
  const wait = await ctx.limits.take(unknownLinkByAddress, address);
  if (wait !== null) throw new RateLimited(wait);
  const row = await find(hashToken(token));
  if (row !== null) await ctx.limits.giveBack(unknownLinkByAddress, address);
  return row;
}
