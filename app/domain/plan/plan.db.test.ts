import { newId } from '#app/domain/kernel/id.ts';
import { describe, expect, it } from 'vitest';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { Forbidden, Invalid, NotFound } from '../kernel/failures.ts';
import { addEvidence } from '../figures/add-evidence.server.ts';
import { itemFigure } from '../figures/item-figure.server.ts';
import { readPlan, readPlanItem } from './read-plan.server.ts';

const database = await testDatabase();
const as = (email: string) => makeCtx(database, { email });
const lead = await as('mds.lead@police.example');
const contributor = await as('plan.contributor@police.example');
/** The figure of an item as its page asks for it. */
async function figureOf(ctx: typeof lead, code: string) {
  const { plan, item } = await readPlanItem(ctx, { code });
  return itemFigure(ctx, { planId: plan.id, item });
}
const today = { day: '18', month: '1', year: '2016' };
const entry = (changes: Partial<Parameters<typeof addEvidence>[1]> = {}) => ({
  code: 'PCC 1.4.1',
  entryId: newId<'PlanEvidence'>(),
  text: 'A reporting centre opened.',
  datedOn: today,
  ...changes,
});

describe('the plan on screen', () => {
  it('has aims, activities, themes and actions with their evidence, in the plan’s order', async () => {
    const { tree, title, glossary } = await readPlan(lead);
    expect(title).toBe('Modern Day Slavery Delivery Plan – 2015-16');
    expect(glossary.FIB).toBe('Force Intelligence Bureau');
    expect(tree.map(({ code }) => code)).toEqual([
      'PCC 1.2',
      'PCC 1.4',
      'PCC 3.3',
      'PCC 3.3c',
      'PCC 3.7a',
      'PCC 3.7b',
      expect.stringContaining('PCC 1.1, 1.3'),
      'Prepare',
      'Prevent',
      'Protect',
      'Pursue',
    ]);
    const every = tree.flatMap((item) => [item, ...item.children]);
    expect(every.flatMap(({ evidence }) => evidence)).toHaveLength(72);
    expect(every.flatMap(({ evidence }) => evidence).filter(({ update }) => update)).toHaveLength(8);
    expect(every.filter(({ kind }) => kind === 'gap')).toHaveLength(4);
  });

  it('keeps redactions as they are and shows links from both ends', async () => {
    const { tree } = await readPlan(lead);
    const every = tree.flatMap((item) => [item, ...item.children]);
    expect(every.find(({ code }) => code === 'Pursue 2')?.text).toBe('[REDACTED]');
    expect(every.find(({ code }) => code === 'Protect 2')?.responsibleRoles).toEqual([
      'MDS Bronze',
      'Corporate Communications',
      '[REDACTED]',
    ]);
    expect(every.find(({ code }) => code === 'PCC 1.4.3')?.citedBy).toEqual(['Prepare 8', 'Protect 1']);
    expect(every.find(({ code }) => code === 'PCC 1.2.2')).toMatchObject({
      kind: 'gap',
      citedBy: ['Protect 2'],
    });
  });

  it('counts the distinct submissions of an item, also of what is below it, and records that the figure was read', async () => {
    await submitted(await as('robin@harbour-trust.example'));
    await submitted(await as('pat@fire-stations.example'));
    expect(await figureOf(lead, 'PCC 1.4.1')).toMatchObject({ linked: 2 });
    expect(await figureOf(lead, 'PCC 3.3c.1')).toMatchObject({ linked: 2, all: 2 });
    expect(await figureOf(lead, 'PCC 1.4.2')).toMatchObject({ linked: 0, rules: [], sameAs: [] });
    expect(await figureOf(lead, 'Prevent 2')).toMatchObject({
      rules: ['Listed community'],
      sameAs: ['PCC 1.4.3'],
    });
    expect(await figureOf(await as('fib.officer@police.example'), 'PCC 1.4')).toMatchObject({ linked: 2 });
    expect(
      await database.db.auditEvent.count({
        where: { type: 'report.viewed', data: { path: ['report'], equals: 'plan item PCC 1.4' } },
      }),
    ).toBe(1);
  });

  it('shows the figure to no one else, and none for a gap', async () => {
    for (const email of [
      'plan.contributor@police.example',
      'spoc.coventry@police.example',
      'area.lead@police.example',
      'administrator@police.example',
    ]) {
      expect(await figureOf(await as(email), 'PCC 1.4.1')).toBeNull();
    }
    expect(await figureOf(lead, 'PCC 1.2.2')).toBeNull();
  });

  it('offers evidence to contributors and the MDS lead, and never for a theme or a gap', async () => {
    expect((await readPlanItem(contributor, { code: 'Prepare 1' })).mayContribute).toBe(true);
    expect((await readPlanItem(lead, { code: 'PCC 1.4' })).mayContribute).toBe(true);
    expect(
      (await readPlanItem(await as('fib.officer@police.example'), { code: 'Prepare 1' })).mayContribute,
    ).toBe(false);
    expect((await readPlanItem(contributor, { code: 'Prepare' })).mayContribute).toBe(false);
    expect((await readPlanItem(contributor, { code: 'Prepare 3-7' })).mayContribute).toBe(false);
  });

  it('does not exist for those who do not read it, and an unknown code for nobody', async () => {
    for (const email of [
      'auditor@police.example',
      'source.custodian@police.example',
      'lee@harbour-trust.example',
    ]) {
      await expect(readPlan(await as(email))).rejects.toBeInstanceOf(NotFound);
      await expect(readPlanItem(await as(email), { code: 'PCC 1.4.1' })).rejects.toBeInstanceOf(NotFound);
    }
    await expect(readPlanItem(lead, { code: 'PCC 9.9' })).rejects.toBeInstanceOf(NotFound);
  });
});

describe('adding evidence', () => {
  it('appends an entry with its date, author and update mark, and records it', async () => {
    await addEvidence(
      lead,
      entry({ text: '  A reporting centre opened.  ', datedOn: { day: '4', month: 'jan', year: '2016' } }),
    );
    const { item } = await readPlanItem(lead, { code: 'PCC 1.4.1' });
    expect(item.evidence.at(-1)).toMatchObject({
      text: 'A reporting centre opened.',
      update: true,
      author: lead.actor.displayName,
      datedOn: new Date('2016-01-04T00:00:00Z'),
    });
    const event = await database.db.auditEvent.findFirst({
      where: { type: 'plan.evidence_added' },
      orderBy: { id: 'desc' },
    });
    expect(event).toMatchObject({
      actorId: lead.actor.accountId,
      subjectType: 'plan_item',
      data: { item: 'PCC 1.4.1' },
    });
  });

  it('takes the same form twice as one entry', async () => {
    const once = entry({ code: 'Prepare 1', text: 'Sent twice.' });
    await addEvidence(lead, once);
    await addEvidence(lead, once);
    const { item } = await readPlanItem(lead, { code: 'Prepare 1' });
    expect(item.evidence.filter(({ text }) => text === 'Sent twice.')).toHaveLength(1);
    expect(
      await database.db.auditEvent.count({
        where: { type: 'plan.evidence_added', data: { path: ['item'], equals: 'Prepare 1' } },
      }),
    ).toBe(1);
  });

  it('gives entries of one aim their places one after the other', async () => {
    await Promise.all(
      ['PCC 3.7b', 'PCC 3.7b.1', 'PCC 3.7b.2'].map((code) => addEvidence(lead, entry({ code }))),
    );
    const aim = await database.db.planItem.findFirstOrThrow({ where: { code: 'PCC 3.7b' } });
    const rows = await database.db.planEvidence.findMany({
      where: { planItemId: aim.id },
      orderBy: { position: 'asc' },
    });
    expect(rows.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('cannot be changed or deleted afterwards', async () => {
    const added = entry({ code: 'Pursue 2' });
    await addEvidence(lead, added);
    await expect(
      database.db.planEvidence.update({ where: { id: added.entryId }, data: { text: 'Other' } }),
    ).rejects.toThrow();
    await expect(database.db.planEvidence.delete({ where: { id: added.entryId } })).rejects.toThrow();
  });

  it.each([
    ['no text', { text: ' \n ' }, { text: 'Enter the evidence' }],
    ['too long a text', { text: 'x'.repeat(5001) }, { text: 'Evidence must be 5,000 characters or less' }],
    [
      'no date',
      { datedOn: { day: '', month: '', year: '' } },
      { datedOn: 'Date must be a real date, like 18 1 2016' },
    ],
    [
      'a date of tomorrow',
      { datedOn: { ...today, day: '19' } },
      { datedOn: 'Date must be today or in the past' },
    ],
  ])('refuses %s', async (_what, changes, fieldErrors) => {
    await expect(addEvidence(lead, entry(changes))).rejects.toMatchObject({
      constructor: Invalid,
      fieldErrors,
    });
  });

  it('is for contributors and the MDS lead only', async () => {
    for (const email of [
      'fib.officer@police.example',
      'fib.supervisor@police.example',
      'spoc.coventry@police.example',
      'area.lead@police.example',
      'administrator@police.example',
    ]) {
      await expect(addEvidence(await as(email), entry())).rejects.toBeInstanceOf(Forbidden);
    }
    for (const email of ['auditor@police.example', 'lee@harbour-trust.example']) {
      await expect(addEvidence(await as(email), entry())).rejects.toBeInstanceOf(NotFound);
    }
  });

  it('needs an item that takes evidence, and the form of its page', async () => {
    for (const code of ['Prepare', 'PCC 1.2.2', 'PCC 9.9']) {
      await expect(addEvidence(lead, entry({ code }))).rejects.toBeInstanceOf(NotFound);
    }
  });
});
