import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';

import type { Ctx } from '#app/domain/context.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#app/domain/failures.ts';
import { acknowledgeDissemination } from '#app/domain/triage/acknowledge-dissemination.server.ts';
import { act } from '#app/domain/triage/act.server.ts';
import { approveItem } from '#app/domain/triage/approve-item.server.ts';
import { cautiousConfidence } from '#app/domain/triage/confidence.ts';
import { createItem } from '#app/domain/triage/create-item.server.ts';
import { disseminateItem, type DisseminateInput } from '#app/domain/triage/disseminate-item.server.ts';
import { gradeItem, type PostedGrade } from '#app/domain/triage/grade-item.server.ts';
import { openDissemination } from '#app/domain/triage/open-dissemination.server.ts';
import { openItem } from '#app/domain/triage/open-item.server.ts';
import { openSubmission } from '#app/domain/triage/open-submission.server.ts';
import { queuePage } from '#app/domain/triage/queue.server.ts';
import { sanitiseItem } from '#app/domain/triage/sanitise-item.server.ts';
import { urgentList } from '#app/domain/triage/urgent-list.server.ts';
import { answerAndClose } from '#app/domain/triage/write-to-partner.server.ts';
import { addSupplement } from '#app/domain/submissions/add-supplement.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { submittedWithSource } from '#tests/factories/sealed-submission.ts';
import { submitted } from '#tests/factories/submitted.ts';

const clock = fixedClock(testNow);
const source = { name: 'Ana Pellworth', contact: 'Ring 01632 960 999 after six' };
const permitted: PostedGrade = {
  source: '2',
  assessment: 'A',
  handling: 'P',
  provenance: 'The source was there and saw it.',
  mopiGroup: '2',
};
const conditional: PostedGrade = {
  ...permitted,
  handling: 'C',
  actionCode: 'A3',
  sanitisationCode: 'S2',
  usage: 'Not before Tuesday.',
};
const clean = 'A white van brings six men to the address on Tuesdays.';
let people: Record<Who, Ctx>;

beforeAll(async () => {
  people = await officers(await testDatabase(), clock);
});

const later = () => clock.advance(60_000);
const claim = (ctx: Ctx, submissionId: string) =>
  act(ctx, { submissionId, action: 'claim', comment: '', seenVersion: null });
const accept = (ctx: Ctx, submissionId: string) =>
  act(ctx, { submissionId, action: 'accept', comment: '', seenVersion: null });

/** A submission that FIB has claimed, with one item. */
async function inHand(changes = {}): Promise<{ submissionId: string; itemId: string }> {
  later();
  const submissionId = await submittedWithSource(people.reporter, source, changes);
  await claim(people.fib, submissionId);
  const { itemId } = await createItem(people.fib, { submissionId, title: 'Van', seenVersion: null });
  return { submissionId, itemId };
}

async function accepted(
  posted: PostedGrade,
  changes = {},
): Promise<{ submissionId: string; itemId: string }> {
  const made = await inHand(changes);
  await gradeItem(people.fib, { itemId: made.itemId, posted, seenVersion: null });
  await sanitise(made.itemId, clean);
  await accept(people.fib, made.submissionId);
  return made;
}

const sanitise = (itemId: string, text: string, checked: string | null = null, ctx = people.fib) =>
  sanitiseItem(ctx, { itemId, text, checked, seenVersion: null });
const send = (itemId: string, more: Partial<DisseminateInput> = {}, ctx = people.fib) =>
  disseminateItem(ctx, {
    itemId,
    addressed: { to: 'queue', queueCode: 'spoc-be' },
    conditions: '',
    checked: null,
    seenVersion: null,
    ...more,
  });
const approve = (ctx: Ctx, itemId: string, version = 1) =>
  approveItem(ctx, { itemId, version, confirmed: true, seenVersion: null });

describe('adding an item', () => {
  it('numbers the items of a submission, and raises its version', async () => {
    const { submissionId, itemId } = await inHand();
    const { version, item } = await openItem(people.fib, { itemId });
    expect(item.number).toBe(1);
    const second = await createItem(people.fib, { submissionId, title: 'House', seenVersion: version });
    expect((await openItem(people.fib, { itemId: second.itemId })).item.number).toBe(2);
    await expect(
      createItem(people.fib, { submissionId, title: 'Men', seenVersion: version }),
    ).rejects.toThrow(Conflict);
  });

  it('is for whoever has claimed it', async () => {
    later();
    const submissionId = await submitted(people.reporter);
    const input = { submissionId, title: 'Van', seenVersion: null };
    await expect(createItem(people.fib, input)).rejects.toThrow(Conflict);
    await claim(people.fib, submissionId);
    await expect(createItem(people.fibTwo, input)).rejects.toThrow(Conflict);
    await expect(createItem(people.spocEast, input)).rejects.toThrow(NotFound);
    await expect(createItem(people.administrator, input)).rejects.toThrow(NotFound);
    await expect(createItem(people.fib, { ...input, title: ' ' })).rejects.toThrow(Invalid);
  });
});

describe('grading', () => {
  it('keeps every grade, derives the confidence and proposes the review date', async () => {
    const { itemId } = await inHand();
    await gradeItem(people.fib, { itemId, posted: permitted, seenVersion: null });
    const once = await openItem(people.fib, { itemId });
    expect(once.item.grade).toMatchObject({
      source: '2',
      assessment: 'A',
      handling: 'P',
      confidence: 'medium',
    });
    expect(once.item).toMatchObject({ mopiGroup: 2, reviewOn: '2026-01-18' });
    const again = { ...conditional, 'reviewOn-day': '1', 'reviewOn-month': '2', 'reviewOn-year': '2020' };
    await gradeItem(people.fib, { itemId, posted: again, seenVersion: once.version });
    const { item } = await openItem(people.fib, { itemId });
    expect(item.grade).toMatchObject({ number: 2, handling: 'C', actionCode: 'A3' });
    expect(item.earlierGrades).toHaveLength(1);
    expect(item.reviewOn).toBe('2020-02-01');
  });

  it('derives the confidence from the force’s table of the moment, and leaves given grades theirs', async () => {
    const { itemId } = await inHand();
    await gradeItem(people.fib, { itemId, posted: permitted, seenVersion: null });
    const { db } = people.fib;
    const pack = await db.forcePack.findFirstOrThrow();
    const content = { ...(pack.content as object), confidence: { ...cautiousConfidence, '2A': 'high' } };
    await db.forcePack.update({
      where: { code: pack.code },
      data: { content, contentHash: 'another table' },
    });
    expect((await openItem(people.fib, { itemId })).confidence['2A']).toBe('high');
    expect((await openItem(people.fib, { itemId })).item.grade?.confidence).toBe('medium');
    await gradeItem(people.fib, { itemId, posted: permitted, seenVersion: null });
    const { item } = await openItem(people.fib, { itemId });
    expect([item.grade, ...item.earlierGrades].map((grade) => grade?.confidence)).toEqual(['high', 'medium']);
    await db.forcePack.update({
      where: { code: pack.code },
      data: { content: pack.content!, contentHash: pack.contentHash },
    });
  });

  it('keeps the 5x5x5 grade of an item of its time with the grade, and shows it to recipients', async () => {
    const { itemId } = await accepted({ ...permitted, fiveByFive: 'b 21' });
    expect((await openItem(people.fib, { itemId })).item.grade).toMatchObject({ fiveByFive: 'B21' });
    const sent = await send(itemId);
    const opened = await openDissemination(people.spocEast, {
      disseminationId: sent.sent ? sent.disseminationId : '',
    });
    expect(opened.fiveByFive).toMatchObject({ grade: 'B21', pack: { lastDay: '2016-12-31' } });
  });

  it('refuses a 5x5x5 grade that is none, or that the handling contradicts', async () => {
    const { itemId } = await inHand();
    for (const [fiveByFive, field] of [
      ['B29', 'fiveByFive'],
      ['B24', 'handling'],
    ] as const)
      await expect(
        gradeItem(people.fib, { itemId, posted: { ...permitted, fiveByFive }, seenVersion: null }),
      ).rejects.toMatchObject({ fieldErrors: { [field]: expect.any(String) as string } });
    const { db } = people.fib;
    const { submissionId } = await db.intelligenceItem.findUniqueOrThrow({ where: { id: itemId } });
    expect(await db.itemGrade.count({ where: { item: { submissionId } } })).toBe(0);
  });

  it('says everything that is wrong at once, each at its field', async () => {
    const { itemId } = await inHand();
    const posted = {
      source: '3',
      handling: 'C',
      'reviewOn-day': '31',
      'reviewOn-month': '2',
      'reviewOn-year': '2020',
    };
    await expect(gradeItem(people.fib, { itemId, posted, seenVersion: null })).rejects.toMatchObject({
      fieldErrors: {
        assessment: 'Select how the source knows this',
        actionCode: 'Select the action code',
        sanitisationCode: 'Select the sanitisation code',
        reason: 'Enter why the source is not reliable',
        provenance: 'Enter how the source came to know this',
        mopiGroup: 'Select the MoPI group',
        reviewOn: 'Review date must be a real date',
      },
    });
  });

  it('is reviewed no later than its MoPI group allows', async () => {
    const { itemId } = await inHand();
    const posted = (year: string) => ({
      ...permitted,
      mopiGroup: '3',
      'reviewOn-day': '18',
      'reviewOn-month': '1',
      'reviewOn-year': year,
    });
    for (const year of ['2023', '9999'])
      await expect(
        gradeItem(people.fib, { itemId, posted: posted(year), seenVersion: null }),
      ).rejects.toMatchObject({
        fieldErrors: { reviewOn: 'Review date must be within 6 years for MoPI group 3' },
      });
    await gradeItem(people.fib, { itemId, posted: posted('2022'), seenVersion: null });
    expect((await openItem(people.fib, { itemId })).item.reviewOn).toBe('2022-01-18');
  });

  it('proposes from the partner’s answers and chooses nothing', async () => {
    const { itemId } = await inHand();
    const { item, proposal } = await openItem(people.fib, { itemId });
    expect(item.grade).toBeNull();
    expect(proposal).toMatchObject({ source: '2', assessment: 'A', handling: 'P' });
  });

  it('comes before accepting', async () => {
    const { submissionId, itemId } = await inHand();
    await expect(accept(people.fib, submissionId)).rejects.toMatchObject({
      fieldErrors: { grade: 'Grade every item first' },
    });
    await gradeItem(people.fib, { itemId, posted: permitted, seenVersion: null });
    await accept(people.fib, submissionId);
    expect((await openItem(people.fib, { itemId })).status).toBe('accepted');
  });
});

describe('sanitising', () => {
  it('catches the name of the source, which is sealed, and keeps nothing until the officer has looked', async () => {
    const { itemId, submissionId } = await inHand();
    await gradeItem(people.fib, { itemId, posted: permitted, seenVersion: null });
    const text = 'Áná’s van comes on Tuesdays, says PELLWORTH. Call 01632960999.';
    const first = await sanitise(itemId, text);
    if (first.saved) throw new Error('It was kept');
    const sealed = first.warnings.filter(({ kind }) => kind === 'sealed_source');
    expect(sealed.map(({ passage }) => passage)).toEqual(['Áná’s', 'PELLWORTH', '01632960999']);
    expect((await openItem(people.fib, { itemId })).item.versions).toEqual([]);

    const events = await people.fib.db.auditEvent.findMany({
      where: { type: 'source.words_checked', subjectId: submissionId },
    });
    expect(events.map(({ data }) => data)).toEqual([{ found: 3 }]);
    const everything = JSON.stringify(await people.fib.db.auditEvent.findMany({ select: { data: true } }));
    expect(everything).not.toMatch(/pellworth/i);

    // A confirmation holds for the text that was shown, and for no other.
    const other = await sanitise(itemId, `${text} Every week.`, first.mark);
    expect(other.saved).toBe(false);
    expect(await sanitise(itemId, text, first.mark)).toMatchObject({ saved: true, version: 1 });
    const kept = await people.fib.db.sanitisedText.findFirstOrThrow({ where: { itemId } });
    expect(kept.warningsAccepted).toHaveLength(first.warnings.length);
    expect(JSON.stringify(kept.warningsAccepted)).not.toMatch(/pellworth|960999/i);
  });

  it('lists a passage once, to however many questions the partner gave the same words', async () => {
    const { itemId, submissionId } = await inHand();
    await gradeItem(people.fib, { itemId, posted: permitted, seenVersion: null });
    const text =
      'They are taken to the car wash before it is light and brought back late at night, and one of them limps.';
    for (const supplementId of [randomUUID(), randomUUID()])
      await addSupplement(people.reporter, {
        submissionId,
        supplementId,
        text,
        knownHow: 'witnessed',
        danger: 'no',
        warned: false,
      });
    const first = await sanitise(itemId, text);
    expect(!first.saved && first.warnings.filter(({ kind }) => kind === 'copied')).toHaveLength(1);
  });

  it('warns of names of the partner and of text copied from the original', async () => {
    const { itemId } = await inHand();
    await gradeItem(people.fib, { itemId, posted: permitted, seenVersion: null });
    const named = await sanitise(itemId, 'Robin of Example Harbour Trust has seen it.');
    expect(!named.saved && named.warnings.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['submitter_name', 'organisation_name']),
    );
    const copied = await sanitise(
      itemId,
      'The white van was outside the house again on Tuesday. Six men got out.',
    );
    expect(!copied.saved && copied.warnings.map(({ kind }) => kind)).toContain('copied');
  });

  it('makes a new version each time and never changes an earlier one', async () => {
    const { itemId } = await inHand();
    await gradeItem(people.fib, { itemId, posted: permitted, seenVersion: null });
    await sanitise(itemId, clean);
    await sanitise(itemId, `${clean} The men work at a car wash.`);
    const { item } = await openItem(people.fib, { itemId });
    expect(item.versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(item.versions[1]?.text).toBe(clean);
    await expect(
      people.fib.db.sanitisedText.updateMany({ where: { itemId }, data: { text: 'Other' } }),
    ).rejects.toThrow();
  });

  it('needs a grade first, and is not for those who may not write it', async () => {
    const { itemId, submissionId } = await inHand();
    await expect(sanitise(itemId, clean)).rejects.toMatchObject({
      fieldErrors: { grade: 'Grade every item first' },
    });
    await expect(sanitise(itemId, clean, null, people.fibTwo)).rejects.toThrow(Conflict);
    await expect(sanitise(itemId, clean, null, people.spocEast)).rejects.toThrow(NotFound);
    await expect(sanitise(itemId, clean, null, people.reporter)).rejects.toThrow(NotFound);
    const checks = await people.fib.db.auditEvent.count({
      where: { type: 'source.words_checked', subjectId: submissionId },
    });
    expect(checks).toBe(0);
  });
});

describe('the second person', () => {
  it('must approve what has handling code C, and is not the writer', async () => {
    const { itemId } = await accepted(conditional);
    await expect(send(itemId)).rejects.toThrow('An FIB supervisor other than the writer');
    await expect(approve(people.fibTwo, itemId)).rejects.toThrow(Forbidden);
    await expect(
      approveItem(people.supervisor, { itemId, version: 1, confirmed: false, seenVersion: null }),
    ).rejects.toThrow(Invalid);
    await approve(people.supervisor, itemId);
    await expect(approve(people.supervisor, itemId)).rejects.toThrow(
      'Sky Example has approved this version already',
    );
    expect(await send(itemId)).toMatchObject({ sent: true, secondPerson: 'given' });
  });

  it('cannot be the writer, whatever their role', async () => {
    later();
    const submissionId = await submitted(people.reporter);
    await claim(people.supervisor, submissionId);
    const { itemId } = await createItem(people.supervisor, { submissionId, title: 'Van', seenVersion: null });
    await gradeItem(people.supervisor, { itemId, posted: conditional, seenVersion: null });
    await sanitise(itemId, clean, null, people.supervisor);
    await accept(people.supervisor, submissionId);
    await expect(approve(people.supervisor, itemId)).rejects.toThrow('Somebody other than the writer');
    await expect(send(itemId, {}, people.supervisor)).rejects.toThrow(Conflict);
  });

  it('approves a version, not what is written after it', async () => {
    const { itemId } = await accepted(conditional);
    await approve(people.supervisor, itemId);
    await sanitise(itemId, `${clean} Every week.`);
    await expect(send(itemId)).rejects.toThrow(Conflict);
  });

  it('approves afterwards what went out at once because it is High, and closing waits for that', async () => {
    const { itemId, submissionId } = await accepted(conditional, { danger: 'now', emergencyCall: 'called' });
    const sent = await send(itemId);
    expect(sent).toMatchObject({ sent: true, secondPerson: 'afterwards' });
    const outstanding = (await urgentList(people.supervisor)).approvals;
    expect(outstanding.map((each) => each.itemId)).toContain(itemId);
    expect((await urgentList(people.fib)).approvals).toEqual([]);
    const close = () =>
      answerAndClose(people.fib, { submissionId, outcome: 'used', comment: '', seenVersion: null });
    await expect(close()).rejects.toThrow('still needs a second person');
    await approve(people.supervisor, itemId);
    const approval = await people.fib.db.itemApproval.findFirstOrThrow({ where: { itemId } });
    expect(approval.afterTheFact).toBe(true);
    await close();
  });

  it('is asked for by the item’s own code, not by another item’s', async () => {
    const { submissionId, itemId } = await inHand();
    const other = await createItem(people.fib, { submissionId, title: 'House', seenVersion: null });
    await gradeItem(people.fib, { itemId, posted: permitted, seenVersion: null });
    await gradeItem(people.fib, { itemId: other.itemId, posted: conditional, seenVersion: null });
    await sanitise(itemId, clean);
    await accept(people.fib, submissionId);
    expect(await send(itemId)).toMatchObject({ sent: true, secondPerson: 'not_needed' });
  });
});

describe('disseminating', () => {
  it('sends the sanitised text with its conditions and a time to acknowledge, and links the plan', async () => {
    const { itemId, submissionId } = await accepted(permitted);
    const sent = await send(itemId, { conditions: 'Ask the FIB duty desk before acting.' });
    if (!sent.sent) throw new Error('It was not sent');
    const { disseminationId } = sent;
    const opened = await openDissemination(people.spocEast, { disseminationId });
    expect(opened).toMatchObject({
      text: clean,
      conditions: 'Ask the FIB duty desk before acting.',
      recipient: 'Birmingham East SPOC',
      mayAcknowledge: true,
      approvalOutstanding: false,
      grade: { source: '2', assessment: 'A', handling: 'P' },
    });
    expect(opened.acknowledgeBy > clock.now()).toBe(true);
    const links = await people.fib.db.submissionPlanLink.findMany({
      where: { submissionId, ruleCode: 'disseminated-to-area' },
      include: { planItem: true },
    });
    expect(links.map(({ planItem }) => planItem.code).sort()).toEqual(['PCC 3.7a.1', 'Protect 1']);
    await expect(send(itemId)).rejects.toMatchObject({
      fieldErrors: { recipient: 'This version has already gone to this queue' },
    });
    expect(await send(itemId, { addressed: { to: 'queue', queueCode: 'spoc-cov' } })).toMatchObject({
      sent: true,
    });
  });

  it('shows the recipient neither the original, nor who sent it, nor how the source knows', async () => {
    const { itemId, submissionId } = await accepted(permitted);
    const sent = await send(itemId);
    const opened = await openDissemination(people.spocEast, {
      disseminationId: sent.sent ? sent.disseminationId : '',
    });
    expect(JSON.stringify(opened)).not.toMatch(/outside the house again|Harbour|Robin|was there and saw/);
    await expect(openItem(people.spocEast, { itemId })).rejects.toThrow(NotFound);
    const events = await people.fib.db.auditEvent.findMany({
      where: { actorId: people.spocEast.actor.accountId, type: 'item.read' },
    });
    expect(events.at(-1)?.data).toEqual({ part: 'sanitised' });
    expect(
      await people.fib.db.auditEvent.count({
        where: { actorId: people.spocEast.actor.accountId, subjectId: submissionId, type: 'submission.read' },
      }),
    ).toBe(0);
  });

  it('holds the conditions against the same checks as the text', async () => {
    const { itemId } = await accepted(permitted);
    const conditions = 'Speak to Pellworth first.';
    const first = await send(itemId, { conditions });
    if (first.sent) throw new Error('It was sent');
    expect(first.warnings.map(({ kind }) => kind)).toContain('sealed_source');
    expect(await send(itemId, { conditions, checked: first.mark })).toMatchObject({ sent: true });
  });

  it('goes to SPOC queues only, by FIB only, after accepting', async () => {
    const { itemId } = await accepted(permitted);
    for (const queueCode of ['', 'fib', 'nowhere'])
      await expect(send(itemId, { addressed: { to: 'queue', queueCode } })).rejects.toMatchObject({
        fieldErrors: { recipient: 'Select who to disseminate this to' },
      });
    await expect(send(itemId, {}, people.fibTwo)).rejects.toThrow(Conflict);
    await expect(send(itemId, {}, people.spocEast)).rejects.toThrow(NotFound);
    const early = await inHand();
    await gradeItem(people.fib, { itemId: early.itemId, posted: permitted, seenVersion: null });
    await sanitise(early.itemId, clean);
    await expect(send(early.itemId)).rejects.toThrow(Conflict);
  });

  it('reaches the recipient’s list, and a restricted submission only as the item', async () => {
    const { itemId, submissionId } = await accepted(permitted, {
      sourceCouldBeGuessed: 'yes',
      sourceRisk: 'Few people knew.',
    });
    await expect(send(itemId)).rejects.toThrow(Conflict);
    await approve(people.supervisor, itemId);
    const sent = await send(itemId);
    const page = await queuePage(people.spocEast, {
      queueCode: 'spoc-be',
      view: 'disseminated-to-us',
      cursor: null,
    });
    expect(page.disseminations[0]?.id).toBe(sent.sent ? sent.disseminationId : '');
    expect(page.disseminations).toHaveLength(page.counts['disseminated-to-us']);
    await expect(openSubmission(people.spocEast, { submissionId })).rejects.toThrow(NotFound);
  });
});

describe('acknowledging', () => {
  it('is for the receiving queue, once', async () => {
    const { itemId } = await accepted(permitted);
    const sent = await send(itemId);
    const disseminationId = sent.sent ? sent.disseminationId : '';
    for (const who of ['spocCoventry', 'areaLead', 'mdsLead', 'reporter', 'administrator'] as const) {
      await expect(openDissemination(people[who], { disseminationId }), who).rejects.toThrow(NotFound);
      await expect(acknowledgeDissemination(people[who], { disseminationId }), who).rejects.toThrow(NotFound);
    }
    await expect(acknowledgeDissemination(people.fib, { disseminationId })).rejects.toThrow(Forbidden);
    later();
    const at = clock.now();
    await acknowledgeDissemination(people.spocEast, { disseminationId });
    later();
    await acknowledgeDissemination(people.spocEast, { disseminationId });
    const opened = await openDissemination(people.spocEast, { disseminationId });
    expect(opened).toMatchObject({
      acknowledgedBy: 'Blair Example',
      acknowledgedAt: at,
      mayAcknowledge: false,
    });
    const events = await people.fib.db.auditEvent.count({
      where: { type: 'dissemination.acknowledged', subjectId: disseminationId },
    });
    expect(events).toBe(1);
  });
});
