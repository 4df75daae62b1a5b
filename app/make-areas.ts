import { createReadStream, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { parse } from 'csv-parse';
import {
  csvOptions,
  makeAreaFiles,
  readAreaParts,
  readPostcodes,
  type PlacedPostcode,
} from '#app/domain/admin/make-area-files.ts';
import { wordsOfError } from '#app/platform/words-of-error.ts';

/** `npm run areas -- <areas.csv> <folder> <year of the data> <postcodes.csv>…`: a pack's areas.json and postcode-exceptions.csv. */
const [parts, folder, year, ...files] = process.argv.slice(2);

async function* postcodes(): AsyncGenerator<PlacedPostcode> {
  for (const file of files)
    try {
      const rows: AsyncIterable<string[]> = pipeline(
        createReadStream(file),
        parse(csvOptions),
        () => undefined,
      );
      yield* readPostcodes(rows);
    } catch (failure) {
      throw new Error(`${file} cannot be read`, { cause: failure });
    }
}

async function run(): Promise<void> {
  if (!parts || !folder || !/^\d{4}$/.test(year ?? '') || files.length === 0)
    throw new Error(
      'Use: npm run areas -- <areas.csv> <folder of the pack> <year of the data> <postcodes.csv> [more postcodes.csv]',
    );
  const held = `© Crown copyright and database right ${year}`;
  const { areas, exceptions } = await makeAreaFiles(
    readAreaParts(await readFile(parts, 'utf8')),
    postcodes(),
    {
      about: `Areas of the force, computed by npm run areas from open postcode data of ${year}. Shares are counts of full postcodes.`,
      attribution: `Contains OS data ${held}. Contains Royal Mail data © Royal Mail copyright and database right ${year}. Contains National Statistics data ${held}. Open Government Licence v3.0.`,
    },
  );
  writeFileSync(join(folder, 'areas.json'), `${JSON.stringify(areas)}\n`);
  writeFileSync(join(folder, 'postcode-exceptions.csv'), exceptions);
  const [districts, sectors] = [areas.districts, areas.sectors].map((all) => Object.keys(all).length);
  console.log(
    `${areas.lpus2015.length} areas, ${districts} districts, ${sectors} sectors and ${exceptions.split('\n').length - 2} exceptions are in ${folder}.`,
  );
}

await run().catch((failure: unknown) => {
  console.error(wordsOfError(failure));
  process.exitCode = 1;
});
