import { describe, expect, it } from 'vitest';
import { asOwner, refusalOf } from '#tests/factories/as-owner.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { submitted } from '#tests/factories/submitted.ts';

const { db, pool } = await testDatabase();
const reporter = await makeCtx({ db, pool }, { email: 'robin@harbour-trust.example' });
const submissionId = await submitted(reporter);

/** Rows that stand for an officer's work, written past the use cases: what is tried here is the database's own refusal. */
const work = [
  `INSERT INTO intelligence_item (id, submission_id, number, title, created_by, created_at)
   SELECT '${id(1)}', '${submissionId}', 1, 'Example', submitted_by, now() FROM submission WHERE id = '${submissionId}'`,
  `INSERT INTO item_grade (id, item_id, number, source_grade, assessment_grade, handling_code, provenance, confidence, graded_by, graded_at)
   SELECT '${id(2)}', '${id(1)}', 1, 1, 'A', 'P', 'Example', 'high', submitted_by, now() FROM submission WHERE id = '${submissionId}'`,
  `INSERT INTO sanitised_text (id, item_id, version, text, written_by, written_at)
   SELECT '${id(3)}', '${id(1)}', 1, 'Example', submitted_by, now() FROM submission WHERE id = '${submissionId}'`,
  `INSERT INTO dissemination (id, item_id, submission_id, sanitised_text_id, item_grade_id, recipient_kind, queue_id, disseminated_by, disseminated_at, acknowledge_by)
   SELECT '${id(4)}', '${id(1)}', id, '${id(3)}', '${id(2)}', 'queue', primary_queue_id, submitted_by, now(), now() FROM submission WHERE id = '${submissionId}'`,
];

function id(number: number): string {
  return `00000000-0000-4000-8000-00000000000${number}`;
}

/** What the statements were answered, one after the other, as the portal and as the owner of the tables. */
async function answers(...statements: string[]): Promise<Record<string, (string | null)[]>> {
  const answered: Record<string, (string | null)[]> = {};
  for (const role of ['portal_app', 'NONE'])
    answered[role] = await asOwner(pool, async (client) => {
      for (const sql of work) await client.query(sql);
      await client.query(`SET LOCAL ROLE ${role}`);
      const refusals: (string | null)[] = [];
      for (const sql of statements) {
        const refusal = await refusalOf(client, sql);
        if (refusal === null) await client.query(sql);
        refusals.push(refusal);
      }
      return refusals;
    });
  return answered;
}

const both = (...refusals: unknown[]) => ({ portal_app: refusals, NONE: refusals });

describe('an intelligence item', () => {
  it.each(['title', 'number', 'submission_id', 'created_by', 'created_at'])(
    'keeps its %s',
    async (column) => {
      expect(await answers(`UPDATE intelligence_item SET ${column} = ${other(column)}`)).toEqual(
        both('only version, mopi_group, review_on of intelligence_item may change'),
      );
    },
  );

  it('takes another review date', async () => {
    expect(
      await answers(
        `UPDATE intelligence_item SET mopi_group = 2, review_on = '2030-01-01', version = version + 1`,
      ),
    ).toEqual(both(null));
  });
});

describe('a dissemination', () => {
  it.each(['conditions', 'queue_id', 'recipient_body', 'reason', 'disseminated_at', 'acknowledge_by'])(
    'keeps its %s',
    async (column) => {
      expect(await answers(`UPDATE dissemination SET ${column} = ${other(column)}`)).toEqual(
        both('only acknowledged_by, acknowledged_at, awaits, unread_since of dissemination may change'),
      );
    },
  );

  it('is acknowledged once', async () => {
    const acknowledge = 'UPDATE dissemination SET acknowledged_by = disseminated_by, acknowledged_at = now()';
    expect(await answers(acknowledge, acknowledge)).toEqual(
      both(null, 'acknowledged_at of dissemination is written once'),
    );
    const again = 'UPDATE dissemination SET acknowledged_by = gen_random_uuid()';
    expect(await answers(acknowledge, again)).toEqual(
      both(null, 'acknowledged_at of dissemination is written once'),
    );
  });

  it('waits for something else once it was acknowledged and is recalled', async () => {
    const acknowledge = 'UPDATE dissemination SET acknowledged_by = disseminated_by, acknowledged_at = now()';
    expect(await answers(acknowledge, `UPDATE dissemination SET awaits = 'telling'`)).toEqual(
      both(null, null),
    );
  });
});

describe('a plan link', () => {
  it.each(['plan_item_id', 'reason', 'rule_code', 'linked_at'])('keeps its %s', async (column) => {
    expect(await answers(`UPDATE submission_plan_link SET ${column} = ${other(column)}`)).toEqual(
      both('only unlinked_by, unlinked_at, unlink_reason of submission_plan_link may change'),
    );
  });

  it('is taken off once', async () => {
    const unlink = 'UPDATE submission_plan_link SET unlinked_at = now()';
    expect(await answers(unlink, unlink)).toEqual(
      both(null, 'unlinked_at of submission_plan_link is written once'),
    );
  });
});

describe('a submission', () => {
  it.each(['organisation_kind', 'site_id', 'exploitation_types', 'routing_reason'])(
    'keeps its %s',
    async (column) => {
      expect(await answers(`UPDATE submission SET ${column} = ${other(column)}`)).toEqual(
        both('what was submitted cannot be rewritten'),
      );
    },
  );
});

it('The portal deletes none of them, nor changes who watches', async () => {
  const { portal_app: refused } = await answers(
    'DELETE FROM dissemination',
    'DELETE FROM intelligence_item',
    'DELETE FROM submission_plan_link',
    `UPDATE submission_watcher SET reason = 'x'`,
  );
  expect(refused).toEqual(Array(4).fill(expect.stringMatching(/^permission denied/)));
});

/** A value of the column's type that is not the one it has. */
function other(column: string): string {
  if (column.endsWith('_id'))
    return column === 'site_id' ? '(SELECT id FROM organisation_site LIMIT 1)' : 'gen_random_uuid()';
  if (column.endsWith('_by') && column !== 'acknowledge_by') return 'gen_random_uuid()';
  if (column.endsWith('_at') || column === 'acknowledge_by') return `now() + interval '1 day'`;
  if (column === 'organisation_kind') return `'network'`;
  if (column === 'exploitation_types') return `'{other}'`;
  if (column === 'number') return '9';
  return `'changed'`;
}
