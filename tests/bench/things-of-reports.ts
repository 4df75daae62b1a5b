import type { Db } from '#app/platform/db/client.ts';

/** Names that many have: a third of all people, each pair some hundreds of times in 100,000. */
const forenames = 'maria mohammed ana elena john fatima ali linh adam anna ahmed sofia'.split(' ');
const surnames = 'popescu khan nguyen smith singh ionescu ali kowalski chen begum hoxha okafor'.split(' ');

/**
 * Gives every closed submission without content a person, a vehicle, a place, a telephone number, a business and a text
 * of its own, and some an addition, an answer or a note, invented from its number, so that matches and search have
 * something to pass by.
 */
export async function addPeopleAndThings(db: Db): Promise<void> {
  await db.$executeRawUnsafe(`CREATE TEMP TABLE bare AS
    SELECT id AS submission_id, row_number() OVER (ORDER BY id) AS n, md5(id::text) AS h FROM submission s
    WHERE NOT EXISTS (SELECT 1 FROM submission_content c WHERE c.submission_id = s.id)`);
  const word = (from: number, length: number) =>
    `translate(substr(h, ${from}, ${length}), '0123456789', 'ghijklmnop')`;
  const common = (names: string[], from: number) =>
    `('{${names.join()}}'::text[])[1 + ('x' || substr(h, ${from}, 2))::bit(8)::integer % ${names.length}]`;
  for (const sql of [
    `INSERT INTO submission_person (id, submission_id, position, forename, surname, folded_name, date_of_birth)
      SELECT gen_random_uuid(), submission_id, 1, forename, surname, forename || ' ' || surname, date '1950-01-01' + (n % 20000)::integer
      FROM (SELECT submission_id, n, CASE WHEN n % 3 = 0 THEN ${common(forenames, 1)} ELSE ${word(1, 5)} END AS forename,
        CASE WHEN n % 3 = 0 THEN ${common(surnames, 3)} ELSE ${word(6, 8)} END AS surname FROM bare) p`,
    `INSERT INTO submission_vehicle (id, submission_id, position, registration, registration_normalised)
      SELECT gen_random_uuid(), submission_id, 1, mark, mark FROM (SELECT submission_id,
        upper(${word(1, 2)}) || lpad((n % 100)::text, 2, '0') || upper(${word(3, 3)}) AS mark FROM bare) m`,
    `INSERT INTO submission_place (id, submission_id, position, address, postcode, postcode_normalised, resolution, landmark)
      SELECT gen_random_uuid(), submission_id, 1, (n % 200) || ' ' || ${word(1, 7)} || ' road', code, code, 'none', 'near the ' || ${word(9, 8)}
      FROM (SELECT *, 'B' || (n % 40) || ' ' || (n % 9) || upper(${word(3, 2)}) AS code FROM bare) p`,
    `INSERT INTO submission_contact (id, submission_id, position, kind, value, value_normalised)
      SELECT gen_random_uuid(), submission_id, 1, 'phone', number, number
      FROM (SELECT submission_id, '+447700' || lpad(n::text, 6, '0') AS number FROM bare) c`,
    `INSERT INTO submission_organisation (id, submission_id, position, name, folded_name)
      SELECT gen_random_uuid(), submission_id, 1, name, name FROM (SELECT submission_id, ${word(4, 8)} || ' ' || ${word(12, 6)} AS name FROM bare) o`,
    `INSERT INTO submission_content (submission_id, answers, document)
      SELECT submission_id, '{}', jsonb_build_object('version', 2, 'title', '', 'sections', jsonb_build_array(jsonb_build_object('sectionId', 'report',
        'kind', 'pages', 'title', '', 'cards', '[]'::jsonb, 'pages', jsonb_build_array(jsonb_build_object('pageId', 'p', 'entries', jsonb_build_array(
          jsonb_build_object('questionId', 'whatIsKnown', 'label', '', 'state', 'answered', 'answer',
            jsonb_build_array('Workers called ' || ${word(1, 6)} || ' are driven to the ' || ${word(7, 7)} || ' yard before six'))))))))
      FROM bare`,
    `INSERT INTO supplement (id, submission_id, added_by, added_at, text, known_how, danger)
      SELECT gen_random_uuid(), submission_id, (SELECT min(id::text)::uuid FROM account), now(), 'The ' || ${word(2, 7)} || ' lorry came back',
        'not_known', 'no' FROM bare WHERE n % 10 = 0`,
    `INSERT INTO partner_message (id, submission_id, direction, kind, text, author_id, sent_at)
      SELECT gen_random_uuid(), submission_id, 'to_police', 'reply', 'It was near the ' || ${word(3, 7)} || ' bridge',
        (SELECT min(id::text)::uuid FROM account), now() FROM bare WHERE n % 10 = 1`,
    `INSERT INTO submission_note (id, submission_id, text, written_by, written_at)
      SELECT gen_random_uuid(), submission_id, 'Asked the ' || ${word(4, 7)} || ' inspector', (SELECT min(id::text)::uuid FROM account), now()
      FROM bare WHERE n % 10 = 2`,
    'DROP TABLE bare',
  ])
    await db.$executeRawUnsafe(sql);
}
