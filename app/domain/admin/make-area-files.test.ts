import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { areasFileSchema, exceptionRules, shareRules } from './area-files.ts';
import { csvOptions, makeAreaFiles, readAreaParts, readPostcodes } from './make-area-files.ts';
import { postcodeRulesOf } from '../kernel/postcode-rules.ts';
import { resolvePostcode } from '../routing/postcode.ts';

// A fictional force: one authority whose port is an area of its own, another authority, and a neighbour. ZZ is no postcode area.
const parts = `code,name,local authority,ward
TOWN,"Example Town, North",E99000001,
PORT,Example Port,E99000001,E98000009
HILL,Example Hills,E99000002,
OUT:Neighbour Police,Neighbour,E99000003,`;
const directory = `"pcd","pcds","doterm","oslaua","osward"
"ZZ1 1AA","ZZ1 1AA","","E99000001","E98000001"
"ZZ1 1AB","ZZ1 1AB","","E99000001","E98000002"
"ZZ1 1AC","ZZ1 1AC","","E99000001","E98000009"
"ZZ1 1AD","ZZ1 1AD","201401","E99000002","E98000003"
"ZZ1 2AA","ZZ1 2AA","","E99000003","E98000007"
"ZZ2 1AA","ZZ2 1AA","","E99000002","E98000003"
"ZZ3 1AA","ZZ3 1AA","","E99000003","E98000007"`;
const codePoint = `"ZZ1 1AA",10,400000,300000,"E92000001","","","","E99000001","E98000001"
"ZZ101AA",10,400000,300000,"E92000001","","","","E99000002","E98000003"
"ZZ1 1AB",10,400000,300000,"E92000001","","","","E99000001","E98000009"
"ZZ1 1AE",90,0,0,"E92000001","","","","",""`;
/** As the geoportal gives it: a mark at its beginning, no quotes, capitals, nothing in the first column where a place has no x. */
const online = `\uFEFFX,PCDS,DOTERM,LAD25CD,WD25CD
-1.9,ZZ1 1AA,,E99000001,E98000001\r
,ZZ1 1AB,,E99000001,E98000009\r
,ZZ1 1AE,,,\r
,GIR 0AA,,E99000009,E98000077\r
-1.9,ZZ10 1AA,,E99000002,E98000003\r
-1.9,ZZ10 1AA,,E99000002,E98000003\r
`;

const words = { about: 'Invented.', attribution: 'Contains invented data.' };
const made = (csv: string) =>
  makeAreaFiles(readAreaParts(parts), readPostcodes(parse(csv, csvOptions)), words);

describe('the area files of a pack', () => {
  it('come from the ONS Postcode Directory, without what has ended and what the force does not touch', async () => {
    const { areas, exceptions } = await made(directory);
    expect(areasFileSchema.parse(areas).lpus2015.map(({ code, name }) => `${code} ${name}`)).toEqual([
      'TOWN Example Town, North',
      'PORT Example Port',
      'HILL Example Hills',
    ]);
    expect(areas.sectors['ZZ1 1']).toEqual({
      postcodes: 3,
      primary: 'TOWN',
      primaryShare: 2 / 3,
      shares: { TOWN: 2 / 3, PORT: 1 / 3 },
    });
    expect(Object.keys(areas.districts)).toEqual(['ZZ1', 'ZZ2']);
    expect(exceptions).toBe('postcode,lpu\nZZ1 1AC,PORT\n');
    const validity = { validFrom: '2015-01-01', validTo: null };
    const rules = postcodeRulesOf([...shareRules(areas, validity), ...exceptionRules(exceptions, validity)]);
    const on = new Date('2016-01-18T12:00:00Z');
    expect(['ZZ1 1AC', 'ZZ1 1AB', 'ZZ1 2AA'].map((typed) => resolvePostcode(typed, rules, on))).toMatchObject(
      [
        { kind: 'area', area: 'PORT' },
        { kind: 'area', area: 'TOWN' },
        { kind: 'out_of_force', force: 'Neighbour Police' },
      ],
    );
  });

  it('come from OS Code-Point Open, which has no header and leaves out the space', async () => {
    const { areas } = await made(codePoint);
    expect(Object.keys(areas.sectors)).toEqual(['ZZ1 1', 'ZZ10 1']);
  });

  it('come out the same however the file was saved, without what has no place, and count no postcode twice', async () => {
    const asSaved = await made(online);
    expect(asSaved).toEqual(await made(codePoint));
    expect(asSaved.areas.sectors['ZZ1 1']?.shares).toEqual({ PORT: 1 / 2, TOWN: 1 / 2 });
    expect(asSaved.areas.sectors['ZZ10 1']?.postcodes).toBe(1);
  });

  it('are refused in words for another file, a line that does not read and codes that fit nowhere', async () => {
    await expect(made('a,b,c\n1,2,3')).rejects.toThrow(/neither the ONS Postcode Directory/);
    await expect(made(`${directory}\n"","nothing","","E99000001",""`)).rejects.toThrow(/Line 9/);
    await expect(made(directory.replaceAll('E99', 'W99'))).rejects.toThrow(/same year/);
    // One ward that has had another code since.
    await expect(made(directory.replaceAll('E98000009', 'E98000010'))).rejects.toThrow(
      /PORT \(E99000001 E98000009\)/,
    );
    expect(() => readAreaParts('code,name\nBE,East')).toThrow(/must start with/);
    expect(() => readAreaParts(`${parts}\nlower,Name,E99000001,`)).toThrow(/Line 6/);
    expect(() => readAreaParts(`${parts}\nEAST,Name,E99000002,`)).toThrow(/Line 6 .* another line/);
  });
});
