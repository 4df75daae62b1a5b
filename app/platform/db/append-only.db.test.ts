import { describe, expect, it } from 'vitest';
import { asOwner, refusalOf } from '#tests/factories/as-owner.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { submitted } from '#tests/factories/submitted.ts';

const { db, pool } = await testDatabase();
const reporter = await makeCtx({ db, pool }, { email: 'robin@harbour-trust.example' });
const submissionId = await submitted(reporter);

/** What never changes once written, by the rules of the product: the trail, the original, the grades, the texts. */
const appendOnly = [
  'audit_event',
  'audit_seal',
  'audit_verification',
  'contact_made',
  'contact_plan',
  'dissemination_message',
  'dissemination_recall',
  'dissemination_step',
  'duty_gap_notice',
  'form_version',
  'high_delivery',
  'high_notice',
  'item_approval',
  'item_grade',
  'item_void',
  'partner_message',
  'plan_edition',
  'plan_evidence',
  'plan_item_owner',
  'plan_item_status',
  'published_cell',
  'published_quarter',
  'record_link',
  'routing_rule_set',
  'sanitised_text',
  'submission_content',
  'submission_event',
  'submission_export',
  'submission_note',
  'submission_route',
  'supplement',
  'task_event',
];

type Table = { table_name: string; column_name: string };

const { rows: tables } = await pool.query<Table>(`
  SELECT c.relname AS table_name,
    (SELECT attname FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND attidentity = '' LIMIT 1) AS column_name
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname = 'append_only_rows' ORDER BY 1`);
const holdRows: Table[] = [];
for (const table of tables) {
  const { rowCount } = await pool.query(`SELECT FROM ${table.table_name} LIMIT 1`);
  if (rowCount) holdRows.push(table);
}

describe('append-only tables', () => {
  it('are at least those that the product never lets change', () => {
    expect(tables.map((table) => table.table_name)).toEqual(expect.arrayContaining(appendOnly));
    expect(holdRows.map((table) => table.table_name)).toEqual(
      expect.arrayContaining(['audit_event', 'submission_content', 'submission_event', 'submission_route']),
    );
  });

  it.each(tables)('$table_name refuses the portal UPDATE, DELETE and TRUNCATE', async (table) => {
    for (const sql of changesOf(table))
      expect([sql, await attemptAs('the portal', sql)]).toEqual([
        sql,
        expect.stringMatching(/^permission denied/),
      ]);
  });

  it.each(tables)(
    '$table_name has its triggers, switched on: before each row and before TRUNCATE',
    async (table) => {
      const { rows } = await pool.query(
        `SELECT tgname, tgtype, tgenabled, tgfoid::regproc::text AS function FROM pg_trigger
       WHERE tgrelid = $1::regclass AND tgname LIKE 'append_only%' ORDER BY tgname`,
        [table.table_name],
      );
      // The bits of tgtype: row 1, before 2, delete 8, update 16, truncate 32.
      expect(rows).toEqual([
        { tgname: 'append_only_rows', tgtype: 1 + 2 + 8 + 16, tgenabled: 'O', function: 'refuse_change' },
        { tgname: 'append_only_table', tgtype: 2 + 32, tgenabled: 'O', function: 'refuse_change' },
      ]);
    },
  );

  it.each(holdRows)('$table_name refuses a change of what is in it even to its owner', async (table) => {
    for (const sql of changesOf(table))
      expect([sql, await attemptAs('its owner', sql)]).toEqual([
        sql,
        expect.stringContaining(`${table.table_name} is append-only`),
      ]);
  });

  it('says itself when an event was recorded and which number it has, whatever the portal says', async () => {
    await asOwner(pool, async (client) => {
      await client.query('SET LOCAL ROLE portal_app');
      const { rows } = await client.query<{ recently: boolean; here: boolean; next: boolean }>(
        `INSERT INTO audit_event (id, recorded_at, transaction_id, happened_at, type, actor_label, request_id)
         VALUES (-5, '2015-01-01', '7'::xid8, '2015-01-01', 'audit.read', 'Somebody else', 'test')
         RETURNING recorded_at > now() - interval '1 minute' AS recently, transaction_id = pg_current_xact_id() AS here,
           id > (SELECT max(id) FROM audit_event) AS next`,
      );
      expect(rows).toEqual([{ recently: true, here: true, next: true }]);
    });
  });

  it('says that the force’s plan and geography, and roles, are not the portal’s to take away', async () => {
    const permanent = ['plan_event', 'force_pack', 'area', 'postcode_rule', 'queue'];
    // A draft may go, what was published not.
    expect(await attemptAs('the portal', 'DELETE FROM plan')).toBe('a published plan is not deleted');
    for (const sql of [
      ...permanent.map((table) => `DELETE FROM ${table}`),
      'UPDATE account_role SET role = role',
    ])
      expect([sql, await attemptAs('the portal', sql)]).toEqual([
        sql,
        expect.stringMatching(/^permission denied/),
      ]);
    const untold = `DELETE FROM account_role WHERE account_id = '${reporter.actor.accountId}'; SET CONSTRAINTS ALL IMMEDIATE`;
    expect(await attemptAs('the portal', untold)).toBe('a role is taken with an event in the trail');
    const told = `INSERT INTO audit_event (happened_at, type, actor_label, request_id, subject_id)
      VALUES (now(), 'account.roles_changed', 'Test', 'test', '${reporter.actor.accountId}'); ${untold}`;
    expect(await attemptAs('the portal', told)).toBeNull();
  });

  it('shows its guards no table that the portal makes for itself under the name of one of them', async () => {
    const shadowed = `CREATE TEMP TABLE audit_event ON COMMIT DROP AS
        SELECT '${reporter.actor.accountId}'::uuid AS subject_id, pg_current_xact_id() AS transaction_id;
      DELETE FROM account_role WHERE account_id = '${reporter.actor.accountId}'; SET CONSTRAINTS ALL IMMEDIATE`;
    expect(await attemptAs('the portal', shadowed)).toBe('a role is taken with an event in the trail');
    const { rows } = await pool.query(
      `SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
         AND (p.prorettype = 'trigger'::regtype OR p.proname = 'disposing')
         AND NOT coalesce('search_path=public, pg_temp' = ANY (p.proconfig), false)`,
    );
    expect(rows).toEqual([]);
  });

  it('cannot be freed by the portal: it may neither switch a trigger off nor replace the function', async () => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      for (const sql of [
        'ALTER TABLE audit_event DISABLE TRIGGER append_only_rows',
        'DROP TRIGGER append_only_rows ON audit_event',
        `CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`,
        `SELECT make_append_only('submission')`,
        `SET session_replication_role = 'replica'`,
      ]) {
        const refusal = await refusalOf(client, sql);
        expect([sql, refusal]).toEqual([sql, expect.stringMatching(/must be owner|permission denied/)]);
      }
      // A grant by somebody without the right to grant is answered with a warning and does nothing.
      await client.query('GRANT UPDATE ON audit_event TO portal_app');
      expect(await refusalOf(client, `UPDATE audit_event SET type = 'x'`)).toContain('permission denied');
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });
});

/** Update, delete and truncate that would touch a row. */
function changesOf({ table_name, column_name }: Table): string[] {
  return [
    `UPDATE ${table_name} SET ${column_name} = ${column_name}`,
    `DELETE FROM ${table_name}`,
    `TRUNCATE ${table_name} CASCADE`,
  ];
}

describe('what was submitted', () => {
  it.each([
    ['reference', `'AAAAA-AAAAA'`],
    ['draft_id', 'gen_random_uuid()'],
    ['submitted_at', `now() + interval '1 day'`],
    ['channel', `'paper'`],
    ['form_version', '1'],
    ['submitted_by', `(SELECT id FROM account WHERE email = 'lee@harbour-trust.example')`],
    ['organisation_id', `(SELECT id FROM organisation WHERE name = 'Sample Lantern Project')`],
    ['id', 'gen_random_uuid()'],
  ])('cannot be rewritten: %s', async (column, value) => {
    for (const who of ['the portal', 'its owner'] as const) {
      const refusal = await attemptAs(
        who,
        `UPDATE submission SET ${column} = ${value} WHERE id = '${submissionId}'`,
      );
      expect([who, refusal]).toEqual([
        who,
        expect.stringContaining('what was submitted cannot be rewritten'),
      ]);
    }
  });

  it('cannot be deleted by the portal, nor what was read out of it changed', async () => {
    for (const sql of [
      `DELETE FROM submission WHERE id = '${submissionId}'`,
      'TRUNCATE submission CASCADE',
      'DELETE FROM submission_watcher',
      'DELETE FROM submission_plan_link',
      `UPDATE submission_place SET postcode = 'B1 1AA'`,
      'DELETE FROM submission_place',
      `UPDATE submission_vehicle SET make = 'x'`,
      'DELETE FROM submission_person',
      'DELETE FROM submission_contact',
    ])
      expect([sql, await attemptAs('the portal', sql)]).toEqual([
        sql,
        expect.stringContaining('permission denied'),
      ]);
  });

  it('is always in one primary queue', async () => {
    expect(
      await attemptAs(
        'its owner',
        `UPDATE submission SET primary_queue_id = NULL WHERE id = '${submissionId}'`,
      ),
    ).toMatch(/null value in column "primary_queue_id"/);
  });

  it('still moves on: its handling may change', async () => {
    expect(
      await attemptAs(
        'the portal',
        `UPDATE submission SET priority = 'medium', version = version + 1 WHERE id = '${submissionId}'`,
      ),
    ).toBeNull();
  });
});

describe('a source record', () => {
  it('is sealed from submission on: the portal and the owner can neither change nor delete it', async () => {
    await asOwner(pool, async (client) => {
      for (const role of ['portal_app', 'NONE']) {
        await client.query('SET LOCAL ROLE NONE');
        await client.query(
          `INSERT INTO source_record VALUES (gen_random_uuid(), gen_random_uuid(), '${submissionId}', decode('01deadbeef', 'hex'), now()) ON CONFLICT DO NOTHING`,
        );
        await client.query(`SET LOCAL ROLE ${role}`);
        for (const sql of [
          `UPDATE source_record SET sealed = 'y'`,
          'UPDATE source_record SET submission_id = NULL',
          'DELETE FROM source_record',
        ])
          expect([role, sql, await refusalOf(client, sql)]).toEqual([
            role,
            sql,
            expect.stringContaining('a submitted source record is sealed'),
          ]);
      }
    });
  });

  it('changes and goes with its draft before', async () => {
    await asOwner(pool, async (client) => {
      await client.query('SET LOCAL ROLE portal_app');
      await client.query(
        `INSERT INTO source_record VALUES (gen_random_uuid(), gen_random_uuid(), NULL, decode('01deadbeef', 'hex'), now())`,
      );
      expect(
        await refusalOf(
          client,
          `UPDATE source_record SET sealed = decode('01deadbee0', 'hex') WHERE submission_id IS NULL`,
        ),
      ).toBeNull();
      expect(await refusalOf(client, 'DELETE FROM source_record WHERE submission_id IS NULL')).toBeNull();
      expect(await refusalOf(client, 'TRUNCATE source_record')).toContain('permission denied');
    });
  });
});

async function attemptAs(who: 'the portal' | 'its owner', sql: string): Promise<string | null> {
  return asOwner(pool, async (client) => {
    if (who === 'the portal') await client.query('SET LOCAL ROLE portal_app');
    return refusalOf(client, sql);
  });
}
