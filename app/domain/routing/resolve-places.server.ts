import type { Tx } from '#app/platform/db/transaction.ts';
import { postcodeCodes, resolvePostcode, type PlaceResolution } from './postcode.ts';
import type { PostcodeScope } from './postcode-reading.ts';
import { postcodeRulesOf, type PostcodeRule } from './postcode-rules.ts';

/** Where each place lies on a day, in the order given: one indexed read for all of them. */
export async function resolvePlaces(
  tx: Tx,
  written: readonly string[],
  on: Date,
): Promise<PlaceResolution[]> {
  const wanted = written.flatMap(postcodeCodes);
  const rows =
    wanted.length === 0
      ? []
      : await tx.postcodeRule.findMany({ where: { OR: wanted.map(({ scope, code }) => ({ scope, code })) } });
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const rules = rows.map((row): PostcodeRule => ({
    scope: row.scope as PostcodeScope,
    code: row.code,
    primary: row.primaryCode,
    primaryShare: row.primaryShare,
    shares: row.shares as Record<string, number>,
    validFrom: day(row.validFrom),
    validTo: row.validTo === null ? null : day(row.validTo),
  }));
  const lookup = postcodeRulesOf(rules);
  return written.map((postcode) => resolvePostcode(postcode, lookup, on));
}
