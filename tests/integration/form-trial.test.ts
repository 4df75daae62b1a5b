import { randomUUID } from 'node:crypto';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { findPage, type FormDefinition } from '#app/domain/form/definition.ts';
import { errorsOf, formOf } from '#tests/factories/forms.ts';
import { currentDefinition } from '#tests/factories/published-forms.ts';
import { addPeople, people } from '#tests/factories/people.ts';
import { minimalPosts } from '#tests/factories/form-answers.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { startTrial, type TrialWalk } from '#tests/factories/trial-walk.ts';
import { fixedClock } from '#app/platform/clock.ts';

/** The next version, as somebody prepares it: the first page has another title. */
const draft: FormDefinition = {
  ...currentDefinition,
  version: currentDefinition.version + 1,
  sections: currentDefinition.sections.map((section) =>
    section.kind === 'pages' && section.gate
      ? {
          ...section,
          pages: section.pages.map((page) =>
            page.id === 'danger' ? { ...page, title: 'Danger, asked anew' } : page,
          ),
        }
      : section,
  ),
};

const now = new Date('2026-01-18T10:00:00Z');
const realTime = fixedClock(now);
const portal = await openTestPortal({ formDraft: draft, realTime });
await addPeople(portal.db);
const administrator = await portal.signedIn(people.administrator);
const version = currentDefinition.version;
const information = findPage(currentDefinition, 'information')?.page.title ?? '';

const texts = (walk: TrialWalk, selector: string) => {
  const $ = load(walk.page().text);
  return $(selector)
    .toArray()
    .map((each) => $(each).text().replace(/\s+/g, ' ').trim());
};
const sealedOf = (walk: TrialWalk) => formOf(walk.page().text).fields['answers']?.[0] ?? '';

/** To check answers, by the shortest valid report. */
async function walkToCheck(of = version): Promise<TrialWalk> {
  const walk = await startTrial(administrator, of);
  await walk.save(minimalPosts.danger);
  await walk.save(minimalPosts.information);
  await walk.save(minimalPosts.places);
  await walk.save(minimalPosts.vehicles);
  await walk.save(minimalPosts.source);
  return walk;
}

const counts = async () => ({
  drafts: await portal.db.draft.count(),
  submissions: await portal.db.submission.count(),
  sources: await portal.db.sourceRecord.count(),
  events: await portal.db.auditEvent.count(),
});

describe('a trial of a version', () => {
  it('goes as a report does, to a page that shows what would have been sent, and stores nothing', async () => {
    const before = await counts();
    const walk = await walkToCheck();
    expect(walk.heading()).toBe('Check your answers before you send the report');
    expect(texts(walk, '#missing')).toEqual([]);
    await walk.save(minimalPosts.declaration);
    expect(walk.heading()).toBe('Nothing was sent');
    const shown = texts(walk, 'main').join(' ');
    expect(shown).toContain(minimalPosts.information.whatIsKnown);
    expect(shown).toContain('B11 4AA');
    expect(await counts()).toEqual(before);
  });

  it('says on each page that it is a trial', async () => {
    const walk = await startTrial(administrator, version);
    const says = () =>
      texts(walk, '.govuk-inset-text').some((text) => text.includes('enter invented answers only'));
    expect(says()).toBe(true);
    await walk.save(minimalPosts.danger);
    expect(says()).toBe(true);
    await walk.press('Back');
    expect(walk.heading()).toBe('Your report');
    expect(says()).toBe(true);
  });

  it('gives errors beside the field and in the summary, and keeps what was typed', async () => {
    const walk = await startTrial(administrator, version);
    await walk.save(minimalPosts.danger);
    const answer = await walk.save({ whatIsKnown: 'A van.', exploitationTypes: ['labour'] });
    expect(answer.status).toBe(422);
    expect(errorsOf(answer.text).length).toBeGreaterThan(0);
    expect(formOf(answer.text).fields['whatIsKnown']).toEqual(['A van.']);
    expect(formOf(answer.text).fields['exploitationTypes']).toEqual(['labour']);
    expect(load(answer.text)('.govuk-error-message').length).toBeGreaterThan(0);
  });

  it('opens nothing before the danger screening is done, and then leads into danger’s own page', async () => {
    const walk = await startTrial(administrator, version);
    const early = await administrator.post(
      `/administration/form-versions/${version}/try?at=pages/information`,
      { answers: sealedOf(walk) },
    );
    expect(load(early.text)('h1').text()).toBe('Your report');
    await walk.save({ ...minimalPosts.danger, danger: 'now' });
    expect(walk.heading()).toBe(findPage(currentDefinition, 'emergency')?.page.title);
    expect(texts(walk, '.govuk-warning-text').join(' ')).toContain('Nothing has been sent yet');
  });

  it('says what is still missing, with the way there', async () => {
    const walk = await startTrial(administrator, version);
    await walk.save(minimalPosts.danger);
    await walk.press('Back');
    await walk.press('See what is missing');
    expect(texts(walk, '#missing')).toEqual(['Still missing']);
    expect(texts(walk, 'main form[data-keep]')).toEqual([]);
    await walk.press(information);
    expect(walk.heading()).toBe(information);
    const declared = await administrator.post(`/administration/form-versions/${version}/try?at=check`, {
      answers: sealedOf(walk),
      act: 'save',
      declaration: 'confirmed',
    });
    expect(declared.status).toBe(422);
    expect(errorsOf(declared.text)[0]).toContain('Some of your answers are missing');
  });

  it('adds, connects, changes and removes entries; what names one goes with it', async () => {
    const walk = await walkToCheck();
    await walk.press('Change How they are connected');
    const $ = load(walk.page().text);
    const value = (of: string) =>
      $('select[name=linkFrom] option')
        .toArray()
        .map((each) => $(each).attr('value') ?? '')
        .find((each) => each.startsWith(`${of}:`)) ?? '';
    const link = { linkFrom: value('vehicles'), linkKind: 'seen_with', linkTo: value('places') };
    expect((await walk.save(link)).status).toBe(200);
    expect(texts(walk, 'main').join(' ')).toContain('was seen with or at');
    await walk.press('Change (Vehicle 1)');
    await walk.save({ vehicleVrm: 'AB12 CDE' });
    expect(walk.heading()).toBe('Check your answers before you send the report');
    expect(texts(walk, 'main').join(' ')).toContain('AB12CDE');
    await walk.press('Remove (Vehicle 1)');
    expect(texts(walk, 'main h2')).toContain('This goes with it');
    expect(texts(walk, 'main').join(' ')).toContain('was seen with or at');
    await walk.save();
    expect(texts(walk, 'main')[0]).toContain('Nothing added yet.');
    await walk.press('Back');
    await walk.press('Check and send');
    expect(texts(walk, 'main').join(' ')).not.toContain('was seen with or at');
  });

  it('seals nothing of the source and never shows it again', async () => {
    const walk = await walkToCheck();
    await walk.press('Change How do you know this?');
    const { action, fields } = formOf((await walk.save({ sourceKind: 'public' })).text);
    const named = {
      ...fields,
      howSourceKnows: 'told',
      sourceIdentity: 'named',
      sourceName: 'Quillon Ravensworth',
    };
    const wrong = await administrator.post(action ?? '', { ...named, howSourceKnows: 'nonsense' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).not.toContain('Ravensworth');
    expect(errorsOf(wrong.text).join(' ')).toContain('again');
    expect((await walk.save(named)).text).not.toContain('Ravensworth');
    expect((await walk.press('Change How does the source know?')).text).not.toContain('Ravensworth');
    expect(await portal.db.sourceRecord.count()).toBe(0);
  });

  it('has no content in any address', async () => {
    const walk = await walkToCheck();
    const $ = load(walk.page().text);
    const addresses = $('[formaction], [action], a[href]')
      .toArray()
      .flatMap((each) => ['formaction', 'action', 'href'].map((name) => $(each).attr(name) ?? ''));
    expect(addresses.filter((each) => each.includes('try?at=')).length).toBeGreaterThan(5);
    for (const address of addresses) expect(address).not.toMatch(/white%20van|white van|B11/i);
  });
});

describe('the sealed answers of a trial', () => {
  const step = (browser: typeof administrator, answers: string, of = version) =>
    browser.post(`/administration/form-versions/${of}/try?at=tasks`, { answers });

  it('open for the person who made them alone, for their version alone, and unaltered alone', async () => {
    const sealed = sealedOf(await walkToCheck());
    expect((await step(administrator, sealed)).status).toBe(200);
    expect((await step(administrator, sealed, 1)).status).toBe(409);
    expect((await step(administrator, `${sealed.slice(0, -4)}AAAA`)).status).toBe(409);
    expect((await step(administrator, '')).status).toBe(409);
    const { id: accountId } = await portal.db.account.findUniqueOrThrow({
      where: { email: people.supervisor },
    });
    await portal.db.accountRole.create({
      data: { id: randomUUID(), accountId, role: 'administrator', areaId: null },
    });
    const other = await portal.signedIn(people.supervisor);
    const answer = await step(other, sealed);
    expect(answer.status).toBe(409);
    expect(load(answer.text)('main').text()).toContain('started by another person');
  });

  it('are gone on with for twelve hours; then what was typed comes back to be copied', async () => {
    const sealed = sealedOf(await walkToCheck());
    realTime.set(new Date(now.getTime() + 12 * 60 * 60_000));
    const late = await portal.signedIn(people.administrator);
    const answer = await late.post(`/administration/form-versions/${version}/try?at=pages/information`, {
      answers: sealed,
      act: 'save',
      whatIsKnown: 'Typed too late.',
    });
    realTime.set(now);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('more than 12 hours old');
    expect(answer.text).toContain('Typed too late.');
  });
});

describe('a version that is being prepared', () => {
  it('is tried before it is published', async () => {
    const walk = await startTrial(administrator, draft.version);
    expect(walk.heading()).toBe('Danger, asked anew');
    const whole = await walkToCheck(draft.version);
    await whole.save(minimalPosts.declaration);
    expect(whole.heading()).toBe('Nothing was sent');
  });

  it('stands in the list as a draft, and is compared with the version before', async () => {
    const { text } = await administrator.get('/administration/form-versions');
    expect(load(text)('tbody tr').first().text()).toContain('Draft');
    const compared = await administrator.get('/administration/form-versions/compare');
    expect(load(compared.text)('h1').text()).toBe(`Version ${version} and version ${draft.version}`);
  });

  it('is not there where none is prepared', async () => {
    const without = await openTestPortal({ formDraft: null });
    const browser = await without.signedIn(people.administrator);
    expect((await browser.get(`/administration/form-versions/${draft.version}/try`)).status).toBe(404);
    expect((await browser.post(`/administration/form-versions/${draft.version}/try`, {})).status).toBe(404);
    const { text } = await browser.get('/administration/form-versions');
    expect(text).not.toContain('>Draft<');
    expect(text).toContain('No new version is being prepared.');
    const prepared = await administrator.get('/administration/form-versions');
    expect(prepared.text).not.toContain('No new version is being prepared.');
  });
});
