import { describe, expect, it } from 'vitest';
import { newId } from '#app/domain/kernel/id.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { changeAgreement, type AgreementInput } from './change-agreement.server.ts';
import { agreedFor, readOrganisation } from './organisation.server.ts';

const database = await testDatabase();
const { db } = database;
const as = (email: string) => makeCtx(database, { email });
const administrator = await as('administrator@police.example');
const { id: organisationId } = await db.organisation.findUniqueOrThrow({
  where: { name: 'Example Harbour Trust' },
});
const blank = { day: '', month: '', year: '' };
const agreed: Omit<AgreementInput, 'expectedVersion'> = {
  organisationId,
  reference: ' ISA-EX-001 ',
  from: { day: '1', month: '9', year: '2015' },
  until: { day: '31', month: '8', year: '2018' },
  reviewOn: blank,
  fullCopy: true,
  cover: false,
  authors: false,
  secondFactor: false,
  agreedOn: { day: '1', month: 'sep', year: '2015' },
  agreedBy: ' Alex Example, chief officer ',
};
const shown = async () => ({
  organisationId,
  expectedVersion: (await db.organisation.findUniqueOrThrow({ where: { id: organisationId } })).version,
});
const change = async (input: typeof agreed) =>
  changeAgreement(administrator, { ...input, ...(await shown()) });
const changes = async () =>
  (
    await db.auditEvent.findMany({
      where: { type: 'organisation.changed', subjectId: organisationId },
      orderBy: { id: 'asc' },
    })
  ).map(({ actorId, data }) => ({ actorId, data }));

describe('the agreement of an organisation', () => {
  it('allows nothing until it says so', async () => {
    expect((await readOrganisation(administrator, { organisationId })).agreement).toMatchObject({
      fullCopy: false,
      cover: false,
      authors: false,
      secondFactor: false,
      agreedOn: null,
      agreedBy: null,
    });
    expect(await agreedFor(db, organisationId)).toEqual({ fullCopy: false, cover: false });
    expect(await agreedFor(db, null)).toEqual({ fullCopy: false, cover: false });
  });

  it('is changed with the day and by whom it was agreed, and what changed is recorded once', async () => {
    const old = await shown();
    await change(agreed);
    await change(agreed);
    await expect(changeAgreement(administrator, { ...agreed, ...old, cover: true })).rejects.toBeInstanceOf(
      Conflict,
    );
    expect((await readOrganisation(administrator, { organisationId })).agreement).toMatchObject({
      reference: 'ISA-EX-001',
      fullCopy: true,
      cover: false,
      authors: false,
      from: new Date('2015-09-01T00:00:00Z'),
      until: new Date('2018-08-31T00:00:00Z'),
      agreedOn: new Date('2015-09-01T00:00:00Z'),
      agreedBy: 'Alex Example, chief officer',
    });
    expect(await agreedFor(db, organisationId)).toEqual({ fullCopy: true, cover: false });
    const recorded = await changes();
    expect(recorded).toHaveLength(1);
    expect(recorded[0]?.actorId).toBe(administrator.actor.accountId);
    const { fields } = recorded[0]!.data as { fields: string[] };
    expect(fields).toContain('agreementFullCopy: yes');
    expect(fields).toContain('agreementAgreedBy');
    expect(JSON.stringify(recorded)).not.toContain('Alex');
  });

  it.each<[string, Partial<AgreementInput>, string[]]>([
    ['no date and name', { agreedOn: blank, agreedBy: ' ' }, ['agreedBy', 'agreedOn']],
    ['no date of the calendar', { agreedOn: { day: '31', month: '2', year: '2015' } }, ['agreedOn']],
    ['a date to come', { agreedOn: { day: '19', month: '1', year: '2016' } }, ['agreedOn']],
    [
      'an end before its beginning',
      { until: { day: '31', month: '8', year: '2015' }, from: agreed.from },
      ['until'],
    ],
    ['a wrong date of review', { reviewOn: { day: 'x', month: '', year: '' } }, ['reviewOn']],
    ['too much', { reference: 'x'.repeat(101), agreedBy: 'x'.repeat(121) }, ['agreedBy', 'reference']],
  ])('is not changed with %s', async (_, wrong, fields) => {
    const refusal = await change({ ...agreed, ...wrong }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Invalid);
    expect(Object.keys((refusal as Invalid).fieldErrors).sort()).toEqual(fields);
  });

  it('is for administrators', async () => {
    for (const email of [
      'fib.officer@police.example',
      'robin@harbour-trust.example',
      'lee@harbour-trust.example',
    ]) {
      const other = await as(email);
      await expect(readOrganisation(other, { organisationId })).rejects.toBeInstanceOf(NotFound);
      await expect(changeAgreement(other, { ...agreed, expectedVersion: 1 })).rejects.toBeInstanceOf(
        Forbidden,
      );
    }
    const unknown = newId<'Organisation'>();
    await expect(readOrganisation(administrator, { organisationId: unknown })).rejects.toBeInstanceOf(
      NotFound,
    );
    await expect(
      changeAgreement(administrator, { ...agreed, expectedVersion: 1, organisationId: unknown }),
    ).rejects.toBeInstanceOf(NotFound);
  });
});
