import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { readForms } from '#app/domain/form/read-forms.ts';
import { areasFileSchema, datedAreas, exceptionRules, shareRules, type AreaSet } from './area-files.ts';
import { demonstrationSchema, type Demonstration } from './demonstration-schema.ts';
import { forcePackSchema, type ForcePack } from './pack-schema.ts';
import { daySchema } from '../force/pack-settings.ts';

const validity = { validFrom: daySchema, validTo: daySchema.nullable() };
const fileName = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/);

/**
 * `areaValidity` dates the areas and postcode rules of areas.json and postcode-exceptions.csv. A change of areas is a
 * further entry of `laterAreas`: files of the same kind, valid from the day on which the ones before end. The rest is
 * checked by the pack's schema.
 */
const packFileSchema = z.looseObject({
  areaValidity: z.strictObject(validity),
  laterAreas: z.array(z.strictObject({ areas: fileName, exceptions: fileName, ...validity })).default([]),
});

/**
 * Reads and checks the force pack in a folder: pack.json, areas.json, postcode-exceptions.csv, routing.json with the versions before
 * it (routing-1.json and so on, as they were published), plan.json and the versions of its form, forms/1.json and so on, with
 * what their questions mean, forms/meanings.json. Throws when a file is missing or the pack does not hold together; nothing of a faulty pack is given.
 */
export async function readForcePack(folder: string): Promise<ForcePack> {
  return readWhole(folder).catch((fault: unknown) => {
    const words = fault instanceof z.ZodError ? z.prettifyError(fault) : String(fault);
    throw new Error(`The force pack in ${folder}, a folder that FORCE_PACK names, cannot be read.\n${words}`);
  });
}

async function readWhole(folder: string): Promise<ForcePack> {
  const read = (name: string) => readFile(path.join(folder, name), 'utf8');
  const readJson = async (name: string): Promise<unknown> => JSON.parse(await read(name));

  const { areaValidity, laterAreas, ...settings } = packFileSchema.parse(await readJson('pack.json'));
  const areas = areasFileSchema.parse(await readJson('areas.json'));
  const sets: AreaSet[] = [
    { areas, exceptions: await read('postcode-exceptions.csv'), validity: areaValidity },
  ];
  for (const { areas: file, exceptions, ...later } of laterAreas)
    sets.push({
      areas: areasFileSchema.parse(await readJson(file)),
      exceptions: await read(exceptions),
      validity: later,
    });
  return forcePackSchema.parse({
    ...settings,
    attribution: areas.attribution,
    history: areas.history,
    areas: datedAreas(sets),
    postcodes: sets.flatMap((set) => [
      ...shareRules(set.areas, set.validity),
      ...exceptionRules(set.exceptions, set.validity),
    ]),
    routing: await readJson('routing.json'),
    earlierRouting: await Promise.all((await readdir(folder)).filter(isEarlierRouting).map(readJson)),
    plan: await readJson('plan.json'),
    forms: await readForms(path.join(folder, 'forms')),
  });
}

const isEarlierRouting = (name: string): boolean => /^routing-\d+\.json$/.test(name);

/** Reads the demonstration's fictional partners and people (demonstration.json), held against the pack. */
export async function readDemonstration(folder: string, pack: ForcePack): Promise<Demonstration> {
  const written = await readFile(path.join(folder, 'demonstration.json'), 'utf8');
  return demonstrationSchema(pack).parse(JSON.parse(written));
}
