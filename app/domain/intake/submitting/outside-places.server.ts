import type { Ctx } from '../../kernel/context.ts';
import { said } from '../../form/said.ts';
import { placePostcodes } from '../../routing/derive-facts.ts';
import { resolvePlaces } from '../../routing/resolve-places.server.ts';
import type { Draft } from '../drafts/drafts.server.ts';

/** The postcodes of a report that lie in another force, or that the force's data does not know. */
export async function outsidePlaces(ctx: Ctx, { definition, answers }: Draft): Promise<string[]> {
  const postcodes = placePostcodes(said(definition, answers));
  if (postcodes.length === 0) return [];
  const places = await resolvePlaces(ctx.db, postcodes, ctx.clock.now());
  return places.flatMap(({ kind, postcode }) =>
    postcode !== null && (kind === 'out_of_force' || kind === 'unknown_postcode') ? [postcode] : [],
  );
}
