import { describe, expect, it } from 'vitest';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { fullDraft } from '#tests/factories/full-draft.ts';
import { entryId, fullPosts } from '#tests/factories/full-report.ts';
import { exportAnswers } from '../../form/export-answers.ts';
import type { SubmittedDocument } from '../../form/document.ts';
import { openAnswersFrom } from '../../form/source-identity.ts';
import { currentDefinition } from '#tests/factories/published-forms.ts';
import { ownDraft } from '../drafts/drafts.server.ts';
import { removeDraftItem } from '../drafts/save-item.server.ts';
import { submit } from './submit.server.ts';

const database = await testDatabase();
const { db } = database;
const uma = await makeCtx(database, { email: 'uma@community-centres.example' });
const { organisationId } = uma.actor;
const sites = await db.organisationSite.findMany({
  where: { organisationId: organisationId! },
  orderBy: { name: 'asc' },
});
const account = await db.account.findUniqueOrThrow({ where: { id: uma.actor.accountId } });
const elsewhere = await db.organisationSite.findFirstOrThrow({
  where: { organisationId: { not: organisationId! } },
});
/** Not the one where she works. */
const site = sites.find((each) => each.id !== account.siteId)!;

const from = ({ id }: { id: string }) => ({ ...fullPosts.sending, reportingSite: id });

describe('a report in which everything is answered', () => {
  it('is stored with every answer, the chosen site and rows of every kind', async () => {
    const draftId = await fullDraft(uma);
    const { submissionId } = await submit(uma, { draftId, declaration: from(site) });
    const sent = await db.submission.findUniqueOrThrow({
      where: { id: submissionId },
      include: {
        submissionPeople: { orderBy: { position: 'asc' } },
        submissionPlaces: { orderBy: { position: 'asc' } },
        submissionVehicles: { orderBy: { position: 'asc' } },
        submissionOrganisations: true,
        submissionContacts: true,
        submissionLinks: { orderBy: { position: 'asc' } },
      },
    });
    expect(sent).toMatchObject({ formVersion: 5, siteId: site.id, priority: 'high' });
    expect(sent.submissionPeople).toMatchObject([
      {
        aliases: ['The Uncle', 'Old Red', 'Gaffer'],
        foldedAliases: ['the uncle', 'old red', 'gaffer'],
        nationalities: ['RO', 'MD'],
        languages: ['ro', 'ru', 'en'],
        marks: 'A scar on the left hand',
      },
      { forename: 'Ana', aliases: [] },
    ]);
    expect(sent.submissionPlaces[0]).toMatchObject({
      business: 'Imaginary Lodgings',
      sector: 'hospitality',
      peopleEstimate: 12,
    });
    expect(sent.submissionVehicles[0]).toMatchObject({ country: 'Elbonia' });
    expect(sent.submissionOrganisations).toMatchObject([{ name: 'Shiny Imaginary Cars', sector: null }]);
    expect(new Set(sent.submissionContacts.map((contact) => contact.kind))).toEqual(
      new Set(['phone', 'email', 'account', 'address', 'advert', 'website', 'bank', 'other']),
    );
    expect(sent.submissionLinks).toHaveLength(6);
    expect(sent.submissionLinks[3]).toMatchObject({
      fromKind: 'person',
      fromPosition: 1,
      kind: 'controls',
      toKind: 'person',
      toPosition: 2,
      note: 'Since last summer',
    });
  });

  it('is found again in its document and its export, with the source in neither', async () => {
    const draftId = await fullDraft(uma);
    const { submissionId } = await submit(uma, { draftId, declaration: from(site) });
    const content = await db.submissionContent.findUniqueOrThrow({ where: { submissionId } });
    const document = content.document as SubmittedDocument;
    const shown = document.sections.flatMap((section) =>
      [...section.pages, ...section.cards].flatMap((group) => group.entries),
    );
    expect(shown.find((entry) => entry.questionId === 'reportingSite')?.answer).toEqual([site.name]);
    expect(
      shown.filter((entry) => entry.questionId === 'linkFrom').map((entry) => entry.answer[0]),
    ).toContain('Person 1: Fictional, Igor');
    const exported = exportAnswers(currentDefinition, openAnswersFrom(currentDefinition, content.answers));
    expect(exported).toMatchObject({
      reporting_site: site.id,
      source_name: 'sealed',
      how_often: 'most_days',
    });
    expect(exported['contacts']).toHaveLength(7);
    expect(JSON.stringify([content, exported])).not.toMatch(/Zebedee|900199/);
    expect(await db.sourceRecord.count({ where: { submissionId } })).toBe(1);
  });
});

describe('what names something', () => {
  it('takes only sites of the reporter’s own organisation', async () => {
    const draftId = await fullDraft(uma);
    await expect(submit(uma, { draftId, declaration: from(elsewhere) })).rejects.toMatchObject({
      fieldErrors: { reportingSite: expect.any(String) as string },
    });
    await expect(submit(uma, { draftId, declaration: from(site) })).resolves.toHaveProperty('submissionId');
  });

  it('goes when the entry that it names is removed', async () => {
    const draftId = await fullDraft(uma);
    await removeDraftItem(uma, { draftId, sectionId: 'people', itemId: entryId(5) });
    const { answers } = await ownDraft(db, uma, draftId);
    const links = answers['links'] as { linkFrom: string; linkTo: string }[];
    expect(links).toHaveLength(4);
    expect(JSON.stringify(answers)).not.toContain(`people:${entryId(5)}`);
  });
});
