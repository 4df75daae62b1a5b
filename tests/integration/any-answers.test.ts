import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import type { Answers } from '#app/domain/form/answers.ts';
import { declarationOf } from '#app/domain/form/declaration.ts';
import { findListSection } from '#app/domain/form/definition.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { errorsOf, sendForm, shownAgain } from '#tests/factories/forms.ts';
import { currentDefinition as form } from '#tests/factories/published-forms.ts';
import { childField } from '#app/domain/form/says-child.ts';
import { fieldNamesOf, itemFieldNames, parsePage } from '#app/domain/form/schema.ts';
import { listsOf, pagesOf, posted, validPosts, type Posted } from '#tests/factories/any-answers.ts';
import { claim } from '#tests/factories/officer-work.ts';
import { people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { readPdf } from '#tests/factories/read-pdf.ts';
import { makeRoom } from '#tests/factories/things.ts';

const portal = await openTestPortal();
const reporter = await portal.signedIn(people.reporter);
const officers = await Promise.all(
  [people.officer, people.spocBE, people.forceSpoc].map((email) => portal.signedIn(email)),
);
await portal.db.organisation.updateMany({
  data: { agreementFullCopy: true, agreementAgreedOn: new Date(0), agreementAgreedBy: 'Example' },
});

/** An officer who has claimed a report: any area is near enough, as its places are in Birmingham East or nowhere. */
async function officerFor(submissionId: string) {
  for (const officer of officers) {
    if ((await officer.get(`/submissions/${submissionId}/actions/claim`)).status !== 200) continue;
    await claim(officer, submissionId);
    return officer;
  }
  throw new Error('No officer may claim it');
}

async function begin(): Promise<string> {
  await makeRoom(portal);
  const { location } = await reporter.post('/reports/new');
  return /^\/reports\/drafts\/[0-9a-f-]{36}/.exec(location ?? '')?.[0] ?? '';
}

const pages = pagesOf(form);
const { id: sending } = declarationOf(form).page;
const lists = listsOf(form);

/** What a careful reporter posts to each page and list. Their organisation has no sites. */
const everything = fc
  .tuple(
    fc.tuple(...pages.map((page) => validPosts(page.questions))),
    fc.tuple(...lists.map((list) => validPosts(list.questions))),
  )
  .map(([ofPages, ofLists]) => ({
    pages: new Map(pages.map(({ id }, index) => [id, { ...ofPages[index], reportingSite: '' }])),
    lists: new Map(lists.map(({ id }, index) => [id, ofLists[index] ?? {}])),
  }));

/** Without what a careful reporter would not fill in, as other answers say that it is not asked. */
async function withoutUnasked(draft: string, pageId: string, posted: Posted = {}): Promise<Posted> {
  const id = draft.split('/').at(-1) as Id<'Draft'>;
  const { answers } = await portal.db.draft.findUniqueOrThrow({ where: { id } });
  const parsed = parsePage(form, pageId, posted, answers as Answers);
  const unasked = Object.entries(parsed.ok ? {} : parsed.errors).filter(([, message]) =>
    message.includes('is not asked for'),
  );
  return { ...posted, ...Object.fromEntries(unasked.map(([field]) => [field, ''])) };
}

/** In place of what a page does not offer to whoever answered the pages before it, the first that it does. */
function onlyOffered(html: string, posted: Posted): Posted {
  const page = load(html);
  return Object.fromEntries(
    Object.entries(posted).map(([name, value]) => {
      const radios = page(`input[type=radio][name="${name}"]`)
        .toArray()
        .map((each) => page(each).attr('value') ?? '');
      const offered = radios.length === 0 || radios.includes(String(value));
      return [name, offered ? value : (radios[0] ?? '')];
    }),
  );
}

/** The first choice of each entry that a page offers; of two, the last for the second. */
function offeredEntries(html: string, sectionId: string): Posted {
  const page = load(html);
  const list = findListSection(form, sectionId);
  return Object.fromEntries(
    (list?.questions ?? []).flatMap((question) => {
      if (question.kind !== 'entry') return [];
      const keys = page(`select[name="${question.id}"] option`)
        .toArray()
        .map((option) => page(option).attr('value') ?? '')
        .filter((key) => key !== '');
      const key = question.id === list?.different?.of[1] ? keys.at(-1) : keys[0];
      return key === undefined ? [] : [[question.id, key]];
    }),
  );
}

describe('any answers', () => {
  it('end in a report that an officer reads, exports and prints', async () => {
    await fc.assert(
      fc.asyncProperty(everything, async (posts) => {
        const draft = await begin();
        let address = `${draft}/pages/danger`;
        for (let turns = 0; turns < 40 && !/\/check(\?|$)/.test(address); turns += 1) {
          // The lane for danger is left: everything is answered.
          if (address.endsWith('/send-now')) address = draft;
          const shown = await reporter.follow(await reporter.get(address));
          const [, pageId] = /\/pages\/([a-z-]+)$/.exec(shown.path) ?? [];
          const [, listId] = /\/lists\/([a-z-]+)\/[0-9a-f-]{36}$/.exec(shown.path) ?? [];
          if (pageId === undefined && listId === undefined) {
            // The task list or the entries of a list: on with what is next.
            const page = load(shown.text);
            const buttons = page('main a.govuk-button').not('[href$="/send-now"]');
            const task = page('main .govuk-task-list__item:contains("Not started") a');
            address = buttons.add(task).first().attr('href') ?? '';
            continue;
          }
          // The opening asks questions of all pages.
          const opening = Object.assign({}, ...posts.pages.values(), posts.lists.get('places')) as Posted;
          const fields =
            pageId === undefined
              ? { ...posts.lists.get(listId ?? ''), ...offeredEntries(shown.text, listId ?? '') }
              : onlyOffered(
                  shown.text,
                  await withoutUnasked(draft, pageId, posts.pages.get(pageId) ?? opening),
                );
          address = await sendForm(reporter, shown.path, fields);
        }
        const asked = load((await reporter.get(address)).text)(`[name="${childField}"]`).first();
        const sent = await reporter.get(
          await sendForm(reporter, address, {
            ...(await withoutUnasked(draft, sending, posts.pages.get(sending))),
            noSafeNumber: 'yes',
            ...(asked.length > 0 && { [childField]: asked.attr('value') ?? '' }),
          }),
        );
        expect(sent.text).toContain('Report sent');
        const id = /reports\/([0-9a-f-]{36})/.exec(sent.path)?.[1] ?? '';
        expect((await reporter.get(`/reports/${id}`)).status).toBe(200);
        const { text } = await readPdf((await reporter.get(`/reports/${id}/copy.pdf`)).bytes);
        expect(text).toContain('Whatdoyouknow?');
        const reader = await officerFor(id);
        expect((await reader.get(`/submissions/${id}`)).text).toContain('As submitted');
        const exported = await reader.post(`/submissions/${id}/export`, {
          format: 'json',
          purpose: 'review',
          reason: 'Asked',
        });
        const { answers } = JSON.parse((await reader.follow(exported)).text) as {
          answers: Record<string, unknown>;
        };
        const { answers: kept } = await portal.db.submissionContent.findUniqueOrThrow({
          where: { submissionId: id },
        });
        expect(answers['what_is_known']).toBe((kept as Record<string, unknown>)['whatIsKnown']);
      }),
      { numRuns: 2, endOnFailure: true },
    );
  }, 120_000);
});

describe('anything posted', () => {
  it('to any page or list of a draft is answered with errors or the next page, never with a failure', async () => {
    const draft = await begin();
    const targets = [
      ...pages.map((page) => ({ path: `${draft}/pages/${page.id}`, names: fieldNamesOf(page) })),
      ...lists.map((list) => ({
        path: `${draft}/lists/${list.id}/${randomUUID()}`,
        names: itemFieldNames(list),
      })),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...targets).chain(({ path, names }) => fc.tuple(fc.constant(path), posted(names))),
        async ([path, fields]) => {
          const sent = await reporter.post(path, fields);
          const answer = await shownAgain(reporter, sent);
          expect([200, 302, 303, 404, 409, 422], `${path} ${answer.status}`).toContain(answer.status);
          if (answer.status === 422 || answer !== sent) expect(errorsOf(answer.text)).not.toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  }, 120_000);
});
