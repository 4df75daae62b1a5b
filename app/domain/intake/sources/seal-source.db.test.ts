import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Id } from '#app/domain/kernel/id.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { minimalPosts } from '#tests/factories/form-answers.ts';
import { queuedJobs } from '#tests/factories/queued-jobs.ts';
import { runningPortal } from '#tests/factories/running-portal.ts';
import { columnsWith } from '#tests/factories/stored-text.ts';
import { writtenDraft } from '#tests/factories/written-draft.ts';
import { open, UnsealError } from '#app/platform/crypto/envelope.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { Invalid } from '../../kernel/failures.ts';
import { openOwnReport } from '../own-reports/open-own-report.server.ts';
import { changeOwnContact } from '../../people/contact/change-own-contact.server.ts';
import { ownDraft, type Draft } from '../drafts/drafts.server.ts';
import { savePage } from '../drafts/save-page.server.ts';
import { submit } from '../submitting/submit.server.ts';

const { portal, logged, mailed, workOff } = await runningPortal();
const { db, keyring } = portal;
const { pool } = portal.database;
const reporter = {
  ...(await makeCtx(portal.database, { email: 'robin@harbour-trust.example', clock: fixedClock(testNow) })),
  keyring,
};
const { source, declaration } = minimalPosts;

const name = 'Zebedee Quillfeather';
const contact = 'ring 07700 900461 after six, or zebquill@mailbox.example';
/** What nobody may find anywhere: each part by itself. */
const secrets = [
  'Zebedee',
  'Quillfeather',
  '07700 900461',
  '7700900461',
  'zebquill',
  '900987',
  'badminton',
  'Quenby',
];
/** How to reach whoever sends it is sealed as well, and stands nowhere else either. */
const reach = {
  contactTelephone: '07700 900987',
  contactSafeTimes: 'Wednesdays after badminton',
  contactAnotherWay: 'Ask for Quenby',
};
const named = { ...source, sourceKind: 'client', sourceName: name, sourceContact: contact };
const place = (row: string) => ({ table: 'source_record', row, column: 'sealed' });

const sealedOf = async (draftId: string): Promise<unknown> => {
  const record = await db.sourceRecord.findUnique({ where: { draftId } });
  return record ? JSON.parse(open(keyring, record.sealed, place(record.id))) : null;
};
const saveSource = (draftId: Id<'Draft'>, posted: Record<string, string>) =>
  savePage(reporter, { draftId, pageId: 'source', posted });
/** Who the source is stands with what is known. The page has said what goes with the change. */
const saveKind = (draftId: Id<'Draft'>, sourceKind: string, draft?: Draft) =>
  savePage(reporter, {
    draftId,
    ...(draft ? { draft } : {}),
    pageId: 'information',
    posted: { ...minimalPosts.information, sourceKind },
    drops: true,
  });
const found = () => columnsWith(pool, ...secrets);

describe('who told the partner', () => {
  it('is written nowhere in clear through a whole report: no column, no job, no mail, no log, no document', async () => {
    // A report that makes as much happen as one can: danger, mails to several people, a mistake, a change, two sends.
    const draftId = await writtenDraft(reporter, {
      danger: { ...minimalPosts.danger, danger: 'soon' },
      source: named,
    });
    const mistake = await saveSource(draftId, { ...named, sourceIdentity: 'nonsense' }).catch(
      (failure: unknown) => failure,
    );
    expect(mistake).toBeInstanceOf(Invalid);
    portal.log.error({ err: mistake, body: named, posted: named, values: named }, 'a page was refused');
    const risk = { sourceCouldBeGuessed: 'yes', sourceRisk: 'Few people knew of the marzipan van' };
    await saveSource(draftId, named);
    await savePage(reporter, { draftId, pageId: 'risk', posted: risk });
    expect(await found()).toEqual([]);

    await changeOwnContact(reporter, reach);
    const contact = { ...reach, contactTelephone: 'none', noSafeNumber: false };
    const refused = await submit(reporter, { draftId, declaration, contact }).catch(
      (failure: unknown) => failure,
    );
    expect(refused).toBeInstanceOf(Invalid);
    portal.log.error({ err: refused, posted: reach, contact, ...contact }, 'a page was refused');
    const { submissionId } = await submit(reporter, { draftId, declaration });
    expect(await db.contactRecord.count({ where: { submissionId, telephone: true } })).toBe(1);
    await submit(reporter, { draftId, declaration });
    await workOff();
    const own = await openOwnReport(reporter, { submissionId });

    expect(await found()).toEqual([]);
    for (const [where, text] of Object.entries({
      mailed: mailed(),
      logged: logged(),
      document: JSON.stringify(own),
    }))
      for (const secret of secrets) expect([where, text.includes(secret)]).toEqual([where, false]);

    // The search finds what is there: free text of the report is in the original with its words, and in nothing else.
    expect(await columnsWith(pool, 'marzipan')).toEqual([
      'public.submission_content.answers',
      'public.submission_content.document',
      'public.submission_content.lexemes',
    ]);
    expect(JSON.stringify(own)).toContain('marzipan');
    expect(mailed()).toContain(own.reference);
    expect(logged()).toContain('a page was refused');
    const done = (await queuedJobs(db)).filter(({ state }) => state === 'completed').map((job) => job.name);
    expect(done).toEqual(expect.arrayContaining(['send-mail', 'tell-high', 'send-high-mail']));
  });

  it('is in a sealed record that opens with the key, at its own place only', async () => {
    const draftId = await writtenDraft(reporter, { source: named });
    expect(await sealedOf(draftId)).toEqual({ sourceName: name, sourceContact: contact });
    const { submissionId } = await submit(reporter, { draftId, declaration });
    expect(await sealedOf(draftId)).toEqual({ sourceName: name, sourceContact: contact });
    const record = await db.sourceRecord.findUniqueOrThrow({ where: { submissionId } });
    expect(record).toMatchObject({ draftId, sealedAt: testNow });
    expect(() => open(keyring, record.sealed, place(randomUUID()))).toThrow(UnsealError);
    expect(() => open(keyring, record.sealed, { ...place(record.id), table: 'draft' })).toThrow(UnsealError);
  });

  it('leaves a mark in the answers that says nothing of it', async () => {
    const draftId = await writtenDraft(reporter, { source: named });
    const { answers } = await db.draft.findUniqueOrThrow({ where: { id: draftId } });
    expect(answers).toMatchObject({ sourceName: { sealed: true }, sourceContact: { sealed: true } });
  });

  it('stays when the page is saved again without typing it, and each part is replaced by itself', async () => {
    const draftId = await writtenDraft(reporter, { source: named });
    const begun = await ownDraft(db, reporter, draftId);
    const again = { ...named, sourceName: '', sourceContact: '', howSourceKnows: 'told' };
    await saveSource(draftId, again);
    expect(await sealedOf(draftId)).toEqual({ sourceName: name, sourceContact: contact });
    await saveSource(draftId, { ...again, sourceName: 'Somebody Else' });
    expect(await sealedOf(draftId)).toEqual({ sourceName: 'Somebody Else', sourceContact: contact });
    // Whoever read the draft before saves it as it stands by now.
    await saveKind(draftId, 'client', begun);
    expect(await sealedOf(draftId)).toEqual({ sourceName: 'Somebody Else', sourceContact: contact });
    expect((await ownDraft(db, reporter, draftId)).answers).toHaveProperty('howSourceKnows', 'told');
  });

  it.each([
    ['may not be named', { sourceIdentity: 'confidential' }],
    ['is not known', { sourceKind: 'anonymous' }],
    ['is the reporter', { sourceKind: 'self' }],
  ])('goes for good when the source %s after all', async (_, change) => {
    const draftId = await writtenDraft(reporter, { source: named });
    const [before] = await pool
      .query('SELECT id FROM source_record WHERE draft_id = $1', [draftId])
      .then(({ rows }) => rows as { id: string }[]);
    if ('sourceKind' in change) await saveKind(draftId, change.sourceKind);
    else await saveSource(draftId, { ...source, ...change });
    expect(await db.sourceRecord.count({ where: { draftId } })).toBe(0);
    expect((await db.draft.findUniqueOrThrow({ where: { id: draftId } })).answers).not.toHaveProperty(
      'sourceName',
    );

    // Coming back to "named" does not bring the old name back.
    await saveKind(draftId, 'client');
    await expect(saveSource(draftId, source)).rejects.toMatchObject({
      fieldErrors: { sourceName: 'Enter the name of the source' },
    });
    await saveSource(draftId, { ...source, sourceName: 'Somebody Else' });
    expect(await sealedOf(draftId)).toEqual({ sourceName: 'Somebody Else' });
    expect((await db.sourceRecord.findUniqueOrThrow({ where: { draftId } })).id).not.toBe(before?.id);
  });

  it('is not sealed at all where the reporter is the source, who is not asked for a name', async () => {
    const draftId = await writtenDraft(reporter, { source: { ...source, sourceKind: 'self' } });
    await saveSource(draftId, named);
    const { submissionId } = await submit(reporter, { draftId, declaration });
    expect(await db.sourceRecord.count({ where: { OR: [{ draftId }, { submissionId }] } })).toBe(0);
  });

  it('is recorded as sealed, with the draft it belongs to and nothing else', async () => {
    const draftId = await writtenDraft(reporter, { source: named });
    const events = await db.auditEvent.findMany({ where: { type: 'source.sealed', subjectId: draftId } });
    expect(events.map(({ data }) => data)).toEqual([{ draftId }]);
  });

  it('is not taken from a forged mark: a posted mark is text like any other, and a stored one opens nothing', async () => {
    const draftId = await writtenDraft(reporter, { source: { ...named, sourceName: '{"sealed":true}' } });
    expect(await sealedOf(draftId)).toMatchObject({ sourceName: '{"sealed":true}' });
    const other = await writtenDraft(reporter, {
      source: { ...source, sourceKind: 'client', sourceIdentity: 'confidential' },
    });
    const { answers } = await db.draft.findUniqueOrThrow({ where: { id: other } });
    await db.draft.update({
      where: { id: other },
      data: { answers: { ...(answers as object), sourceName: 'Zebedee Quillfeather' } },
    });
    const { submissionId } = await submit(reporter, { draftId: other, declaration });
    expect(
      JSON.stringify(await db.submissionContent.findUniqueOrThrow({ where: { submissionId } })),
    ).not.toContain('Quillfeather');
  });
});
