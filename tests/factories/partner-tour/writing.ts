import { randomUUID } from 'node:crypto';
import { load } from 'cheerio';
import { findPage, type ListSection } from '#app/domain/form/definition.ts';
import { openingId } from '#app/domain/form/opening.ts';
import { currentDefinition } from '#tests/factories/published-forms.ts';
import type { Client } from '../client.ts';
import { makeCtx } from '../ctx.ts';
import { minimalAnswers, minimalPosts } from '../form-answers.ts';
import { fillForm, sendForm } from '../forms.ts';
import { people } from '../people.ts';
import type { TestPortal } from '../portal.ts';
import type { Album } from '../visits.ts';
import { writtenDraft } from '../written-draft.ts';
import { wrongAnswers } from '../wrong-answers.ts';

/** A report from its first page to the last. */
export async function writing(portal: TestPortal, album: Album, reporter: Client): Promise<void> {
  const { see, err, visits } = album;
  const ctx = await makeCtx(portal.database, { email: people.reporter });
  const draftId = await writtenDraft(ctx);
  const address = `/reports/drafts/${draftId}`;
  const answers = {
    ...minimalAnswers,
    danger: 'now',
    child: 'yes',
    emergencyCall: 'called',
    onBehalfOfVictim: 'yes',
    whoSpeaks: 'nobody',
    victimWantsContact: 'yes',
    sourceKind: 'colleague',
    sourceCouldBeGuessed: 'unsure',
    shareWith: 'named_agencies',
    exploitationTypes: ['other'],
  };
  const keep = (changes: object) =>
    portal.db.draft.update({
      where: { id: draftId },
      data: { answers: { ...answers, ...changes }, unfinished: {} },
    });
  await keep({});
  await see(reporter, 'task list, danger', address);
  await see(reporter, 'send now', `${address}/send-now`);
  await pageStates(album, reporter, address, openingId);
  for (const section of currentDefinition.sections) {
    if (section.kind === 'list') await list(album, reporter, `${address}/lists/${section.id}`, section, keep);
    else if (!section.atCheckAnswers)
      for (const page of section.pages) await pageStates(album, reporter, address, page.id);
  }
  await keep({
    whoSpeaks: 'other',
    speakerChoice: 'named',
    choiceExplained: 'yes',
    speakerInterpreter: 'nobody',
  });
  for (const pageId of ['source', 'more']) await pageStates(album, reporter, address, pageId);
  await keep({
    danger: 'no',
    child: 'no',
    onBehalfOfVictim: 'no',
    shareWith: 'no_limit',
    exploitationTypes: ['labour'],
    sourceCouldBeGuessed: 'no',
  });
  await unfinished(album, reporter, address);
  await keep({
    danger: 'no',
    child: 'no',
    onBehalfOfVictim: 'no',
    shareWith: 'no_limit',
    exploitationTypes: ['labour'],
    sourceCouldBeGuessed: 'no',
  });
  await see(reporter, 'task list', address);
  await see(reporter, 'delete a draft', `${address}/delete`);
  await sendForm(reporter, `${address}/pages/source`, {
    ...minimalPosts.source,
    sourceKind: 'colleague',
    sourceName: 'Quill Sealed',
    // The answers that this closes elsewhere go: the page has said so, and the button is pressed again.
    drops: 'yes',
  });
  await see(reporter, 'source page with a sealed name', `${address}/pages/source`);
  await see(reporter, 'check answers', `${address}/check`);
  await err(reporter, 'check answers, without wishes', `${address}/check`, {});
  await sendForm(reporter, `${address}/pages/information`, { ...minimalPosts.information, drops: 'yes' });
  await see(reporter, 'check answers, with the usual wishes', `${address}/check`);
  await see(reporter, 'reports with a draft', '/reports');
  visits.push({
    ...(await reporter.post(`${address}/pages/information`, { whatIsKnown: 'x'.repeat(1_100_000) })),
    name: 'too large',
  });
}

/** A page and a new entry that are not finished, and what can be done about them. */
async function unfinished({ see }: Album, reporter: Client, address: string): Promise<void> {
  const page = `${address}/pages/information`;
  const itemId = randomUUID();
  await fillForm(reporter, page, { whatIsKnown: '', then: 'later' });
  await reporter.post(`${address}/lists/people/${itemId}`, { personSurname: 'Testperson' });
  await see(reporter, 'task list, not finished', address);
  await see(reporter, 'a page that is not finished', page);
  await see(reporter, 'people, one not finished', `${address}/lists/people`);
  await see(reporter, 'remove what is not finished', `${address}/unfinished/pages/information`);
  await see(reporter, 'remove an entry that is not finished', `${address}/unfinished/people/${itemId}`);
  await see(reporter, 'remove all that is not finished', `${address}/unfinished`);
}

async function pageStates(
  { see, err }: Album,
  reporter: Client,
  address: string,
  pageId: string,
): Promise<void> {
  const path = `${address}/pages/${pageId}`;
  if ((await reporter.get(path)).status !== 200) return;
  await see(reporter, `page ${pageId}`, path);
  const questions = findPage(currentDefinition, pageId)?.page.questions ?? [];
  const optional = questions.every((question) => !question.required);
  for (const [index, typed] of wrongAnswers(questions).entries()) {
    if (optional && index === 0) continue;
    await err(reporter, `page ${pageId}, wrong answers ${index + 1}`, path, {
      ...Object.fromEntries(questions.map(({ id }) => [id, ''])),
      ...typed,
    });
  }
}

async function list(
  { see, err }: Album,
  reporter: Client,
  path: string,
  section: ListSection,
  keep: (changes: object) => Promise<unknown>,
): Promise<void> {
  await keep({ [section.id]: [] });
  await see(reporter, `${section.id}, none`, path);
  await see(reporter, `${section.id}, first`, `${path}/${randomUUID()}`);
  for (const [index, typed] of wrongAnswers(section.questions).entries())
    await err(reporter, `${section.id}, wrong answers ${index + 1}`, `${path}/${randomUUID()}`, typed);
  const itemId = randomUUID();
  const text = section.atLeastOne.of[0] ?? '';
  const select = Object.fromEntries(
    section.questions
      .filter((question) => question.required && 'options' in question)
      .map((question) => [question.id, 'options' in question ? (question.options[0]?.value ?? '') : '']),
  );
  const named = namedEntries(section, (await reporter.get(`${path}/${itemId}`)).text);
  await sendForm(reporter, `${path}/${itemId}`, {
    ...select,
    [text]: section.item === 'place' ? 'B11 1AA' : 'AB12',
    ...named,
  });
  await see(reporter, `${section.id}, one`, path);
  await see(reporter, `${section.id}, the entry`, `${path}/${itemId}`);
  await see(reporter, `${section.id}, remove`, `${path}/${itemId}/remove`);
  if (section.notKnown) {
    await keep({ [section.id]: [], [section.notKnown.id]: ['not_known'] });
    await see(reporter, `${section.id}, not known`, path);
  }
  await keep({});
}

/** For a link two of the entries that its page offers, the first and the last. */
function namedEntries(section: ListSection, html: string): Record<string, string> {
  const page = load(html);
  const required = section.questions.filter((question) => question.kind === 'entry' && question.required);
  return Object.fromEntries(
    required.map(({ id }, index) => {
      const options = page(`select[name=${id}] option[value!=""]`);
      return [id, options.eq(index === 0 ? 0 : -1).attr('value') ?? ''];
    }),
  );
}
