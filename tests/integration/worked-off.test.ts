import { load } from 'cheerio';
import { afterAll, describe, expect, it } from 'vitest';
import { fixedClock } from '#app/platform/clock.ts';
import type { Answer, Client, Fields } from '#tests/factories/client.ts';
import { countStatements } from '#tests/factories/count-statements.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { formOf } from '#tests/factories/forms.ts';
import { claim, grade, sanitised } from '#tests/factories/officer-work.ts';
import { people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { submitted } from '#tests/factories/submitted.ts';

/**
 * How many reports are worked off, as a browser does it: `ASSESSMENTS=40 npm run integration -- worked-off`, with
 * TEST_DATABASE_URL for officers who are really at once. Figures: docs/operations/measurements.md.
 */
const asked = process.env['ASSESSMENTS'];
const many = Number(asked ?? 3);

const portal = await openTestPortal({ realTime: fixedClock(new Date()) });
const reporter = await makeCtx(portal.database, { email: people.reporter });
const statements = await countStatements(portal.database.pool);
const officers = await Promise.all(
  [people.officer, 'fib.officer.two@police.example', people.supervisor].map((email) =>
    portal.signedIn(email),
  ),
);
const [officer, otherOfficer] = officers as [Client, Client];

const told: string[] = [];
afterAll(() => console.log(told.join('\n')));

/** What an officer fills in where it is not there yet. The title and the provenance are proposed, and stand. */
const { source, assessment, handling, mopiGroup } = grade;
const filledIn: Fields = {
  ...{ source, assessment, handling, mopiGroup },
  ...{ text: sanitised, recipient: 'spoc-be', outcome: 'used' },
};

/** The form beside the text of a submission; none where the reader cannot work on it. */
const formBeside = (page: Answer) =>
  [0, 1, 2, 3].map((at) => formOf(page.text, at)).find(({ fields }) => 'recipient' in fields);

type Work = { ended: string[]; pages: number; presses: number };

/** Works off the queue, following what each page offers, until nothing waits. */
async function workOff(browser: Client): Promise<Work> {
  const work: Work = { ended: [], pages: 1, presses: 1 };
  const queue = formOf((await browser.get('/queues/fib?view=unassigned')).text);
  let answer = await browser.post(queue.action ?? '', queue.fields);
  for (;;) {
    const address = answer.location ?? '/';
    const page = await browser.get(address);
    work.pages += 1;
    const form = formBeside(page);
    // The last one ended: its page has no form.
    if (!form) return work;
    const missing = Object.entries(filledIn).filter(([name, value]) => form.fields[name]?.[0] !== value);
    // A click or a key for each that is not chosen yet, the text among them, and one to send.
    work.presses += missing.length + 1;
    answer = await browser.post(form.action ?? address, { ...form.fields, ...filledIn, press: 'send' });
    expect(answer.status, load(answer.text)('main').text()).toBe(302);
    work.ended.push(/submissions\/([0-9a-f-]{36})/.exec(address)?.[1] ?? '');
  }
}

const found = (ids: string[]) =>
  portal.db.submission.findMany({
    where: { id: { in: ids } },
    select: {
      status: true,
      intelligenceItems: { select: { itemGrades: true, sanitisedTexts: true, disseminations: true } },
      submissionEvents: { select: { action: true, actorId: true } },
      partnerMessages: { select: { kind: true } },
    },
  });

describe('a queue', () => {
  it.each(asked ? [1, 3] : [3])(
    'is worked off by %i at once, and nobody takes what another has',
    async (at) => {
      const waiting: string[] = [];
      for (let count = 0; count < many; count += 1) waiting.push(await submitted(reporter));
      const began = performance.now();
      const { statements: sent, result } = await statements.during(() =>
        Promise.all(officers.slice(0, at).map(workOff)),
      );
      const seconds = (performance.now() - began) / 1000;
      expect(result.flatMap(({ ended }) => ended).sort()).toEqual(waiting.sort());
      for (const { status, intelligenceItems, submissionEvents, partnerMessages } of await found(waiting)) {
        expect([status, intelligenceItems.length, partnerMessages.length]).toEqual(['closed', 1, 1]);
        for (const { itemGrades, sanitisedTexts, disseminations } of intelligenceItems)
          expect([itemGrades.length, sanitisedTexts.length, disseminations.length]).toEqual([1, 1, 1]);
        const claims = submissionEvents.filter(({ action }) => action === 'claim');
        const work = submissionEvents.filter(({ action }) => /grade|sanitise|answer_and_close/.test(action));
        expect(claims).toHaveLength(1);
        expect(new Set([...claims, ...work].map(({ actorId }) => actorId)).size).toBe(1);
      }
      const each = (count: number) => (count / many).toFixed(1);
      const sum = (what: 'pages' | 'presses') => each(result.reduce((so, work) => so + work[what], 0));
      told.push(
        `${many} by ${at} (${result.map(({ ended }) => ended.length).join(', ')}) in ${seconds.toFixed(1)} s. ` +
          `Each: ${sum('pages')} pages, ${sum('presses')} clicks or keys, ${each(sent.length)} statements`,
      );
    },
  );
});

describe('one submission', () => {
  it('is claimed by one of two who press at once, alone or with several', async () => {
    const id = await submitted(reporter);
    const alone = `/submissions/${id}/actions/claim`;
    const several = await Promise.all(
      [officer, otherOfficer].map(async (browser) => {
        const { version } = await portal.db.submission.findUniqueOrThrow({ where: { id } });
        const page = await browser.get(`/queues/fib/bulk?do=claim&pick=${id}.${version}`);
        return () => browser.post('/queues/fib/bulk?do=claim', formOf(page.text).fields);
      }),
    );
    const { fields } = formOf((await officer.get(alone)).text);
    await Promise.all([...several.map((press) => press()), officer.post(alone, fields)]);
    const [after] = await found([id]);
    expect(after?.submissionEvents.filter(({ action }) => action === 'claim')).toHaveLength(1);
  });

  it('is assessed once by two tabs that send at once, and never by who does not hold it', async () => {
    const id = await submitted(reporter);
    await claim(officer, id);
    const address = `/submissions/${id}`;
    const form = formBeside(await officer.get(address));
    const posted = { ...form?.fields, ...filledIn, press: 'send' };
    const [other, ...own] = await Promise.all(
      [otherOfficer, officer, officer].map((browser) => browser.post(address, posted)),
    );
    expect(other?.status).toBeGreaterThanOrEqual(400);
    expect(own.map(({ status }) => status).sort()).toEqual([302, 409]);
    const [after] = await found([id]);
    expect([after?.status, after?.intelligenceItems.length, after?.partnerMessages.length]).toEqual([
      'closed',
      1,
      1,
    ]);
  });
});
