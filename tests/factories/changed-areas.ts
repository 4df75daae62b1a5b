import { mkdtempSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readForcePack } from '#app/domain/admin/read-force-pack.ts';

type Shares = { primary: string; primaryShare: number; shares: Record<string, number> };
type AreasJson = {
  lpus2015: { code: string; name: string }[];
  districts: Record<string, Shares>;
  sectors: Record<string, Shares>;
};
type PackJson = { areaValidity: { validTo: string | null }; queues: unknown[]; laterAreas?: unknown[] };

/** From this day the fictional force has two areas, XA and XB, in place of Dudley, Sandwell and Walsall. */
export const dayOfChange = '2016-02-01';

/** Where a district, sector or full postcode of an area goes: areas with their parts of one, the first for a full one. */
export type SuccessorsOf = (area: string, postcode: string) => Record<string, number>;

const successors: Record<string, string> = { DUD: 'XA', SAN: 'XA', WAL: 'XB' };
export const wholeAreas: SuccessorsOf = (area) => ({ [successors[area] ?? area]: 1 });

/** The same, but Walsall is divided: what lies in WS2 goes to XA, and the district WS4 lies in both. */
export const dividedWalsall: SuccessorsOf = (area, postcode) => {
  if (area !== 'WAL') return wholeAreas(area, postcode);
  if (postcode === 'WS4') return { XB: 0.6, XA: 0.4 };
  return { [postcode.startsWith('WS2') ? 'XA' : 'XB']: 1 };
};

function movedAll(all: Record<string, Shares>, successorsOf: SuccessorsOf): Record<string, Shares> {
  return Object.fromEntries(
    Object.entries(all).map(([postcode, { shares, primary, primaryShare, ...rest }]) => {
      const summed: Record<string, number> = {};
      for (const [area, share] of Object.entries(shares))
        for (const [to, part] of Object.entries(successorsOf(area, postcode)))
          summed[to] = Math.min(1, (summed[to] ?? 0) + share * part);
      const [largest = [primary, primaryShare]] = Object.entries(summed).toSorted(
        ([, one], [, other]) => other - one,
      );
      return [postcode, { ...rest, shares: summed, primary: largest[0], primaryShare: largest[1] }];
    }),
  );
}

/** The force's pack with the change written into it, as its administrator would. */
export async function packWithChangedAreas(successorsOf: SuccessorsOf = wholeAreas) {
  const folder = mkdtempSync(path.join(tmpdir(), 'pack-'));
  try {
    await cp('prisma/packs/west-midlands-2015', folder, { recursive: true });
    await writeChange(folder, successorsOf);
    return await readForcePack(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function writeChange(folder: string, successorsOf: SuccessorsOf): Promise<void> {
  const read = (name: string) => readFile(path.join(folder, name), 'utf8');
  const write = (name: string, content: unknown) =>
    writeFile(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  const areas = JSON.parse(await read('areas.json')) as AreasJson;
  const example = areas.lpus2015[0];
  await write('areas-2016.json', {
    ...areas,
    lpus2015: [
      ...areas.lpus2015.filter(({ code }) => !(code in successors)),
      { ...example, code: 'XA', name: 'Example West' },
      { ...example, code: 'XB', name: 'Example North' },
    ],
    districts: movedAll(areas.districts, successorsOf),
    sectors: movedAll(areas.sectors, successorsOf),
  });
  const exceptions = await read('postcode-exceptions.csv');
  await write(
    'postcode-exceptions-2016.csv',
    exceptions.replace(
      /^([^,\n]+),([A-Z:]+)$/gm,
      (_, postcode: string, area: string) =>
        `${postcode},${Object.keys(successorsOf(area, postcode))[0] ?? area}`,
    ),
  );
  const pack = JSON.parse(await read('pack.json')) as PackJson;
  await write('pack.json', {
    ...pack,
    areaValidity: { ...pack.areaValidity, validTo: dayOfChange },
    laterAreas: [
      {
        areas: 'areas-2016.json',
        exceptions: 'postcode-exceptions-2016.csv',
        validFrom: dayOfChange,
        validTo: null,
      },
    ],
    queues: [
      ...pack.queues,
      { code: 'spoc-xa', name: 'Example West SPOC', kind: 'area', area: 'XA' },
      { code: 'spoc-xb', name: 'Example North SPOC', kind: 'area', area: 'XB' },
    ],
  });
}
