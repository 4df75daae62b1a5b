import { describe, expect, it } from 'vitest';
import { newId } from '#app/domain/kernel/id.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { createClient } from '#app/platform/db/client.ts';
import { testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { withText } from './reusable-text.ts';
import {
  addText,
  changeText,
  openText,
  takeTextAway,
  textsToReuse,
  textsToUse,
} from './reusable-texts.server.ts';

const database = await testDatabase();
const { db } = database;
const { fib, supervisor } = await officers(database, fixedClock(testNow));
const thanks = {
  of: 'used',
  name: 'Thanks, used',
  text: 'Thank you. It helped us to look in the right place.',
};

describe('texts to reuse', () => {
  it('are written, changed and taken away by FIB supervisors, and every version stays on record', async () => {
    await expect(addText(fib, thanks)).rejects.toThrow(Forbidden);
    await expect(openText(fib, { textId: crypto.randomUUID() })).rejects.toThrow(NotFound);
    const textId = await addText(supervisor, thanks);
    await addText(supervisor, { of: 'question', name: 'Which day', text: 'Which day was it, if you know?' });
    expect((await textsToReuse(db, fib, 'questions')).map(({ name }) => name)).toEqual(['Which day']);
    await changeText(supervisor, {
      ...thanks,
      textId,
      text: 'Thank you. It was of use.',
      expectedVersion: 1,
    });
    await expect(changeText(supervisor, { ...thanks, textId, expectedVersion: 1 })).rejects.toThrow(Conflict);
    expect(await textsToReuse(db, fib, 'answers')).toMatchObject([
      { textId, text: 'Thank you. It was of use.' },
    ]);
    await expect(openText(fib, { textId })).rejects.toThrow(NotFound);
    await takeTextAway(supervisor, { textId, expectedVersion: 2 });
    const again = { textId, expectedVersion: 3 };
    await expect(changeText(supervisor, { ...thanks, ...again })).rejects.toThrow(Conflict);
    await expect(takeTextAway(supervisor, again)).rejects.toThrow(Conflict);
    expect(await textsToReuse(db, fib, 'answers')).toEqual([]);
    const versions = await openText(supervisor, { textId });
    expect(versions.map(({ number, takenAway }) => `${number} ${takenAway}`)).toEqual([
      '3 true',
      '2 false',
      '1 false',
    ]);
    const events = await db.auditEvent.findMany({ where: { subjectId: textId }, orderBy: { id: 'asc' } });
    expect(events.map(({ type }) => type)).toEqual([
      'reusable_text.written',
      'reusable_text.written',
      'reusable_text.taken_away',
    ]);
    expect(JSON.stringify(events.map(({ data }) => data))).not.toContain('Thank');
  });

  it('are used as they stand, whatever another instance still offers for a minute', async () => {
    const textId = await addText(supervisor, { ...thanks, name: 'Thanks again' });
    const elsewhere = { ...fib, db: createClient(database.pool) };
    const offered = async () =>
      (await textsToReuse(elsewhere.db, elsewhere, 'answers')).map(({ name }) => name);
    expect(await offered()).toContain('Thanks again');
    await takeTextAway(supervisor, { textId, expectedVersion: 1 });
    expect(await offered()).toContain('Thanks again');
    expect((await textsToUse(elsewhere, 'answers')).map(({ name }) => name)).not.toContain('Thanks again');
    expect(await offered()).not.toContain('Thanks again');
  });

  it.each([
    ['text', { ...thanks, name: 'A', text: 'Thank you for KX51 ASA.' }],
    ['text', { ...thanks, name: 'A', text: 'The man uses 07700 900123.' }],
    ['text', { ...thanks, name: 'A', text: 'Write to lena@mail.example.' }],
    ['text', { ...thanks, of: 'question', name: 'A', text: 'Please find out who drives it.' }],
    ['name', { ...thanks, name: 'which DAY' }],
    ['of', { ...thanks, name: 'A', of: 'reward' }],
  ])('name nothing of a report, ask for no more, and have a name and a use: %s', async (field, written) => {
    const refused = await addText(supervisor, written).catch((failure: unknown) => failure);
    expect(refused).toBeInstanceOf(Invalid);
    expect(Object.keys((refused as Invalid).fieldErrors)).toEqual([field]);
  });

  it('are sixty at most', async () => {
    const { actor } = supervisor;
    const row = {
      number: 1,
      outcome: 'used',
      text: 'Thank you.',
      takenAway: false,
      writtenBy: actor.accountId,
    } as const;
    await db.reusableText.createMany({
      data: Array.from({ length: 60 }, (_, index) => ({
        ...row,
        id: newId<'ReusableText'>(),
        textId: newId<'ReusableText'>(),
        name: `Text ${index}`,
        writtenAt: new Date(),
      })),
    });
    await expect(addText(supervisor, { ...thanks, name: 'One more' })).rejects.toBeInstanceOf(Invalid);
  });

  it('come after what was typed', () => {
    expect(withText(' ', 'Thank you.')).toBe('Thank you.');
    expect(withText('Hello.\n', 'Thank you.')).toBe('Hello.\n\nThank you.');
  });
});
