import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { fileLimits } from '#app/domain/intake/attachments/file-kinds.ts';
import { fileRefusals } from '#app/domain/intake/attachments/refusals.ts';
import type { Answer, Client } from '#tests/factories/client.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { photograph, pdf } from '#tests/factories/files.ts';
import { errorsOf } from '#tests/factories/forms.ts';
import { minimalPosts } from '#tests/factories/form-answers.ts';
import { people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { submittedWithPicture } from '#tests/factories/with-files.ts';
import { writtenDraft } from '#tests/factories/written-draft.ts';

const portal = await openTestPortal();
const robin = {
  ...(await makeCtx(portal.database, { email: people.reporter })),
  keyring: portal.keyring,
};
const browser = await portal.signedIn(people.reporter);

const pageOf = (draftId: string) => `/reports/drafts/${draftId}/files`;
const newDraft = () => writtenDraft(robin);

/** Posts the upload form as a browser does. */
function upload(
  by: Client,
  path: string,
  content: File | File[] | null,
  description = '',
  headers: Record<string, string> = {},
): Promise<Answer> {
  const form = new FormData();
  form.set('description', description);
  for (const each of content === null ? [] : [content].flat()) form.append('file', each);
  return by.send(path, {
    method: 'POST',
    body: form,
    headers: { accept: 'text/html', origin: portal.origin, 'sec-fetch-site': 'same-origin', ...headers },
  });
}
const file = (name: string, content: Uint8Array | string) => new File([content as BlobPart], name);

describe('the page of files', () => {
  it('takes a file, says that it waits where there is no scanner, and lists it', async () => {
    const path = pageOf(await newDraft());
    const answer = await upload(browser, path, file('van.jpg', await photograph()), 'The <b>van</b>');
    expect(answer).toMatchObject({ status: 302, location: path });
    const page = load((await browser.follow(answer)).text);
    expect(page('.govuk-notification-banner').text()).toContain('Not checked for viruses yet');
    expect(page('.govuk-summary-card').text()).toMatch(/van\.jpg.*The <b>van<\/b>.*JPG, .*Not checked yet/s);
    expect(page('.govuk-summary-card b')).toHaveLength(0);
  });

  it.each([
    ['no file', null, fileRefusals.none],
    ['an empty file', file('a.txt', ''), `a.txt: ${fileRefusals.empty}`],
    [
      'a program by another name',
      file('van.jpg', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300, 1)])),
      `van.jpg: ${fileRefusals.kind}`,
    ],
  ])('refuses %s with 422, says so at the field and keeps what was typed', async (_what, content, words) => {
    const answer = await upload(browser, pageOf(await newDraft()), content, 'What it shows');
    expect(answer.status).toBe(422);
    expect(errorsOf(answer.text)).toEqual([words]);
    const page = load(answer.text);
    expect(page('#file-error').text()).toContain(words);
    expect(page('.govuk-error-summary a').attr('href')).toBe('#file');
    expect(page('#description').attr('value')).toBe('What it shows');
  });

  it('keeps the good ones of several, and says of each other what is wrong with it', async () => {
    const draftId = await newDraft();
    const answer = await upload(
      browser,
      pageOf(draftId),
      [file('a.txt', 'words'), file('prog.exe', 'text'), file('drawing.svg', '<svg/>'), file('b.pdf', pdf())],
      'What they show',
    );
    expect(answer.status).toBe(422);
    const wrong = [`prog.exe: ${fileRefusals.name}`, `drawing.svg: ${fileRefusals.markup}`];
    expect(errorsOf(answer.text)).toEqual(wrong);
    const page = load(answer.text);
    expect(
      page('#file-error .portal-upload__refused')
        .get()
        .map((each) => page(each).text()),
    ).toEqual(wrong);
    expect(
      page('#files-added h3')
        .get()
        .map((each) => page(each).text()),
    ).toEqual(['a.txt', 'b.pdf']);
    expect(page('main').text()).toContain('The other 2 files were uploaded');
    expect(page('#description').attr('value')).toBe('What they show');
  });

  it('refuses with 413 what is larger than a file may be, and keeps nothing of it', async () => {
    const draftId = await newDraft();
    const answer = await upload(
      browser,
      pageOf(draftId),
      file('large.txt', Buffer.alloc(fileLimits.bytes + 1, 'words ')),
    );
    expect(answer.status).toBe(413);
    expect(errorsOf(answer.text)).toEqual([fileRefusals.oneTooLarge]);
    expect(await portal.db.attachment.count({ where: { draftId } })).toBe(0);
  });

  it('refuses bodies that are no form with a file', async () => {
    const path = pageOf(await newDraft());
    const bodies = [
      { body: 'description=x', type: 'application/x-www-form-urlencoded' },
      {
        body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
        type: 'multipart/form-data; boundary=x',
      },
      { body: '', type: 'multipart/form-data' },
    ];
    for (const { body, type } of bodies) {
      const answer = await browser.send(path, {
        method: 'POST',
        body,
        headers: { origin: portal.origin, 'content-type': type },
      });
      expect(answer.status).toBe(400);
    }
  });

  it('refuses a form of another site before it is read', async () => {
    const draftId = await newDraft();
    const answer = await upload(browser, pageOf(draftId), file('a.pdf', pdf()), '', {
      origin: 'https://other.example',
    });
    expect(answer.status).toBe(400);
    expect(await portal.db.attachment.count({ where: { draftId } })).toBe(0);
  });

  it('is another reporter’s business neither to read nor to add to', async () => {
    const path = pageOf(await newDraft());
    const sam = await portal.signedIn(people.elsewhere);
    expect((await sam.get(path)).status).toBe(404);
    expect((await upload(sam, path, file('a.pdf', pdf()))).status).toBe(404);
  });

  it('sends whoever is no longer signed in to sign-in and back here: the file does not travel twice', async () => {
    const path = pageOf(await newDraft());
    const answer = await upload(portal.client(), path, file('a.pdf', pdf()));
    expect(answer).toMatchObject({ status: 302, location: `/sign-in?next=${encodeURIComponent(path)}` });
  });

  it('removes a file after asking', async () => {
    const draftId = await newDraft();
    await upload(browser, pageOf(draftId), file('a.pdf', pdf()));
    const { id } = await portal.db.attachment.findFirstOrThrow({ where: { draftId } });
    const remove = `${pageOf(draftId)}/${id}/remove`;
    expect((await browser.get(remove)).text).toContain('Do you want to remove this file?');
    expect(await browser.post(remove)).toMatchObject({
      status: 302,
      location: pageOf(draftId),
    });
    expect((await browser.get(remove)).status).toBe(404);
    expect(await portal.db.attachment.count({ where: { draftId } })).toBe(0);
  });

  it('is reached from the task list and from check answers, which list how many files there are', async () => {
    const draftId = await newDraft();
    await upload(browser, pageOf(draftId), file('a.pdf', pdf()), 'A letter');
    const tasks = load((await browser.get(`/reports/drafts/${draftId}`)).text);
    expect(
      tasks(`a[href="${pageOf(draftId)}"]`)
        .closest('li')
        .text(),
    ).toContain('1 file');
    const check = load((await browser.get(`/reports/drafts/${draftId}/check`)).text);
    expect(check('#section-files').parent().text()).toMatch(/Number of files.*1.*A letter.*PDF/s);
    expect(check(`a[href^="${pageOf(draftId)}"]`).length).toBeGreaterThan(0);
  });
});

describe('files added to a report that was sent', () => {
  it('go to the police as they come in, and are listed on its page with when they came', async () => {
    const { submissionId } = await submittedWithPicture(robin, portal.files);
    const own = `/reports/${submissionId}`;
    expect(load((await browser.get(own)).text)(`#more ~ ul a[href="${own}/files"]`)).toHaveLength(1);
    const answer = await upload(
      browser,
      `${own}/files`,
      [file('a.txt', 'words'), file('x.exe', 'y')],
      'A note',
    );
    expect(errorsOf(answer.text)).toEqual([`x.exe: ${fileRefusals.name}`]);
    const page = load((await browser.get(own)).text);
    expect(page('#added').parent().text()).toContain('A note');
    expect(page('#files').parent().text()).toMatch(/van\.jpg.*a\.txt.*Added/s);
    expect((await upload(browser, `${own}/files`, file('b.pdf', pdf()))).location).toBe(`${own}/files`);
  });
});

describe('a download', () => {
  it('is an attachment that nobody guesses the kind of and nobody keeps, named by the reference alone', async () => {
    const { submissionId, attachmentId } = await submittedWithPicture(robin, portal.files);
    const { reference } = await portal.db.submission.findUniqueOrThrow({ where: { id: submissionId } });
    const officer = await portal.signedIn(people.officer);
    for (const [path, ending] of [
      [`/attachments/${attachmentId}`, ''],
      [`/attachments/${attachmentId}/original`, '-original'],
    ] as const) {
      const answer = await officer.get(path);
      expect(answer.status).toBe(200);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-disposition': `attachment; filename="${reference}-file-1${ending}.jpg"`,
        'content-type': 'image/jpeg',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'content-security-policy': expect.stringContaining("default-src 'none'") as string,
      });
      expect(answer.text.includes('Invented Artist')).toBe(ending !== '');
    }
    const trail = await portal.db.auditEvent.findMany({
      where: { subjectId: attachmentId, type: 'attachment.opened' },
      orderBy: { id: 'asc' },
    });
    expect(trail.map(({ data }) => data)).toEqual([
      { submissionId, part: 'copy' },
      { submissionId, part: 'original' },
    ]);
  });

  it('of a file that waits for its scan is refused with 409 and words', async () => {
    const draftId = await newDraft();
    await upload(browser, pageOf(draftId), file('a.pdf', pdf()));
    await browser.post(`/reports/drafts/${draftId}/check`, minimalPosts.declaration);
    const { id, submissionId } = await portal.db.attachment.findFirstOrThrow({ where: { draftId } });
    expect(submissionId).not.toBeNull();
    const officer = await portal.signedIn(people.officer);
    const answer = await officer.get(`/attachments/${id}`);
    expect(answer.status).toBe(409);
    expect(load(answer.text)('main').text()).toContain('This file cannot be opened');
    const page = await officer.get(`/submissions/${submissionId}`);
    expect(load(page.text)('#files').parent().text()).toContain('In quarantine');
    expect(page.text).not.toContain(`/attachments/${id}`);
  });
});

it('writes no name, description or content of a file to the log', async () => {
  const draftId = await newDraft();
  await upload(browser, pageOf(draftId), file('marzipan-name.txt', 'marzipan words'), 'marzipan description');
  await upload(
    browser,
    pageOf(draftId),
    file('marzipan-name.exe', Buffer.from('MZ\0\0marzipan')),
    'marzipan description',
  );
  expect(portal.logged.join('\n')).not.toContain('marzipan');
});
