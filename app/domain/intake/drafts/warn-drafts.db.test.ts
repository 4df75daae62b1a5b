import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#app/domain/kernel/id.ts';
import { addressOf } from '#tests/factories/address-of.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { writtenDraft } from '#tests/factories/written-draft.ts';
import { fixedClock } from '#app/platform/clock.ts';
import type { Message } from '#app/platform/mail/message.ts';
import { sendMail } from '../../notify/send-mail.server.ts';
import { ownReports } from '../own-reports/own-reports.server.ts';
import { savePage } from './save-page.server.ts';
import { warnDrafts } from './warn-drafts.server.ts';

const database = await testDatabase();
const { db } = database;
const day = 24 * 60 * 60_000;
const after = (days: number) =>
  makeSystemCtx(database, { clock: fixedClock(new Date(testNow.getTime() + days * day)) });
const ctx = await makeCtx(database, { email: 'robin@harbour-trust.example' });
const draftId = await writtenDraft(ctx);
const warnings = async () =>
  (await queuedJobs(db, draftId)).filter(({ data }) => data.kind === 'draft-expiring');

beforeEach(() => clearJobs(db));

describe('a draft that nobody touches', () => {
  it('has its writer told a week before it goes, once', async () => {
    await warnDrafts(after(20));
    expect(await warnings()).toEqual([]);
    await warnDrafts(after(21));
    await warnDrafts(after(22));
    expect(await warnings()).toHaveLength(1);
    expect(await db.auditEvent.count({ where: { subjectId: draftId, type: 'draft.warned' } })).toBe(1);
  });

  it('has its writer told again of a new end, and of none that has passed', async () => {
    const later = await makeCtx(database, {
      email: 'robin@harbour-trust.example',
      clock: fixedClock(new Date(testNow.getTime() + 23 * day)),
    });
    await savePage(later, {
      draftId,
      pageId: 'danger',
      posted: { danger: 'no', child: 'no', onBehalfOfVictim: 'no' },
    });
    await clearJobs(db);
    await warnDrafts(after(24));
    expect(await warnings()).toEqual([]);
    await warnDrafts(after(52));
    expect(await warnings()).toEqual([]);
    await warnDrafts(after(45));
    expect(await warnings()).toHaveLength(1);
  });

  it('is told of by a mail that says nothing of it but when it goes', async () => {
    const messages: Message[] = [];
    const send = (message: Message) => {
      messages.push(message);
      return Promise.resolve();
    };
    const post = {
      mailer: { send, close: () => undefined },
      force: 'Invented Constabulary',
      portalUrl: 'https://portal.example',
      addressOf,
    };
    const { accountId } = ctx.actor;
    await sendMail(after(45), post, { kind: 'draft-expiring', accountId, draftId });
    expect(messages[0]?.text).toContain('None of it has been sent yet');
    expect(messages[0]?.text).toContain('9 March 2016');
    expect(messages[0]?.text).not.toMatch(/van|B11|Robin/);
    await sendMail(after(45), post, { kind: 'draft-expiring', accountId, draftId: newId() });
    expect(messages).toHaveLength(1);
  });
});

describe('the list of drafts', () => {
  it('tells them apart by the writer’s own reference or a code, with their age and what says danger', async () => {
    const { answers } = await db.draft.findUniqueOrThrow({ where: { id: draftId } });
    await db.draft.update({
      where: { id: draftId },
      data: { answers: { ...(answers as object), ownReference: ' EHT 12 ' }, saysDanger: true },
    });
    const [line] = (await ownReports(ctx, { before: null })).drafts;
    expect(line).toMatchObject({
      partnerReference: 'EHT 12',
      code: draftId.slice(0, 6).toUpperCase(),
      ageDays: 0,
      danger: true,
    });
  });
});
