import { beforeEach, describe, expect, it } from 'vitest';
import { addressOf } from '#tests/factories/address-of.ts';
import { makeCtx, testNow } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { officers } from '#tests/factories/officers.ts';
import { makeSystemCtx } from '#tests/factories/public-ctx.ts';
import { clearJobs, queuedJobs } from '#tests/factories/queued-jobs.ts';
import { fixedClock } from '#app/platform/clock.ts';
import type { Message } from '#app/platform/mail/message.ts';
import type { Id } from '../kernel/id.ts';
import { savePage } from '../intake/drafts/save-page.server.ts';
import { startDraft } from '../intake/drafts/start-draft.server.ts';
import { ownReports } from '../intake/own-reports/own-reports.server.ts';
import { sendAtOnce } from '../intake/submitting/submit.server.ts';
import { sendMail } from '../notify/send-mail.server.ts';
import { sweepDangerDrafts } from './sweep-danger-drafts.server.ts';

const database = await testDatabase();
const { db, pool } = database;
const clock = fixedClock(testNow);
const job = makeSystemCtx(database, { clock });
const { reporter } = await officers(database, clock);
const lead = await makeCtx(database, { email: 'lee@harbour-trust.example', clock });
const minute = 60_000;

beforeEach(async () => {
  clock.set(testNow);
  await db.draft.deleteMany({});
  await clearJobs(db);
});

async function written(danger: string): Promise<Id<'Draft'>> {
  const { draftId } = await startDraft(reporter);
  await savePage(reporter, {
    draftId,
    pageId: 'danger',
    posted: { danger, child: 'no', onBehalfOfVictim: 'no' },
  });
  return draftId;
}
/** The kinds of mail, and to whom, by now. */
async function toldAfter(draftId: Id<'Draft'>, minutes: number) {
  clock.set(new Date(testNow.getTime() + minutes * minute));
  await sweepDangerDrafts(job);
  return (await queuedJobs(db, draftId))
    .map(({ data }) => `${String(data.kind)} ${String(data.accountId)}`)
    .toSorted();
}
const writer = `draft-in-danger ${reporter.actor.accountId}`;
const ofPartner = `draft-in-danger-of-partner ${lead.actor.accountId}`;

describe('what says danger and is not sent', () => {
  it('reminds its writer after 15 minutes and an hour, and tells the lead after two, each once', async () => {
    const draftId = await written('now');
    expect(await toldAfter(draftId, 14)).toEqual([]);
    expect(await toldAfter(draftId, 15)).toEqual([writer]);
    expect(await toldAfter(draftId, 59)).toEqual([writer]);
    expect(await toldAfter(draftId, 60)).toEqual([writer, writer]);
    expect(await toldAfter(draftId, 121)).toEqual([writer, writer, ofPartner]);
    expect(await toldAfter(draftId, 600)).toEqual([writer, writer, ofPartner]);
  });

  it('tells all at once what a portal that stood still has missed', async () => {
    expect(await toldAfter(await written('soon'), 300)).toEqual([writer, ofPartner]);
  });

  it('stands first on the page of its writer', async () => {
    const draftId = await written('now');
    clock.set(new Date(testNow.getTime() + minute));
    await written('no');
    expect((await ownReports(reporter, { before: null })).drafts[0]).toMatchObject({
      id: draftId,
      danger: true,
    });
  });

  it('begins anew with each save, and is silent once it says danger no more or is sent', async () => {
    const draftId = await written('now');
    await toldAfter(draftId, 15);
    const again = { danger: 'no', child: 'no', onBehalfOfVictim: 'no' };
    await savePage(reporter, { draftId, pageId: 'danger', posted: { ...again, danger: 'soon' } });
    expect(await toldAfter(draftId, 29)).toHaveLength(1);
    expect(await toldAfter(draftId, 30)).toHaveLength(2);
    await savePage(reporter, { draftId, pageId: 'danger', posted: again });
    expect(await toldAfter(draftId, 300)).toHaveLength(2);
    const other = await written('now');
    await sendAtOnce(reporter, { draftId: other, posted: { whatIsKnown: 'Locked in.' } });
    expect(await toldAfter(other, 900)).toEqual([]);
  });

  it('says nothing of it in the mail, and none is sent once the report is', async () => {
    const draftId = await written('now');
    const messages: Message[] = [];
    const send = (message: Message) => Promise.resolve(void messages.push(message));
    const post = {
      mailer: { send, close: () => undefined },
      force: 'Invented Constabulary',
      portalUrl: 'https://portal.example',
      addressOf,
    };
    const { accountId } = reporter.actor;
    await sendMail(job, post, { kind: 'draft-in-danger', accountId, draftId });
    await sendMail(job, post, {
      kind: 'draft-in-danger-of-partner',
      accountId: lead.actor.accountId,
      draftId,
    });
    expect(messages.map(({ to }) => to)).toEqual([
      'robin@harbour-trust.example',
      'lee@harbour-trust.example',
    ]);
    for (const { subject } of messages) expect(subject).not.toMatch(/danger|slavery|report/i);
    await sendAtOnce(reporter, { draftId, posted: { whatIsKnown: 'Locked in.' } });
    await sendMail(job, post, { kind: 'draft-in-danger', accountId, draftId });
    expect(messages).toHaveLength(2);
  });

  it('is found by its index', async () => {
    await pool.query('SET enable_seqscan = off');
    const { rows } = await pool.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT id FROM draft WHERE says_danger AND reminders < 3 AND updated_at <= now() ORDER BY updated_at, id LIMIT 200`,
    );
    await pool.query('RESET enable_seqscan');
    expect(rows.map((row) => row['QUERY PLAN']).join(' ')).toContain('draft_danger_rests');
  });
});
