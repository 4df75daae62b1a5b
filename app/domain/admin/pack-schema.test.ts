import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { exceptionRules } from './area-files.ts';
import { readDemonstration, readForcePack } from './read-force-pack.ts';

const original = fileURLToPath(new URL('../../../prisma/packs/west-midlands-2015/', import.meta.url));
const folder = await mkdtemp(path.join(tmpdir(), 'force-pack-'));

beforeEach(() => cp(original, folder, { recursive: true }));
afterAll(() => rm(folder, { recursive: true }));

/** Replaces the first such text of a file of the copied pack. */
async function change(file: string, from: string, to: string): Promise<void> {
  const written = await readFile(path.join(folder, file), 'utf8');
  expect(written).toContain(from);
  await writeFile(path.join(folder, file), written.replace(from, to));
}

describe('readForcePack', () => {
  it.each([
    [
      'a rule that links an unknown plan item',
      'routing.json',
      '"Prepare 2"',
      '"Prepare 20"',
      'unknown plan item “Prepare 20”',
    ],
    [
      'an item with a measure that the portal does not have',
      'plan.json',
      '"measure": "disseminated"',
      '"measure": "arrests"',
      'Unknown measure “arrests”: known are linked, disseminated, by_hand, and null for evidence only',
    ],
    [
      'a rule that links what is evidence only',
      'routing.json',
      '"Prepare 2"',
      '"Prepare 8"',
      'A rule links the plan item “Prepare 8”, which says evidence only',
    ],
    [
      'a measure that no rule gives anything to',
      'routing.json',
      '"PCC 3.7a.1", ',
      '',
      'No rule links the plan item “PCC 3.7a.1”, which is measured as disseminated',
    ],
    [
      'an earlier version of the rules that is later',
      'routing-1.json',
      '"version": 1',
      '"version": 3',
      'Version 3 of the rules is newer than routing.json',
    ],
    ['no mail domain of the force', 'pack.json', '["police.example"]', '[]', 'The force has no mail domain'],
    [
      'a rule that links a gap',
      'routing.json',
      '"Prepare 2"',
      '"PCC 1.2.2"',
      'unknown plan item “PCC 1.2.2”',
    ],
    [
      'an agreement to a version of the form that there is none of',
      'pack.json',
      '"version": 2,',
      '"version": 20,',
      'An agreement names version 20 of the form, which is not there',
    ],
    [
      'two agreements to one version of the form',
      'pack.json',
      '"version": 2,',
      '"version": 1,',
      'agreement to the form’s version “1” is there twice',
    ],
    [
      'a version of the form that is in force before it is agreed',
      'pack.json',
      '"inForceFrom": "2015-07-13"',
      '"inForceFrom": "2015-06-28"',
      'Version 2 of the form is in force before it is agreed',
    ],
    [
      'a version of the form that is in force before the one that it follows',
      'pack.json',
      '"inForceFrom": "2015-07-13"',
      '"inForceFrom": "2015-12-14"',
      'Version 3 of the form is in force before the one that it follows',
    ],
    ['an area without a queue', 'pack.json', '"area": "SOL"', '"area": "WAL"', 'The area “SOL” has no queue'],
    [
      'two queues of one area',
      'pack.json',
      '"area": "SOL"',
      '"area": "WAL"',
      'queue of the area “WAL” is there twice',
    ],
    ['a queue of an unknown area', 'pack.json', '"area": "SOL"', '"area": "XXX"', 'unknown area “XXX”'],
    [
      'no force SPOC',
      'pack.json',
      '"kind": "force_spoc"',
      '"kind": "fib"',
      'one queue of the kind “force_spoc”',
    ],
    [
      'a postcode of an unknown area',
      'postcode-exceptions.csv',
      'B10 0AD,BE',
      'B10 0AD,XX',
      'unknown area “XX”',
    ],
    ['a postcode twice', 'postcode-exceptions.csv', 'B10 0AD,BE', 'B10 0DQ,BE', 'B10 0DQ'],
    ['a light colour', 'pack.json', '#14284b', '#ffdd00', 'too light'],
    [
      'an escalation that starts late',
      'pack.json',
      '"afterMinutes": 0',
      '"afterMinutes": 5',
      'first step is at 0',
    ],
    [
      'two steps of an escalation at one minute',
      'pack.json',
      '"afterMinutes": 30',
      '"afterMinutes": 15',
      'each later one later',
    ],
    ['an escalation that forgets somebody', 'pack.json', '["deputy"]', '["duty_officer"]', 'Every position'],
    ['a grade without its confidence', 'pack.json', ', "3E": "low"', '', '3E'],
    ['a confidence that is none', 'pack.json', '"3E": "low"', '"3E": "none"', '3E'],
    ['an unknown setting', 'pack.json', '"drafts":', '"targets": 1, "drafts":', 'targets'],
    ...(
      [
        ['danger', 'danger', 'whether somebody is in danger'],
        ['child', 'child', 'whether a child is concerned'],
        ['sourceCouldBeGuessed', 'source.risk', 'whether the source could be guessed'],
        ['sourceName', 'source.name', 'who the source is, to be sealed'],
        ['whatIsKnown', 'narrative', 'what the partner knows'],
        ['victimWantsContact', 'victim.wantsContact', 'what the victim wishes'],
      ] as const
    ).map(([question, meaning, words]) => [
      `a form without ${meaning}`,
      'forms/meanings.json',
      `"${question}": "${meaning}"`,
      `"${question}": "plain"`,
      `no question asks ${words}`,
    ]),
    [
      'a form that does not seal who the source is',
      'forms/1.json',
      '"dataClass": "source_identity"',
      '"dataClass": "sensitive"',
      'who the source is has to be sealed',
    ],
    [
      'a meaning that there is none of',
      'forms/meanings.json',
      '"danger": "danger"',
      '"danger": "peril"',
      'No question can mean this',
    ],
    [
      'two questions of one meaning',
      'forms/meanings.json',
      '"child": "child"',
      '"child": "danger"',
      'two questions mean danger',
    ],
    [
      'a question of which nothing is said',
      'forms/meanings.json',
      '"child": "child",',
      '',
      'child: forms/meanings.json does not say what it means',
    ],
    ['no catch-all', 'routing.json', '{ "always": true }', '{ "fact": "danger", "is": false }', 'last rule'],
  ])('refuses %s', async (_, file, from, to, message) => {
    await change(file, from, to);
    await expect(readForcePack(folder)).rejects.toThrow(message);
  });

  it('refuses a folder without its files', async () => {
    await rm(path.join(folder, 'plan.json'));
    await expect(readForcePack(folder)).rejects.toThrow('plan.json');
  });
});

describe('exceptionRules', () => {
  const validity = { validFrom: '2010-04-01', validTo: null };

  it.each([
    ['another header', 'postcode;area\nB10 0AD,BE', 'must start with'],
    ['a line without an area', 'postcode,lpu\nB10 0AD,BE\nB10 0DQ', 'Line 3'],
    ['a postcode without its space', 'postcode,lpu\nB100AD,BE', 'Line 2'],
  ])('refuses %s', (_, csv, message) => {
    expect(() => exceptionRules(csv, validity)).toThrow(message);
  });

  it('reads lines of either ending', () => {
    expect(exceptionRules('postcode,lpu\r\nB10 0AD,BE\r\n', validity)).toEqual([
      { scope: 'unit', code: 'B10 0AD', primary: 'BE', primaryShare: 1, shares: { BE: 1 }, ...validity },
    ]);
  });
});

describe('readDemonstration', () => {
  it.each([
    ['a real address', 'robin@harbour-trust.example', 'robin@harbour-trust.org', 'ends in .example'],
    ['a name that does not say it is fictional', 'Example Harbour Trust', 'Harbour Trust', 'fictional'],
    [
      'an unknown organisation',
      '"organisation": "harbour-trust"',
      '"organisation": "nobody"',
      'unknown organisation',
    ],
    ['a role of the other side', '"role": "reporter"', '"role": "auditor"', 'other side'],
    ['a role nobody presents', '"presents": "auditor"', '"presents": null', 'present the role auditor'],
    ['an unknown area', '"area": "BE"', '"area": "XX"', 'unknown area'],
    ['an unknown site', '"site": "Sample Day Centre"', '"site": "Elsewhere"', 'unknown site'],
    ['a duty list without a deputy', '"position": "deputy"', '"position": "duty_officer"', 'as deputy'],
    [
      'a duty list outside FIB',
      '"account": "fib.officer@police.example"',
      '"account": "auditor@police.example"',
      'not of FIB',
    ],
  ])('refuses %s', async (_, from, to, message) => {
    const pack = await readForcePack(folder);
    await change('demonstration.json', from, to);
    await expect(readDemonstration(folder, pack)).rejects.toThrow(message);
  });
});
