import { describe, expect, it } from 'vitest';
import { readForcePack } from '#app/domain/admin/read-force-pack.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { columnsWith } from '#tests/factories/stored-text.ts';
import { addEvidence } from '../../figures/add-evidence.server.ts';
import { Conflict, NotFound } from '../../kernel/failures.ts';
import { newId } from '../../kernel/id.ts';
import { makeNextPlan, prepareNextPlan } from '../next-plan.server.ts';
import { activityCode, aimCode } from '../plan-pack-items.ts';
import { publishPlan } from '../publish-plan.server.ts';
import { openItem, writeItem } from '../write-item.server.ts';
import type { EditionLine } from './edition-lines.ts';
import { editionsOf, prepareEdition, publishEdition, readEdition } from './editions.server.ts';
import { liftWords, lookedAgain, openWithheld, withholdWords } from './withheld.server.ts';

const database = await testDatabase();
const { db } = database;
const lead = await makeCtx(database, { email: 'mds.lead@police.example' });
const contributor = await makeCtx(database, { email: 'plan.contributor@police.example' });
const { plan } = await readForcePack('prisma/packs/west-midlands-2015');
const { id: planId } = await db.plan.findFirstOrThrow();

const publish = async (of = planId) => {
  const { version } = await prepareEdition(lead, { planId: of });
  return publishEdition(lead, { planId: of, expectedVersion: version });
};
const linesOf = async (editionId: Awaited<ReturnType<typeof publish>>['editionId']) =>
  (await readEdition(contributor, { planId, editionId, as: 'page' })).lines;
const say = (text: string, code = 'Prepare 1') =>
  addEvidence(lead, {
    code,
    entryId: newId<'PlanEvidence'>(),
    text,
    datedOn: { day: '18', month: '1', year: '2016' },
  });
const canary = 'Qzcanary Street';
const withhold = (words: string, exemption = 'law_enforcement', item = 'Prepare 1') =>
  withholdWords(lead, { planId, item, words, exemption });

describe('the first edition of the plan of the pack', () => {
  it('has every aim, activity, action, step, role, link, entry, update mark and redaction of it', async () => {
    const lines = await linesOf((await publish()).editionId);
    const of = (kind: EditionLine['line']) => lines.filter(({ line }) => line === kind);
    const said = (kind: EditionLine['line']) => of(kind).map(({ item, text }) => [item, text]);
    const { pccAims, localActions, themes } = plan;
    expect(of('aim').map(({ item, text, more }) => [item, text, more])).toEqual(
      pccAims.map(({ ref, aim, whatAreYouGoingToDo }) => [aimCode(ref), aim, whatAreYouGoingToDo]),
    );
    expect(said('activity')).toEqual(
      pccAims.flatMap(({ ref, activities }) =>
        activities.map(({ number, text }) => [activityCode(ref, number), text]),
      ),
    );
    expect(said('theme').map(([code]) => code)).toEqual(themes.map(({ name }) => name));
    expect(of('action').map(({ item, text, more }) => [item, text, more])).toEqual(
      localActions.map(({ ref, what, howIntro }) => [ref, what, howIntro ?? '']),
    );
    const ofActions = <Part>(part: (action: (typeof localActions)[number]) => readonly Part[]) =>
      localActions.flatMap((action) => part(action).map((text) => [action.ref, text]));
    expect(said('step')).toEqual(ofActions(({ how }) => how.map(({ text }) => text)));
    expect(said('responsible')).toEqual(ofActions(({ responsibilityRoles }) => responsibilityRoles));
    expect(said('link')).toEqual(ofActions(({ strategicLinks }) => strategicLinks));
    const entries = [
      ...pccAims.flatMap(({ evidence }) => evidence),
      ...localActions.flatMap(({ commentary }) => commentary),
    ];
    const asMarked = (texts: readonly { text: string; mark: string }[]) =>
      texts.map(({ text, mark }) => `${mark}: ${text}`).toSorted();
    expect(asMarked(of('evidence'))).toEqual(
      asMarked(
        entries.map(({ text, update, style }) => ({
          text,
          mark: update ? ['update', style].filter(Boolean).join(' ') : '',
        })),
      ),
    );
    expect(JSON.stringify(lines).split('[REDACTED').length - 1).toBe(plan.source.redactionsInSource);
    expect([of('aim'), of('activity'), of('action'), of('evidence')].map(({ length }) => length)).toEqual([
      pccAims.length,
      pccAims.flatMap(({ activities }) => activities).length,
      localActions.length,
      entries.length,
    ]);
    expect(lines.every(({ change }) => change === '')).toBe(true);
  });

  it('is published by the MDS lead only', async () => {
    const item = 'Prepare 1';
    for (const refused of [
      () => prepareEdition(contributor, { planId }),
      () => publishEdition(contributor, { planId, expectedVersion: '' }),
      () => openWithheld(contributor, { planId, item }),
      () => withholdWords(contributor, { planId, item, words: 'forum', exemption: 'law_enforcement' }),
      () => liftWords(contributor, { planId, withheldId: newId() }),
    ])
      await expect(refused()).rejects.toThrow(NotFound);
    expect(await editionsOf(contributor, { planId })).toMatchObject({
      editions: [{ number: 1, by: lead.actor.displayName }],
      mayPublish: false,
    });
  });
});

describe('words that are withheld', () => {
  it('stand in no later edition, in no audit event, and nowhere but in the plan and their own row', async () => {
    await say(`A visit to ${canary} is planned.`);
    await say(`They met at ${canary.toUpperCase()}.`, 'Prevent 2');
    await withhold(canary, 'personal_information');
    const lines = await linesOf((await publish()).editionId);
    expect(JSON.stringify(lines)).not.toMatch(/qzcanary/i);
    expect(lines.filter(({ change }) => change === 'new').map(({ item, text }) => [item, text])).toEqual([
      ['Prepare 1', 'A visit to [REDACTED, s.40] is planned.'],
      ['Prevent 2', 'They met at [REDACTED, s.40].'],
    ]);
    expect(await columnsWith(database.pool, 'qzcanary')).toEqual([
      'public.plan_evidence.text',
      'public.plan_withheld.words',
    ]);
  });

  it('are quoted from the item, long enough to be no part of others, and on an exemption', async () => {
    const fault = async (words: string, exemption?: string) => {
      const refused: unknown = await withhold(words, exemption).catch((failure: unknown) => failure);
      return (refused as { fieldErrors: Record<string, string> }).fieldErrors;
    };
    expect(await fault('', '')).toEqual({
      words: 'Enter the words to withhold',
      exemption: 'Select why they are withheld',
    });
    expect((await fault('12 a')).words).toMatch(/^Enter at least 4 letters or digits/);
    expect((await fault('Nowhere at all')).words).toMatch(/^These words are not in the texts above/);
    expect((await fault(canary)).words).toBe('They are withheld already');
  });

  it('of a text that is new stand in no edition that nobody saw', async () => {
    const { version } = await prepareEdition(lead, { planId });
    await say('Another visit to Qzcanary Lane.');
    await expect(publishEdition(lead, { planId, expectedVersion: version })).rejects.toThrow(Conflict);
  });

  it('uncover nothing of an edition before: what is gone is told by its place', async () => {
    await withhold('Qzcanary Lane');
    const { lines, number } = await prepareEdition(lead, { planId });
    expect(number).toBe(3);
    const { withheld } = await openWithheld(lead, { planId, item: '' });
    expect(withheld).toContainEqual(
      expect.objectContaining({ words: canary, items: ['Prepare 1', 'Prevent 2'], settled: true }),
    );
    expect(JSON.stringify(lines)).not.toMatch(/qzcanary/i);
  });
});

describe('the plan of the next year', () => {
  const later = { ...lead, clock: fixedClock(new Date('2016-04-02T09:00:00Z')) };

  it('withholds the same, and no edition of it is published before a changed text is looked at', async () => {
    const { code, text } = await db.planItem.findFirstOrThrow({ where: { planId, kind: 'activity' } });
    const words = text.split(' ').slice(0, 4).join(' ');
    await withhold(words, 'law_enforcement', code);
    const next = await makeNextPlan(lead, (await prepareNextPlan(lead)).details);
    await expect(prepareEdition(lead, next)).rejects.toThrow(Conflict);
    const { id: planItemId } = await db.planItem.findFirstOrThrow({ where: { ...next, code } });
    const { values, version } = await openItem(lead, { ...next, item: { planItemId } });
    await writeItem(lead, {
      ...next,
      item: { planItemId },
      written: { ...values, text: text.replace(words, 'In other words,') },
      expectedVersion: version ?? '',
    });
    await publishPlan(lead, next);

    const { unsettled, version: seen } = await prepareEdition(later, next);
    expect(unsettled).toMatchObject([{ words, settled: false, items: [] }]);
    await expect(publishEdition(later, { ...next, expectedVersion: seen })).rejects.toMatchObject({
      fieldErrors: { '': 'Look again at the words whose texts have changed, then publish' },
    });
    const [{ id: withheldId } = { id: newId<'PlanWithheld'>() }] = unsettled;
    const looked = { ...next, withheldId, expectedVersion: 'of a text before' };
    await expect(lookedAgain(later, looked)).rejects.toThrow(Conflict);
    const { version: texts } = await openWithheld(later, { ...next, item: '' });
    await lookedAgain(later, { ...looked, expectedVersion: texts });
    const { editionId } = await publish(next.planId);
    await liftWords(later, { ...next, withheldId });
    await expect(liftWords(later, { ...next, withheldId })).rejects.toThrow(NotFound);
    const { lines } = await readEdition(later, { ...next, editionId, as: 'csv' });
    expect(lines.filter(({ item }) => item === code)[0]?.text).toMatch(/^In other words,/);
  });
});
