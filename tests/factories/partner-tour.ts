import { randomUUID } from 'node:crypto';
import { load } from 'cheerio';
import { findPage, type ListSection } from '#app/domain/intelligence-form/definition.ts';
import { currentDefinition } from '#app/domain/intelligence-form/published.ts';
import type { Client } from './client.ts';
import { sendForm } from './forms.ts';
import { minimalAnswers, minimalPosts } from './form-answers.ts';
import { makeCtx } from './ctx.ts';
import { claim, addGradedItem } from './officer-work.ts';
import { people } from './people.ts';
import type { TestPortal } from './portal.ts';
import { submitted } from './submitted.ts';
import { makeThing } from './things.ts';
import { openAlbum, type Album, type Visit } from './visits.ts';
import { writtenDraft } from './written-draft.ts';
import { wrongAnswers } from './wrong-answers.ts';

/** Every page that partners meet, empty, filled and with errors. Needs the added people. */
export async function partnerTour(portal: TestPortal): Promise<Visit[]> {
  const album = openAlbum(portal);
  await outside(portal, album);
  const reporter = await portal.signedIn(people.reporter);
  await album.see(reporter, 'reports, none yet', '/reports');
  await album.see(reporter, 'still signed in', '/stay-signed-in');
  await writing(portal, album, reporter);
  await following(portal, album, reporter);
  await leading(portal, album);
  return album.visits;
}

/** Before anybody is signed in. */
async function outside(portal: TestPortal, { see, err, visits }: Album): Promise<void> {
  const nobody = portal.client();
  await see(nobody, 'sign in', '/sign-in');
  await err(nobody, 'sign in, nothing entered', '/sign-in', {});
  await err(nobody, 'sign in, wrong password', '/sign-in', { email: people.reporter, password: 'wrong' });
  for (let count = 0; count < 12; count += 1)
    await nobody.post('/sign-in', { email: 'nobody@example.org', password: 'x' });
  await err(nobody, 'sign in, too often', '/sign-in', { email: 'nobody@example.org', password: 'x' }, 429);
  const kept = await nobody.post('/sign-in/kept?next=%2Freports%2Fnew', { comment: 'Typed before.' });
  visits.push({ ...kept, name: 'a form kept through sign-in' });
  const wrong = await nobody.post('/sign-in/kept?next=%2Freports%2Fnew', {
    'kept-step': 'sign-in',
    'kept.comment': 'Typed before.',
  });
  visits.push({ ...wrong, name: 'a form kept through sign-in, nothing entered' });
  const { token = '' } = await makeThing(portal, 'invitation');
  await see(nobody, 'invitation', `/invitation/${token}`);
  await err(nobody, 'invitation, nothing entered', `/invitation/${token}`, {});
  for (const password of ['short', 'x'.repeat(201), 'aaaaaaaaaaaa', 'password1234'])
    await err(nobody, `invitation, password ${password.slice(0, 12)}`, `/invitation/${token}`, { password });
  await see(nobody, 'invitation, used', '/invitation/unknown', 404);
  for (const path of [
    '/help',
    '/help/signs',
    '/help/examples',
    '/help/prompt-sheet',
    '/help/exit',
    '/help/exit?next=%2Freports',
    '/privacy',
    '/cookies',
    '/accessibility',
  ])
    await see(nobody, path, path);
  await see(nobody, 'no such page', '/no-such-page', 404);
}

/** A report from its first page to the last. */
async function writing(portal: TestPortal, album: Album, reporter: Client): Promise<void> {
  const { see, err, visits } = album;
  const ctx = await makeCtx(portal.database, { email: people.reporter });
  const draftId = await writtenDraft(ctx);
  const address = `/reports/drafts/${draftId}`;
  const answers = {
    ...minimalAnswers,
    danger: 'now',
    emergencyCall: 'called',
    onBehalfOfVictim: 'yes',
    victimWantsContact: 'yes',
    sourceKind: 'colleague',
    sourceCouldBeGuessed: 'unsure',
    shareWith: 'named_agencies',
    exploitationTypes: ['other'],
  };
  const keep = (changes: object) =>
    portal.db.draft.update({
      where: { id: draftId },
      data: { answers: { ...answers, ...changes } },
    });
  await keep({});
  await see(reporter, 'task list, danger', address);
  for (const section of currentDefinition.sections) {
    if (section.kind === 'list') await list(album, reporter, `${address}/lists/${section.id}`, section, keep);
    else if (!section.atCheckAnswers)
      for (const page of section.pages) await pageStates(album, reporter, address, page.id);
  }
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
  });
  await see(reporter, 'source page with a sealed name', `${address}/pages/source`);
  await see(reporter, 'check answers', `${address}/check`);
  await err(reporter, 'check answers, not declared', `${address}/check`, {});
  await see(reporter, 'reports with a draft', '/reports');
  visits.push({
    ...(await reporter.post(`${address}/pages/information`, { whatIsKnown: 'x'.repeat(300_000) })),
    name: 'too large',
  });
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

/** What was sent, in each of its states. */
async function following(portal: TestPortal, album: Album, reporter: Client): Promise<void> {
  const { see, err } = album;
  const officer = await portal.signedIn(people.officer);
  const ctx = await makeCtx(portal.database, { email: people.reporter });
  const send = (changes = {}) => submitted(ctx, changes);
  const [received, high, asked, closed, withdrawn] = [
    await send(),
    await send({ danger: 'soon' }),
    await send(),
    await send(),
    await send(),
  ];
  await see(reporter, 'sent', `/reports/${received}/sent`);
  await see(reporter, 'sent, High', `/reports/${high}/sent`);
  await see(reporter, 'own report, received', `/reports/${received}`);
  await see(reporter, 'add information', `/reports/${received}/add`);
  await err(reporter, 'add information, nothing entered', `/reports/${received}/add`, {});
  await err(reporter, 'add information, too long', `/reports/${received}/add`, {
    danger: 'no',
    text: 'x'.repeat(15_001),
    knownHow: 'told',
  });
  for (const danger of ['no', 'now'])
    await see(
      reporter,
      `own report, added to, danger ${danger}`,
      await sendForm(reporter, `/reports/${received}/add`, {
        danger,
        text: 'Typed before.',
        knownHow: 'told',
      }),
    );
  await see(reporter, 'reply without a question', `/reports/${received}/reply`, 409);
  await see(reporter, 'withdraw', `/reports/${received}/withdraw`);
  await see(reporter, 'ask to withdraw', `/reports/${high}/withdraw`);
  await sendForm(reporter, `/reports/${high}/withdraw`, { comment: 'Sent by mistake.' });
  await see(reporter, 'own report, withdrawal asked', `/reports/${high}`);
  await claim(officer, asked);
  await sendForm(officer, `/submissions/${asked}/actions/ask_partner`, { comment: 'Which day was it?' });
  await see(reporter, 'own report, more needed', `/reports/${asked}`);
  await see(reporter, 'reply', `/reports/${asked}/reply`);
  await err(reporter, 'reply, nothing entered', `/reports/${asked}/reply`, { comment: '' });
  await err(reporter, 'reply, too long', `/reports/${asked}/reply`, { comment: 'x'.repeat(20_000) });
  await sendForm(reporter, `/reports/${asked}/reply`, { comment: 'It was Tuesday.' });
  await see(reporter, 'own report, answered', `/reports/${asked}`);
  await see(reporter, 'withdraw too late', `/reports/${asked}/withdraw`, 409);
  await claim(officer, closed);
  await addGradedItem(officer, closed);
  await sendForm(officer, `/submissions/${closed}/actions/accept`);
  await sendForm(officer, `/submissions/${closed}/actions/answer_and_close`, {
    outcome: 'used',
    comment: '',
  });
  await see(reporter, 'own report, closed', `/reports/${closed}`);
  await sendForm(reporter, `/reports/${withdrawn}/withdraw`, { comment: '' });
  await see(reporter, 'own report, withdrawn', `/reports/${withdrawn}`);
  for (let count = 0; count < 25; count += 1) await send();
  await see(reporter, 'reports, many', '/reports');
  await covering(portal, album, received);
}

/** Where the agreement lets a colleague stand in. */
async function covering(portal: TestPortal, { see }: Album, sent: string): Promise<void> {
  const { organisationId } = await portal.db.submission.findUniqueOrThrow({ where: { id: sent } });
  const agree = (agreementCover: boolean) =>
    portal.db.organisation.update({
      where: { id: organisationId },
      data: { agreementCover, agreementFullCopy: agreementCover },
    });
  await agree(true);
  await writtenDraft(await makeCtx(portal.database, { email: people.reporter }));
  const colleague = await portal.signedIn(people.colleague);
  await see(colleague, 'reports of one who may stand in', '/reports');
  await see(colleague, 'reports of colleagues', '/reports/colleagues');
  await see(colleague, 'a report of a colleague', `/reports/${sent}`);
  await see(await portal.signedIn(people.reporter), 'own report with a full copy', `/reports/${sent}`);
  await agree(false);
}

/** The lead of an organisation, and whoever is both. */
async function leading(portal: TestPortal, { see, err }: Album): Promise<void> {
  const lead = await portal.signedIn(people.lead);
  await see(lead, 'home of a lead', '/');
  await see(lead, 'organisation', '/organisation');
  await see(lead, 'invite', '/organisation/invite');
  await err(lead, 'invite, nothing entered', '/organisation/invite', {});
  await err(lead, 'invite, wrong', '/organisation/invite', {
    email: 'no address',
    displayName: 'x'.repeat(200),
  });
  await err(lead, 'invite, known', '/organisation/invite', { email: people.reporter, displayName: 'Robin' });
  const both = await portal.signedIn('val@fire-stations.example');
  await see(both, 'home of a reporting lead', '/');
  await see(both, 'organisation with sites', '/organisation');
}
