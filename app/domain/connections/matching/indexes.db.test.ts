import { beforeAll, describe, expect, it } from 'vitest';
import { addPeopleAndThings } from '#tests/bench/things-of-reports.ts';
import { addHistory } from '#tests/bench/history.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { submitted } from '#tests/factories/submitted.ts';

const database = await testDatabase();

beforeAll(async () => {
  const reporter = await makeCtx(database, { email: 'robin@harbour-trust.example' });
  await addHistory(database.db, await submitted(reporter), 4000);
  await addPeopleAndThings(database.db);
  await database.analyze();
  // Four thousand reports take the embedded database half a minute where it has a core to itself.
}, 180_000);

/** The conditions by which matches and search choose candidates, and the index that each must read. */
const conditions: [string, string, string][] = [
  [
    'submission_vehicle',
    `mark_pairs(registration_normalised) && mark_pairs('BX12ABC')`,
    'submission_vehicle_pairs',
  ],
  [
    'submission_vehicle',
    `mark_pairs(registration_normalised) @> mark_pairs('BX12ABC') AND registration_normalised IS NOT NULL`,
    'submission_vehicle_pairs',
  ],
  [
    'submission_vehicle',
    `position('?' IN registration_normalised) > 0 AND mark_pairs(registration_normalised) && mark_pairs('BX12ABC')`,
    'submission_vehicle_unsure',
  ],
  ['submission_vehicle', `registration_normalised LIKE '%X12A%'`, 'submission_vehicle_part'],
  ['submission_contact', `kind = 'phone' AND value_normalised = '+447700900123'`, 'submission_contact_value'],
  [
    'submission_person',
    `folded_name <> '' AND folded_name %>> 'mihai inventescu'`,
    'submission_person_similar',
  ],
  [
    'submission_person',
    `folded_name <> '' AND place_words(forename) % 'mihai' AND place_words(surname) % 'inventescu'`,
    'submission_person_parts',
  ],
  [
    'submission_person',
    `folded_name <> '' AND name_sounds(folded_name) && name_sounds('inventescu') AND name_sounds(folded_name) && name_sounds('mihai')`,
    'submission_person_sounds',
  ],
  ['submission_person', `folded_name <> '' AND date_of_birth = '1990-02-28'`, 'submission_person_born'],
  ['submission_person', `folded_aliases && '{old red}'`, 'submission_person_alias'],
  ['submission_place', `postcode_normalised = 'B12 8QX'`, 'submission_place_p'],
  // In the C collation, which the embedded database has, the plain index answers a prefix too.
  ['submission_place', `postcode_normalised LIKE 'B12 8%'`, 'submission_place_p'],
  [
    'submission_place',
    `address IS NOT NULL AND place_words(address) % '14 imaginary road'`,
    'submission_place_address',
  ],
  [
    'submission_place',
    `landmark IS NOT NULL AND place_words(landmark) % 'behind the gate'`,
    'submission_place_landmark',
  ],
  [
    'submission_organisation',
    `folded_name <> '' AND folded_name % 'shiny imaginary cars'`,
    'submission_organisation_similar',
  ],
  [
    'submission_content',
    `lexemes @@ websearch_to_tsquery('portal_english', 'warehouse')`,
    'submission_content_lexemes',
  ],
  // A word with a slip of a finger, as what it may be.
  [
    'submission_content',
    `lexemes @@ to_tsquery('portal_english', '(warehouse | warehouses) & ''van''')`,
    'submission_content_lexemes',
  ],
  [
    'supplement',
    `text_lexemes(text) @@ websearch_to_tsquery('portal_english', 'lorry')`,
    'supplement_lexemes',
  ],
  [
    'partner_message',
    `direction = 'to_police' AND text_lexemes(text) @@ websearch_to_tsquery('portal_english', 'bridge')`,
    'partner_message_lexemes',
  ],
  [
    'submission_note',
    `text_lexemes(text) @@ websearch_to_tsquery('portal_english', 'inspector')`,
    'submission_note_lexemes',
  ],
];

describe('what matches and search choose candidates by, on 4,000 reports', () => {
  it.each(conditions)('%s by %s reads %s', async (table, condition, index) => {
    const client = await database.pool.connect();
    // Reading whole small tables is cheaper: what counts is that the index can answer the condition.
    await client.query('BEGIN');
    await client.query(
      'SET LOCAL enable_seqscan = off; SET LOCAL random_page_cost = 1; SET LOCAL cpu_tuple_cost = 1',
    );
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT * FROM ${table} WHERE ${condition}`,
    );
    await client.query('ROLLBACK');
    client.release();
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain(index);
  });
});
