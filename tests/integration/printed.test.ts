import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { makeCtx } from '#tests/factories/ctx.ts';
import { people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { readPdf } from '#tests/factories/read-pdf.ts';
import { submitted } from '#tests/factories/submitted.ts';

const portal = await openTestPortal();
const robin = await makeCtx(portal.database, { email: people.reporter });
const browser = await portal.signedIn(people.reporter);

const referenceOf = async (id: string) =>
  (await portal.db.submission.findUniqueOrThrow({ where: { id } })).reference;

describe('the receipt of a report', () => {
  it('is offered on the confirmation and beside the report, and saves under a name without content', async () => {
    const id = await submitted(robin);
    for (const path of [`/reports/${id}/sent`, `/reports/${id}`]) {
      const page = load((await browser.get(path)).text);
      expect(page(`a[href="/reports/${id}/receipt.pdf"]`).text()).toBe('Download the receipt (PDF)');
    }
    const answer = await browser.get(`/reports/${id}/receipt.pdf`);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="receipt-${await referenceOf(id)}.pdf"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it('says reference, time, kind of confirmation, what happens next and when, and nothing of the report', async () => {
    const id = await submitted(robin, { danger: 'soon' });
    const { bytes } = await browser.get(`/reports/${id}/receipt.pdf`);
    const { text, title, properties } = await readPdf(bytes);
    expect(title).toBe('Receipt');
    for (const words of [
      await referenceOf(id),
      '18 January 2016 at 9am',
      'Receipt without the content of the report',
      'The officers on duty are being told now',
      'We aim to have assessed it by 18 January 2016 at 1pm',
    ])
      expect(text).toContain(words.replaceAll(' ', ''));
    expect(text + properties).not.toMatch(/van|house|Tuesday|Robin/i);
  });
});
