import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { definitionFaults } from './definition-faults.ts';
import { laneFaults } from './danger-lane.ts';
import { definitionSchema } from './definition.ts';
import { openingFaults } from './opening-faults.ts';
import type { PackForm } from './form-pack.ts';
import { meaningFaults, unsaidMeanings } from './meaning-faults.ts';
import { meaningsFileSchema, meaningsOf } from './meanings-of.ts';
import { versionFaults } from './version-faults.ts';

/**
 * Reads the versions of a pack's form, 1.json and so on in its folder, with what their questions mean, meanings.json.
 * @throws Error with everything that is wrong with them
 */
export async function readForms(folder: string): Promise<PackForm[]> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(path.join(folder, name), 'utf8'));
  const meaningOf = meaningsFileSchema.parse(await read('meanings.json'));
  const numbers = (await readdir(folder))
    .flatMap((name) => /^([1-9]\d*)\.json$/.exec(name)?.[1] ?? [])
    .sort((one, other) => Number(one) - Number(other));
  const definitions = await Promise.all(
    numbers.map(async (number) => definitionSchema.parse(await read(`${number}.json`))),
  );
  refuse(
    definitions.flatMap((definition) =>
      unsaidMeanings(definition, meaningOf).map((fault) => `version ${definition.version}: ${fault}`),
    ),
  );
  return definitions.map((definition) => ({ definition, meanings: meaningsOf(definition, meaningOf) }));
}

/** What is wrong with the versions of a form, each for itself and with each other; empty for what may be published. */
export function formFaults(forms: readonly PackForm[]): string[] {
  return [
    ...forms.flatMap(({ definition, meanings }) =>
      [
        ...definitionFaults(definition),
        ...meaningFaults(definition, meanings),
        ...openingFaults(definition, meanings),
        ...laneFaults(definition, meanings),
      ].map((fault) => `Version ${definition.version} of the form: ${fault}`),
    ),
    ...versionFaults(forms.map(({ definition }) => definition)).map((fault) => `The form: ${fault}`),
  ];
}

function refuse(faults: string[]): void {
  if (faults.length > 0) throw new Error(`The form cannot be loaded:\n${faults.join('\n')}`);
}
