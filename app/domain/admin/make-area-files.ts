import { parse } from 'csv-parse/sync';
import { exceptionsHeader, type AreasFile } from './area-files.ts';

/**
 * A part of the force: all of a local authority, or one of its wards, by the codes of the Office for National Statistics.
 * `code` is in capitals, such as BE, or names a neighbour: “OUT:Example Police”.
 */
export type AreaPart = { code: string; name: string; localAuthority: string; ward: string | null };

/** A full postcode in use, “B10 0AD”, with the codes of the authority and ward in which it lies. */
export type PlacedPostcode = { postcode: string; localAuthority: string; ward: string };

const outside = 'OUT';
const isOutside = (code: string) => code === outside || code.startsWith(`${outside}:`);
const areaCode = /^[A-Z]+$|^OUT:\S.*$/;

/** How the files of areas and postcodes are read, whoever saved them. */
export const csvOptions = { bom: true, trim: true, relax_column_count: true, skip_empty_lines: true };

const partsHeader = 'code,name,local authority,ward';

/** The areas of a force, a line for each authority or ward under a header; no ward: the rest of the authority. @throws Error */
export function readAreaParts(csv: string): AreaPart[] {
  const [first = [], ...lines] = parse(csv, csvOptions);
  if (first.join(',') !== partsHeader) throw new Error(`The file of areas must start with "${partsHeader}"`);
  const places = new Set<string>();
  return lines.map(([code = '', name = '', localAuthority = '', ward = ''], index) => {
    if (!areaCode.test(code) || name === '' || localAuthority === '')
      throw new Error(`Line ${index + 2} of the file of areas is not "${partsHeader}"`);
    const place = placeOf(localAuthority, ward);
    if (places.has(place))
      throw new Error(`Line ${index + 2} of the file of areas has the authority and ward of another line`);
    places.add(place);
    return { code, name, localAuthority, ward: ward === '' ? null : ward };
  });
}

const placeOf = (localAuthority: string, ward: string) => `${localAuthority} ${ward}`;

/** Columns of the ONS Postcode Directory, of which authority and ward change their names with the year. */
const directoryColumns = {
  postcode: /^pcds$/,
  ended: /^doterm$/,
  localAuthority: /^(oslaua|laua|lad\d\dcd)$/,
  ward: /^(osward|ward|wd\d\dcd)$/,
};
/** Of OS Code-Point Open, which has no header: postcode, and the codes of authority and ward. */
const codePointColumns = { postcode: 0, ended: -1, localAuthority: 8, ward: 9 };

/** Girobank's, the one postcode that is written like no other: it lies in no area. */
const girobank = /^GIR ?0AA$/;

/**
 * Reads rows of the ONS Postcode Directory, told by their header, or of OS Code-Point Open, without postcodes that have
 * ended and those whose place is not known. @throws Error for a file that is neither
 */
export async function* readPostcodes(
  rows: AsyncIterable<string[]> | Iterable<string[]>,
): AsyncGenerator<PlacedPostcode> {
  let at: typeof codePointColumns | null = null;
  let number = 0;
  for await (const fields of rows) {
    number += 1;
    if (at === null) {
      at = columnsOf(fields);
      if (at !== codePointColumns) continue;
    }
    const [postcode = '', localAuthority = ''] = [fields[at.postcode], fields[at.localAuthority]];
    if ((fields[at.ended] ?? '') !== '' || localAuthority === '' || girobank.test(postcode)) continue;
    const written = /^([A-Z]{1,2}\d[A-Z\d]?) *(\d[A-Z]{2})$/.exec(postcode);
    if (!written) throw new Error(`Line ${number} of the postcodes does not begin with a postcode`);
    yield {
      postcode: `${written[1]} ${written[2]}`,
      localAuthority,
      ward: fields[at.ward] ?? '',
    };
  }
}

function columnsOf(fields: readonly string[]): typeof codePointColumns {
  const named = (column: RegExp) => fields.findIndex((field) => column.test(field.toLowerCase()));
  const [postcode, ended, localAuthority, ward] = [
    named(directoryColumns.postcode),
    named(directoryColumns.ended),
    named(directoryColumns.localAuthority),
    named(directoryColumns.ward),
  ];
  if (Math.min(postcode, ended, localAuthority, ward) >= 0) return { postcode, ended, localAuthority, ward };
  if (fields.length === 10 && /^[A-Z]{1,2}\d/.test(fields[0] ?? '')) return codePointColumns;
  throw new Error(
    'The postcodes are neither the ONS Postcode Directory, with pcds, doterm, laua and ward, nor OS Code-Point Open',
  );
}

type Counts = Map<string, number>;

/**
 * areas.json and postcode-exceptions.csv of a pack: of each postcode district and sector which part lies in which area, and
 * the full postcodes that lie elsewhere than most of their sector. Districts that no area of the force touches are left out.
 */
export async function makeAreaFiles(
  parts: readonly AreaPart[],
  postcodes: AsyncIterable<PlacedPostcode>,
  words: { about: string; attribution: string },
): Promise<{ areas: AreasFile; exceptions: string }> {
  const placeOfPart = (part: AreaPart) => placeOf(part.localAuthority, part.ward ?? '');
  const byPlace = new Map(parts.map((part) => [placeOfPart(part), part.code]));
  // By postcode, as files may overlap.
  const placed = new Map<string, string>();
  const found = new Set<string>();
  for await (const { postcode, localAuthority, ward } of postcodes) {
    const [inWard, inAuthority] = [placeOf(localAuthority, ward), placeOf(localAuthority, '')];
    placed.set(postcode, byPlace.get(inWard) ?? byPlace.get(inAuthority) ?? outside);
    found.add(inWard).add(inAuthority);
  }
  const unknown = parts.filter((part) => !isOutside(part.code) && !found.has(placeOfPart(part)));
  if (unknown.length > 0)
    throw new Error(
      `No postcode lies in ${unknown.map((part) => `${part.code} (${placeOfPart(part).trim()})`).join(', ')}: are the codes those of the same year, and are all files of its postcodes here?`,
    );
  const [districts, sectors] = [new Map<string, Counts>(), new Map<string, Counts>()];
  for (const [postcode, code] of placed) {
    add(districts, districtOf(sectorOf(postcode)), code);
    add(sectors, sectorOf(postcode), code);
  }
  const touched = new Set(
    [...districts].flatMap(([district, counts]) => ([...counts.keys()].every(isOutside) ? [] : [district])),
  );
  const primaries = new Map([...sectors].map(([sector, counts]) => [sector, primaryOf(counts)[0]]));
  const elsewhere = [...placed]
    .filter(([postcode, code]) => {
      const sector = sectorOf(postcode);
      return touched.has(districtOf(sector)) && primaries.get(sector) !== code;
    })
    .map(([postcode, code]) => `${postcode},${isOutside(code) ? outside : code}`)
    .sort();
  const inside = new Map(parts.filter(({ code }) => !isOutside(code)).map((part) => [part.code, part]));
  return {
    areas: {
      ...words,
      lpus2015: [...inside.values()].map(({ code, name, localAuthority }) => ({
        code,
        name,
        localAuthority,
        constituencies: null,
        wards: null,
      })),
      history: [],
      lpas2024: [],
      routingRule: 'A sector or district goes to its primary area where at least 0.95 of it lies there.',
      districts: sharesOf(districts, (district) => touched.has(district)),
      sectors: sharesOf(sectors, (sector) => touched.has(districtOf(sector))),
    },
    exceptions: `${[exceptionsHeader, ...elsewhere].join('\n')}\n`,
  };
}

const sectorOf = (postcode: string): string => postcode.slice(0, -2);
const districtOf = (sector: string): string => sector.slice(0, sector.indexOf(' '));

function add(all: Map<string, Counts>, key: string, code: string): void {
  const counts = all.get(key) ?? new Map<string, number>();
  all.set(key, counts.set(code, (counts.get(code) ?? 0) + 1));
}

/** The area with most postcodes; of two with as many the first by code, so that the files come out the same each time. */
const inOrder = (counts: Counts) =>
  [...counts].sort(([one, of], [other, than]) => than - of || (one < other ? -1 : 1));
const primaryOf = (counts: Counts): [code: string, count: number] => inOrder(counts)[0] ?? [outside, 0];

function sharesOf(all: Map<string, Counts>, wanted: (key: string) => boolean): AreasFile['districts'] {
  const rows = [...all].filter(([key]) => wanted(key)).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(
    rows.map(([key, counts]) => {
      const postcodes = [...counts.values()].reduce((sum, count) => sum + count, 0);
      const [primary, most] = primaryOf(counts);
      const shares = inOrder(counts).map(([code, count]) => [code, count / postcodes] as const);
      return [
        key,
        { postcodes, primary, primaryShare: most / postcodes, shares: Object.fromEntries(shares) },
      ];
    }),
  );
}
