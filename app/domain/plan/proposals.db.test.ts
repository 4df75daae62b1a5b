import { describe, expect, it } from 'vitest';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { newId, type Id } from '#app/domain/kernel/id.ts';
import { asOwner, refusalOf } from '#tests/factories/as-owner.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { finishTask } from '../connections/tasks/change-task.server.ts';
import { createTask } from '../connections/tasks/create-task.server.ts';
import { whatWaits } from '../desks/what-waits.server.ts';
import { addEvidence } from '../figures/add-evidence.server.ts';
import { citable } from '../figures/citable.server.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../kernel/failures.ts';
import { decideProposal } from './decide-proposal.server.ts';
import { exportPlan } from './export-plan.server.ts';
import { countToDecide, openProposal, proposals } from './proposals.server.ts';
import { readPlanItem } from './read-plan.server.ts';
import { setItemStatus } from './set-item-status.server.ts';

const database = await testDatabase();
const { db, pool } = database;
const as = (email: string) => makeCtx(database, { email });
const lead = await as('mds.lead@police.example');
const contributor = await as('plan.contributor@police.example');
const code = 'Pursue 1';
const item = (ctx: Ctx, of = code) => readPlanItem(ctx, { code: of });
const evidence = (text: string, more = {}) => ({
  code,
  entryId: newId<'PlanEvidence'>(),
  text,
  datedOn: { day: '18', month: '1', year: '2016' },
  ...more,
});
const waiting = async (): Promise<Id<'PlanProposal'>> => {
  const [first] = (await proposals(lead)).lines;
  if (!first) throw new Error('Nothing waits.');
  return first.id;
};
const decide = async (decision: string, reason = '') =>
  decideProposal(lead, { proposalId: await waiting(), decision, reason });
const waits = async (ctx: Ctx, what: string) =>
  (await whatWaits(ctx)).find((each) => each.code === what)?.count;

describe('what a contributor says', () => {
  it('waits for approval: “Delivered – all arrested” stands nowhere until the MDS lead approves it', async () => {
    const note = 'All arrested.';
    expect(await setItemStatus(contributor, { code, status: 'delivered', note })).toBe('proposed');
    for (const ctx of [lead, contributor, await as('fib.officer@police.example')])
      expect(await item(ctx)).toMatchObject({ item: { status: null }, statuses: [] });
    expect([(await item(lead)).proposals, (await item(contributor)).proposals]).toMatchObject([
      [{ status: 'delivered', text: note, own: false, decision: null }],
      [{ own: true }],
    ]);
    expect((await item(await as('fib.officer@police.example'))).proposals).toEqual([]);
    expect([await countToDecide(lead), await countToDecide(contributor)]).toEqual([1, 0]);
    expect(await waits(lead, 'planProposals')).toBe(1);
  });

  it('is given back with a reason, which whoever said it reads', async () => {
    await expect(decide('returned')).rejects.toMatchObject({
      fieldErrors: { reason: 'Enter why you return it' },
    });
    await expect(decide('')).rejects.toMatchObject({ fieldErrors: { decision: 'Select whether it stands' } });
    const proposalId = await waiting();
    await decide('returned', 'Which court?');
    expect(await item(contributor)).toMatchObject({
      item: { status: null },
      proposals: [{ decision: 'returned', reason: 'Which court?' }],
    });
    expect(await waits(contributor, 'planReturned')).toBe(1);
    await expect(decideProposal(lead, { proposalId, decision: 'approved', reason: '' })).rejects.toThrow(
      Conflict,
    );
  });

  it('stands in their name once it is approved', async () => {
    await setItemStatus(contributor, { code, status: 'on_track', note: 'Two are charged.' });
    expect(await waits(contributor, 'planReturned')).toBe(0);
    await decide('approved');
    expect(await item(lead)).toMatchObject({
      item: { status: 'on_track' },
      statuses: [{ status: 'on_track', note: 'Two are charged.', by: contributor.actor.displayName }],
    });
    const types = ['plan.proposed', 'plan.proposal_decided', 'plan.status_set'];
    const events = await db.auditEvent.findMany({ where: { type: { in: types } } });
    expect(types.map((type) => events.filter((event) => event.type === type).length)).toEqual([2, 2, 1]);
  });

  it('is decided on by the MDS lead only, and read by who said it', async () => {
    await setItemStatus(contributor, { code, status: 'delivered', note: 'All arrested.' });
    const proposalId = await waiting();
    const approve = { proposalId, decision: 'approved', reason: '' };
    await expect(decideProposal(contributor, approve)).rejects.toThrow(Forbidden);
    const officer = await as('fib.officer@police.example');
    await expect(decideProposal(officer, approve)).rejects.toThrow(NotFound);
    await expect(openProposal(officer, { proposalId })).rejects.toThrow(NotFound);
    await expect(proposals(officer)).rejects.toThrow(NotFound);
    expect((await openProposal(contributor, { proposalId })).mayDecide).toBe(false);
    expect((await openProposal(lead, { proposalId })).mayDecide).toBe(true);
    for (const sql of [
      `UPDATE plan_proposal SET text = 'Other'`,
      `UPDATE plan_proposal SET decision = 'approved' WHERE decision = 'returned'`,
      'DELETE FROM plan_proposal',
    ])
      expect(await asOwner(pool, (client) => refusalOf(client, sql))).toBe(
        'a proposal is decided once and never changed',
      );
    await decide('returned', 'No.');
  });
});

describe('evidence', () => {
  it('of a contributor waits too, and is there once, with what it rests on as that was', async () => {
    const taskId = newId<'Task'>();
    await createTask(lead, {
      place: { kind: 'plan', code },
      taskId,
      text: 'Ask the court.',
      owner: `account:${lead.actor.accountId}`,
      dueOn: '2016-01-25',
    });
    await finishTask(lead, { taskId, result: 'Charged on 12 January.', expectedVersion: 1 });
    await db.publishedQuarter.create({
      data: {
        firstMonth: '2015-10',
        frozenAt: new Date('2016-01-10T00:53:00Z'),
        definition: 'As counted then.',
        cells: { create: { table: 'total', key: 'all', least: 128, most: 128 } },
      },
    });
    const choices = await citable(lead, (await readPlanItem(lead, { code })).id);
    expect(choices.map(({ cited }) => cited)).toEqual(
      expect.arrayContaining([
        {
          kind: 'task',
          title: 'Ask the court.',
          detail: 'Charged on 12 January.',
          definition: null,
          on: '2016-01-18',
        },
        {
          kind: 'figure',
          title: 'Submissions received, October to December 2015: all',
          detail: '128',
          definition: 'As counted then.',
          on: '2016-01-10',
        },
      ]),
    );
    expect(choices.filter(({ cited }) => cited.kind === 'event')).not.toEqual([]);
    const cites = choices.find(({ cited }) => cited.kind === 'figure')!;
    const proposed = evidence('More was reported.', { cites: cites.value });
    await addEvidence(contributor, proposed);
    expect(await addEvidence(contributor, proposed)).toBe('proposed');
    expect((await item(lead)).item.evidence.map(({ text }) => text)).not.toContain('More was reported.');
    await decide('approved');
    expect(await countToDecide(lead)).toBe(0);
    expect((await item(lead)).item.evidence.at(-1)).toMatchObject({
      text: 'More was reported.',
      author: contributor.actor.displayName,
      cites: cites.cited,
    });
    await expect(addEvidence(lead, evidence('X', { cites: 'event:none' }))).rejects.toMatchObject({
      constructor: Invalid,
      fieldErrors: { cites: 'Select what it rests on' },
    });
  });

  it('that was wrong is superseded once, and stays', async () => {
    const wrong = (await item(lead)).item.evidence.at(-1)!;
    const supersedes = { id: wrong.id as Id<'PlanEvidence'>, why: 'It was the quarter before.' };
    await expect(
      addEvidence(lead, evidence('It fell.', { supersedes: { ...supersedes, why: ' ' } })),
    ).rejects.toMatchObject({ fieldErrors: { why: 'Enter what was wrong' } });
    await addEvidence(contributor, evidence('It fell.', { supersedes }));
    expect((await item(lead)).item.evidence.at(-1)?.superseded).toBeNull();
    await decide('approved');
    const log = (await item(lead)).item.evidence;
    expect(log.slice(-2)).toMatchObject([
      { text: wrong.text, superseded: { why: supersedes.why, by: contributor.actor.displayName } },
      { text: 'It fell.', superseded: null },
    ]);
    await expect(addEvidence(lead, evidence('Again.', { supersedes }))).rejects.toThrow(Conflict);
    const other = { ...evidence('Elsewhere.', { supersedes: { ...supersedes, id: log.at(-1)!.id } }) };
    await expect(addEvidence(lead, { ...other, code: 'Pursue 2' })).rejects.toThrow(Conflict);
    const { planId } = await db.planItem.findFirstOrThrow({ where: { code } });
    const lines = (await exportPlan(lead, { planId })).lines.filter(({ text }) => text === wrong.text);
    expect(lines).toMatchObject([{ mark: 'update superseded' }]);
    expect(lines[0]?.more).toContain('Rests on Submissions received');
  });
});
