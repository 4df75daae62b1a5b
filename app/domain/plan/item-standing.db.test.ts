import { describe, expect, it } from 'vitest';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { createTask } from '#app/domain/connections/tasks/create-task.server.ts';
import { newId } from '#app/domain/kernel/id.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { Forbidden, NotFound } from '../kernel/failures.ts';
import { addEvidence } from '../figures/add-evidence.server.ts';
import { nameItemOwner, nobodyNamed, prepareItemOwner } from './name-item-owner.server.ts';
import { findItem } from './plan-tree.ts';
import { readPlan, readPlanItem } from './read-plan.server.ts';
import { setItemStatus } from './set-item-status.server.ts';

const database = await testDatabase();
const as = (email: string) => makeCtx(database, { email });
const lead = await as('mds.lead@police.example');
const contributor = await as('plan.contributor@police.example');
const officer = await as('fib.officer@police.example');

const set = (ctx: Ctx, code: string, status = 'on_track') =>
  setItemStatus(ctx, { code, status, note: 'The centres report each month.' });

describe('how an item stands', () => {
  it('is said with a note, shown on the plan, and kept when something else is said', async () => {
    await set(lead, 'Prepare 1', 'at_risk');
    await set(lead, 'Prepare 1', 'on_track');
    const { item, statuses } = await readPlanItem(officer, { code: 'Prepare 1' });
    expect(item.status).toBe('on_track');
    expect(statuses).toMatchObject([
      { status: 'on_track', by: lead.actor.displayName, note: 'The centres report each month.' },
      { status: 'at_risk', by: lead.actor.displayName },
    ]);
    const { tree } = await readPlan(officer);
    expect(findItem(tree, 'Prepare 1')?.item.status).toBe('on_track');
    expect(findItem(tree, 'Prepare 8')?.item.status).toBeNull();
    const events = await database.db.auditEvent.findMany({ where: { type: 'plan.status_set' } });
    expect(events.map(({ data }) => data)).toContainEqual({ item: 'Prepare 1', status: 'at_risk' });
  });

  it('keeps what two people say at once, one after the other', async () => {
    await Promise.all([
      set(lead, 'Prevent 2', 'at_risk'),
      set(lead, 'Prevent 2', 'delivered'),
      set(lead, 'Prevent 2'),
    ]);
    expect((await readPlanItem(lead, { code: 'Prevent 2' })).statuses).toHaveLength(3);
  });

  it('needs a status that there is, and what it rests on', async () => {
    await expect(setItemStatus(lead, { code: 'Prepare 1', status: 'fine', note: ' ' })).rejects.toMatchObject(
      {
        fieldErrors: { status: 'Select how it stands', note: 'Enter what this rests on' },
      },
    );
    await expect(
      setItemStatus(lead, { code: 'Prepare 1', status: 'delivered', note: 'x'.repeat(1001) }),
    ).rejects.toMatchObject({ fieldErrors: { note: 'Note must be 1,000 characters or less' } });
  });

  it('is said by contributors and the MDS lead, of what the plan does', async () => {
    for (const email of ['fib.officer', 'fib.supervisor', 'area.lead', 'administrator'])
      await expect(set(await as(`${email}@police.example`), 'Prepare 1'), email).rejects.toThrow(Forbidden);
    for (const email of ['auditor@police.example', 'lee@harbour-trust.example'])
      await expect(set(await as(email), 'Prepare 1'), email).rejects.toThrow(NotFound);
    for (const code of ['Prepare', 'PCC 1.2.2', 'Nothing 9'])
      await expect(set(lead, code), code).rejects.toThrow(NotFound);
  });
});

describe('the owner of an item', () => {
  it('is named by the MDS lead only, from those who may contribute', async () => {
    await expect(nameItemOwner(contributor, { code: 'Protect 1', owner: nobodyNamed })).rejects.toThrow(
      NotFound,
    );
    await expect(prepareItemOwner(contributor, { code: 'Protect 1' })).rejects.toThrow(NotFound);
    await expect(
      nameItemOwner(lead, { code: 'Protect 1', owner: officer.actor.accountId }),
    ).rejects.toMatchObject({ fieldErrors: { owner: 'Select who owns it' } });
    const { owner, people } = await prepareItemOwner(lead, { code: 'Protect 1' });
    expect(owner).toBe(nobodyNamed);
    expect(people.map(({ value }) => value)).toEqual(
      expect.arrayContaining([lead.actor.accountId, contributor.actor.accountId]),
    );
  });

  it('is a role and its present holder, and a role that nobody holds keeps nobody off', async () => {
    const owner = (of: { role?: string; owner: string; reviewOn?: string | null }) =>
      nameItemOwner(lead, { code: 'Protect 2', ...of });
    const said = async () => {
      const {
        owner: words,
        reviewOn,
        mayContribute,
      } = await readPlanItem(contributor, { code: 'Protect 2' });
      return [words, reviewOn?.toISOString().slice(0, 10) ?? null, mayContribute];
    };
    const role = 'LPU Sentinel Bronze';
    await owner({ role, owner: nobodyNamed });
    expect(await said()).toEqual(['LPU Sentinel Bronze, nobody at present', null, true]);
    await owner({ role, owner: lead.actor.accountId, reviewOn: '2016-02-15' });
    expect(await said()).toEqual([`${role} (${lead.actor.displayName})`, '2016-02-15', false]);
    expect(await prepareItemOwner(lead, { code: 'Protect 2' })).toMatchObject({
      role,
      owner: lead.actor.accountId,
      reviewOn: '2016-02-15',
      rolesInPlan: ['MDS Bronze', 'Corporate Communications', '[REDACTED]'],
    });
    await expect(owner({ role: 'x'.repeat(101), owner: '?', reviewOn: '2016-01-17' })).rejects.toMatchObject({
      fieldErrors: {
        role: 'Role must be 100 characters or less',
        owner: 'Select who owns it',
        reviewOn: 'Date of the next review must be today or in the future',
      },
    });
  });

  it('follows its aim while it names nobody, also when its review is written', async () => {
    const [aim, activity] = ['PCC 1.4', 'PCC 1.4.1'].map((code) => ({ code }));
    if (!aim || !activity) throw new Error('Two codes');
    await nameItemOwner(lead, { ...aim, role: 'MDS Bronze', owner: contributor.actor.accountId });
    const { role, owner, follows, version } = await prepareItemOwner(lead, activity);
    expect({ role, owner, follows }).toEqual({
      role: '',
      owner: nobodyNamed,
      follows: `MDS Bronze (${contributor.actor.displayName})`,
    });
    await nameItemOwner(lead, { ...activity, role, owner, reviewOn: '2016-02-15', expectedVersion: version });
    await nameItemOwner(lead, { ...aim, role: 'MDS Silver', owner: nobodyNamed });
    expect((await readPlanItem(lead, activity)).owner).toBe('MDS Silver, nobody at present');

    const late = nameItemOwner(lead, { ...activity, owner, reviewOn: null, expectedVersion: version });
    await expect(late).rejects.toThrow(/nobody in particular, review on 15 February 2016$/);
    expect(await prepareItemOwner(lead, activity)).toMatchObject({ reviewOn: '2016-02-15', version: '1' });
  });

  it('keeps other contributors off it and what stands under it, until nobody is named', async () => {
    const evidence = {
      entryId: newId<'PlanEvidence'>(),
      text: 'Posters went up.',
      datedOn: { day: '18', month: '1', year: '2016' },
    };
    const contributes = () => readPlanItem(contributor, { code: 'PCC 1.2.1' });
    expect(await contributes()).toMatchObject({ mayContribute: true, owner: null });
    await nameItemOwner(lead, { code: 'PCC 1.2', owner: lead.actor.accountId });
    expect(await contributes()).toMatchObject({ mayContribute: false, owner: lead.actor.displayName });
    await expect(set(contributor, 'PCC 1.2.1')).rejects.toThrow(Forbidden);
    await expect(addEvidence(contributor, { code: 'PCC 1.2.1', ...evidence })).rejects.toThrow(Forbidden);
    await expect(
      createTask(contributor, {
        place: { kind: 'plan', code: 'PCC 1.2.1' },
        taskId: newId<'Task'>(),
        text: 'Ring.',
        owner: 'queue:fib',
        dueOn: '2016-01-25',
      }),
    ).rejects.toThrow(Forbidden);
    await nameItemOwner(lead, { code: 'PCC 1.2.1', owner: contributor.actor.accountId });
    await set(contributor, 'PCC 1.2.1');
    await expect(set(contributor, 'PCC 1.2')).rejects.toThrow(Forbidden);
    await nameItemOwner(lead, { code: 'PCC 1.2', owner: nobodyNamed });
    await set(contributor, 'PCC 1.2');
  });
});
