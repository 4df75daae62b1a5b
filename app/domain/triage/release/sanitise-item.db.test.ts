import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';

import { addSupplement } from '#app/domain/intake/own-reports/add-supplement.server.ts';
import type { Ctx } from '#app/domain/kernel/context.ts';
import { Conflict, NotFound } from '#app/domain/kernel/failures.ts';
import { gradeItem } from '#app/domain/triage/items/grade-item.server.ts';
import { openItem } from '#app/domain/desks/open-item.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { people as accounts } from '#tests/factories/people.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { decisionOf, narrowingOf } from './narrowing.ts';
import { sanitiseItem } from './sanitise-item.server.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers, type Who } from '#tests/factories/officers.ts';
import { clean, createItem, itemInHand, permitted, sanitiseAs } from '#tests/factories/items-in-hand.ts';

const clock = fixedClock(testNow);
const database = await testDatabase();
let people: Record<Who, Ctx>;

beforeAll(async () => {
  people = await officers(database, clock);
});

const inHand = (changes = {}) => {
  clock.advance(60_000);
  return itemInHand(people.fib, people.reporter, changes);
};
const sanitise = (
  itemId: Id<'IntelligenceItem'>,
  text: string,
  checked: string | null = null,
  ctx = people.fib,
) => sanitiseAs(ctx, itemId, text, checked);

describe('sanitising', () => {
  it('catches the name of the source, which is sealed, and keeps nothing until the officer has looked', async () => {
    const { itemId, submissionId } = await inHand();
    await gradeItem(people.fib, { itemId, posted: permitted, expectedVersion: null });
    const text = 'Áná’s van comes on Tuesdays, says PELLWORTH. Call 01632960999.';
    const first = await sanitise(itemId, text);
    if (first.saved) throw new Error('It was kept');
    const sealed = first.warnings.filter(({ kind }) => kind === 'sealed_source');
    expect(sealed.map(({ passage }) => passage)).toEqual(['Áná’s', 'PELLWORTH', '01632960999']);
    expect((await openItem(people.fib, { itemId })).item.versions).toEqual([]);

    const events = await people.fib.db.auditEvent.findMany({
      where: { type: 'source.words_checked', subjectId: submissionId },
    });
    // The title and the provenance were held against the record too.
    expect(events.map(({ data }) => data).at(-1)).toEqual({ found: 3 });
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
    await gradeItem(people.fib, { itemId, posted: permitted, expectedVersion: null });
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

  it('does not show which word of a list of names stands in the sealed record', async () => {
    const { itemId } = await inHand();
    await gradeItem(people.fib, { itemId, posted: permitted, expectedVersion: null });
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const made = Array.from(
      { length: 300 },
      (_, index) => `Qu${letters[index % 26]}${letters[Math.floor(index / 26)]}rth`,
    );
    const list = [...made.slice(0, 150), 'Pellworth', ...made.slice(150)].join(' ');
    const checked = await sanitise(itemId, list);
    if (checked.saved) throw new Error('It was kept');
    const sealed = checked.warnings.filter(({ kind }) => kind === 'sealed_source');
    expect(sealed.map(({ passage }) => passage)).toEqual([list]);
  });

  it('warns of names of the partner and of text copied from the original', async () => {
    const { itemId } = await inHand();
    await gradeItem(people.fib, { itemId, posted: permitted, expectedVersion: null });
    const named = await sanitise(itemId, 'Robin of Example Harbour Trust has seen it.');
    expect(!named.saved && named.warnings.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['submitter_name', 'organisation_name']),
    );
    const { db } = database;
    const { id: organisationId } = await db.organisation.findUniqueOrThrow({
      where: { name: 'Example Harbour Trust' },
    });
    const changedBy = people.fib.actor.accountId;
    await db.organisationFormerName.create({
      data: { id: randomUUID(), organisationId, name: 'Example Quay Relief', until: new Date(), changedBy },
    });
    const before = await sanitise(itemId, 'Example Quay Relief has seen it.');
    expect(!before.saved && before.warnings.map(({ kind }) => kind)).toContain('organisation_name');
    const copied = await sanitise(
      itemId,
      'The white van was outside the house again on Tuesday. Six men got out.',
    );
    expect(!copied.saved && copied.warnings.map(({ kind }) => kind)).toContain('copied');
  });

  it('warns of what the partner answered, word for word, and of whoever answered or added', async () => {
    const { itemId, submissionId } = await inHand();
    await gradeItem(people.fib, { itemId, posted: permitted, expectedVersion: null });
    const answer =
      'The driver comes each morning before six with the same two women and leaves one of them at the nail bar.';
    const colleague = await people.fib.db.account.findUniqueOrThrow({
      where: { email: 'lee@harbour-trust.example' },
    });
    const written = { submissionId, authorId: colleague.id, sentAt: clock.now(), outcome: null };
    await people.fib.db.partnerMessage.createMany({
      data: [
        { ...written, id: randomUUID(), direction: 'to_police', kind: 'reply', text: answer },
        // What FIB asked is FIB's own.
        { ...written, id: randomUUID(), direction: 'to_partner', kind: 'question', text: clean },
      ],
    });
    const copied = await sanitise(itemId, answer);
    expect(!copied.saved && copied.warnings.map(({ kind }) => kind)).toContain('copied');
    const named = await sanitise(
      itemId,
      `${colleague.displayName.split(' ')[0]} saw it. Ring ${colleague.email}.`,
    );
    expect(!named.saved && named.warnings.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['submitter_name', 'partner_contact']),
    );
    expect(await sanitise(itemId, clean)).toMatchObject({ saved: true });
  });

  it('asks of everything that points at few people whether it stays, and keeps what was said', async () => {
    const { itemId, submissionId } = await inHand();
    await gradeItem(people.fib, { itemId, posted: permitted, expectedVersion: null });
    const text = 'A van stops at 14 Quarry Lane on 12 January.';
    const input = { itemId, text, checked: null, expectedVersion: null };
    const first = await sanitiseItem(people.fib, input);
    if (first.saved) throw new Error('It was kept');
    expect(first.undecided).toEqual([]);
    const [address, day] = narrowingOf(first.warnings);
    const said = [decisionOf('keep', address?.mark ?? ''), decisionOf('widen', day?.mark ?? '')];
    const asked = first.mark;
    // To confirm the other warnings says nothing of these.
    expect(await sanitiseItem(people.fib, { ...input, checked: asked, asked })).toMatchObject({
      saved: false,
      undecided: [
        { number: 0, said: 'nothing' },
        { number: 1, said: 'nothing' },
      ],
    });
    expect(await sanitiseItem(people.fib, { ...input, decisions: said, asked })).toMatchObject({
      saved: false,
      undecided: [{ number: 1, said: 'widen' }],
    });
    const wider = { ...input, text: 'A van stops at 14 Quarry Lane in January.', decisions: said, asked };
    expect(await sanitiseItem(people.fib, wider)).toMatchObject({ saved: true });
    const { warningsAccepted } = await people.fib.db.sanitisedText.findFirstOrThrow({ where: { itemId } });
    expect(warningsAccepted).toMatchObject([{ kind: 'full_address', decision: 'keep' }]);
    const trail = { type: 'item.sanitised', subjectId: itemId };
    expect((await people.fib.db.auditEvent.findFirstOrThrow({ where: trail })).data).toEqual({
      version: 1,
      warnings: 1,
      kept: 1,
      widened: 1,
    });
    // What was widened comes back by no later version, nor by another item of the report, without being asked again.
    const split = await createItem(people.fib, { submissionId, title: 'The day', expectedVersion: null });
    await gradeItem(people.fib, { itemId: split.itemId, posted: permitted, expectedVersion: null });
    for (const again of [itemId, split.itemId]) {
      const refused = await sanitiseItem(people.fib, { ...input, itemId: again, asked });
      expect(refused.saved ? [] : narrowingOf(refused.warnings)).toHaveLength(2);
    }
  });

  it('asks of a kind of work only while no other organisation told of it in the last year', async () => {
    const work = {
      places: [{ id: 'w', placeKind: 'work', placeAddress: '1 Imaginary Yard', placeSector: 'recycling' }],
    };
    const { itemId } = await inHand(work);
    await gradeItem(people.fib, { itemId, posted: permitted, expectedVersion: null });
    const kinds = async () => {
      const checked = await sanitise(itemId, 'Men sort waste at night.');
      return checked.saved ? [] : checked.warnings.map(({ kind, passage }) => [kind, passage]);
    };
    expect(await kinds()).toEqual([['sole_sector', 'waste']]);
    await submitted(await makeCtx(database, { email: accounts.elsewhere, clock }), work);
    expect(await kinds()).toEqual([]);
  });

  it('makes a new version each time and never changes an earlier one', async () => {
    const { itemId } = await inHand();
    await gradeItem(people.fib, { itemId, posted: permitted, expectedVersion: null });
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

  it('lets nobody try a dictionary', async () => {
    const { itemId } = await inHand();
    const text = (from: number) => Array.from({ length: 1400 }, (_, index) => `x${from + index}`).join(' ');
    const tried = async (from: number) =>
      sanitise(itemId, text(from), null, people.fibTwo).then(
        () => 'checked',
        (failure: unknown) => (failure instanceof Error ? failure.name : ''),
      );
    const answers: string[] = [];
    for (const from of [10_000, 20_000, 30_000, 40_000, 50_000]) answers.push(await tried(from));
    expect(answers.at(-1)).toBe('RateLimited');
    expect(answers.slice(0, 3)).not.toContain('RateLimited');
  });
});
