import { z } from 'zod';
import type { PostcodeRule } from '#app/domain/kernel/postcode-rules.ts';

const sharesSchema = z.strictObject({
  postcodes: z.int().positive(),
  primary: z.string().min(1),
  primaryShare: z.number().min(0).max(1),
  shares: z.record(z.string(), z.number().min(0).max(1)),
});

/** The file of a force's areas and of the parts of postcode districts and sectors that lie in each. */
export const areasFileSchema = z.strictObject({
  about: z.string(),
  attribution: z.string().min(1),
  lpus2015: z
    .array(
      z.strictObject({
        code: z.string().min(1),
        name: z.string().min(1),
        localAuthority: z.string().min(1),
        constituencies: z.array(z.string()).nullable(),
        wards: z.array(z.string()).nullable(),
      }),
    )
    .min(1),
  history: z.array(z.string()),
  lpas2024: z.array(
    z.strictObject({ name: z.string(), localAuthority: z.string(), lpus2015: z.array(z.string()) }),
  ),
  routingRule: z.string(),
  districts: z.record(z.string(), sharesSchema),
  sectors: z.record(z.string(), sharesSchema),
});
export type AreasFile = z.infer<typeof areasFileSchema>;

export type Validity = { validFrom: string; validTo: string | null };

/** The areas of a force for some time, with the postcodes in them. */
export type AreaSet = { areas: AreasFile; exceptions: string; validity: Validity };

type DatedArea = Pick<AreasFile['lpus2015'][number], 'code' | 'name' | 'localAuthority'> & Validity;

/** Every area of all sets once, by its code: from the first set that has it to the end of the last. */
export function datedAreas(sets: readonly AreaSet[]): DatedArea[] {
  const byCode = new Map<string, DatedArea>();
  for (const { areas, validity } of sets)
    for (const { code, name, localAuthority } of areas.lpus2015) {
      const validFrom = byCode.get(code)?.validFrom ?? validity.validFrom;
      byCode.set(code, { code, name, localAuthority, validFrom, validTo: validity.validTo });
    }
  return [...byCode.values()];
}

/** The rules for districts and sectors, all valid for the same time. */
export function shareRules(file: AreasFile, validity: Validity): PostcodeRule[] {
  const rules = (scope: 'district' | 'sector', shares: AreasFile['districts']): PostcodeRule[] =>
    Object.entries(shares).map(([code, share]) => ({
      scope,
      code,
      primary: share.primary,
      primaryShare: share.primaryShare,
      shares: share.shares,
      ...validity,
    }));
  return [...rules('district', file.districts), ...rules('sector', file.sectors)];
}

export const exceptionsHeader = 'postcode,lpu';
const line = /^([A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}),([A-Z:]+)$/;

/**
 * The rules for full postcodes that differ from their sector, from comma-separated lines "B10 0AD,BE" under a header.
 * A line that does not read so is an error, not skipped: each one moves reports to another queue.
 */
export function exceptionRules(csv: string, validity: Validity): PostcodeRule[] {
  const [first, ...lines] = csv.trim().split(/\r?\n/);
  if (first !== exceptionsHeader)
    throw new Error(`The postcode exceptions must start with "${exceptionsHeader}"`);
  return lines.map((written, index) => {
    const [, code, primary] = line.exec(written) ?? [];
    if (code === undefined || primary === undefined) {
      throw new Error(`Line ${index + 2} of the postcode exceptions is not "postcode,area"`);
    }
    return { scope: 'unit', code, primary, primaryShare: 1, shares: { [primary]: 1 }, ...validity };
  });
}
