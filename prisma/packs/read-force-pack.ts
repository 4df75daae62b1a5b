import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { areasFileSchema, exceptionRules, shareRules } from './area-files.ts';
import { demonstrationSchema, type Demonstration } from './demonstration-schema.ts';
import { forcePackSchema, type ForcePack } from './pack-schema.ts';
import { daySchema } from './pack-settings.ts';

/** `areaValidity` dates all areas and postcode rules of the pack at once; the rest is checked by the pack's schema. */
const packFileSchema = z.looseObject({
  areaValidity: z.strictObject({ validFrom: daySchema, validTo: daySchema.nullable() }),
});

/**
 * Reads and checks the force pack in a folder: pack.json, areas.json, postcode-exceptions.csv, routing.json and
 * plan.json. Throws when a file is missing or the pack does not hold together; nothing of a faulty pack is given.
 */
export async function readForcePack(folder: string): Promise<ForcePack> {
  const read = (name: string) => readFile(path.join(folder, name), 'utf8');
  const readJson = async (name: string): Promise<unknown> => JSON.parse(await read(name));

  const { areaValidity, ...settings } = packFileSchema.parse(await readJson('pack.json'));
  const areas = areasFileSchema.parse(await readJson('areas.json'));
  return forcePackSchema.parse({
    ...settings,
    attribution: areas.attribution,
    history: areas.history,
    areas: areas.lpus2015.map(({ code, name, localAuthority }) => ({
      code,
      name,
      localAuthority,
      ...areaValidity,
    })),
    postcodes: [
      ...shareRules(areas, areaValidity),
      ...exceptionRules(await read('postcode-exceptions.csv'), areaValidity),
    ],
    routing: await readJson('routing.json'),
    plan: await readJson('plan.json'),
  });
}

/** Reads the demonstration's fictional partners and people (demonstration.json), held against the pack. */
export async function readDemonstration(folder: string, pack: ForcePack): Promise<Demonstration> {
  const written = await readFile(path.join(folder, 'demonstration.json'), 'utf8');
  return demonstrationSchema(pack).parse(JSON.parse(written));
}
