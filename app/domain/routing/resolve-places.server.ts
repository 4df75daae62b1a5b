import type { Db } from '#app/platform/db/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import { postcodeCodes, resolvePostcode, type PlaceResolution } from './postcode.ts';
import { postcodeRulesOf, type PostcodeRule, type PostcodeRules } from '../kernel/postcode-rules.ts';

/** Where each place lies on a day, in the order given: one indexed read for all of them. */
export async function resolvePlaces(
  tx: Db | Tx,
  written: readonly string[],
  on: Date,
): Promise<PlaceResolution[]> {
  const rules = await readPostcodeRules(tx, written);
  return written.map((postcode) => resolvePostcode(postcode, rules, on));
}

/** The rules, of any date, for what is written: one indexed read. */
export async function readPostcodeRules(tx: Db | Tx, written: readonly string[]): Promise<PostcodeRules> {
  const wanted = new Map(written.flatMap(postcodeCodes).map((one) => [`${one.scope} ${one.code}`, one]));
  const rows =
    wanted.size === 0
      ? []
      : await tx.postcodeRule.findMany({
          where: { OR: [...wanted.values()].map(({ scope, code }) => ({ scope, code })) },
        });
  const day = (date: Date) => date.toISOString().slice(0, 10);
  return postcodeRulesOf(
    rows.map((row): PostcodeRule => ({
      scope: row.scope,
      code: row.code,
      primary: row.primaryCode,
      primaryShare: row.primaryShare,
      shares: row.shares as Record<string, number>,
      validFrom: day(row.validFrom),
      validTo: row.validTo === null ? null : day(row.validTo),
    })),
  );
}
