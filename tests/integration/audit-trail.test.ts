import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';

const portal = await openTestPortal();
const auditor = await portal.signedIn(people.auditor);
const { id: supervisorId, displayName } = await portal.db.account.findUniqueOrThrow({
  where: { email: people.supervisor },
});
await portal.signedIn(people.supervisor);

const page = async (address: string) => load((await auditor.get(address)).text);

describe('the audit trail by person', () => {
  it('finds the one whom a name means, and leaves the name out of the address', async () => {
    const found = await auditor.get(
      `/audit?type=account.signed_in&person=${encodeURIComponent(displayName)}`,
    );
    expect([found.status, found.location]).toEqual([
      302,
      `/audit?actor=${supervisorId}&type=account.signed_in`,
    ]);
    const $ = await page(found.location!);
    expect($('#person').val()).toBe(displayName);
    expect($('main').text()).toContain(`${displayName}: all events`);
    expect($('input[type=hidden][name=actor]').val()).toBe(supervisorId);
  });

  it('asks which of several is meant, beside the field, and keeps what else was asked', async () => {
    const $ = await page('/audit?person=fr&reference=&to-day=18&to-month=1&to-year=2016');
    expect($('#actor-error').text()).toContain('Choose which person you mean');
    expect($('#person').val()).toBe('fr');
    expect($('#to-day').val()).toBe('18');
    const choices = $('input[name=actor][type=radio]').map((_, each) => $(each).val());
    expect(choices.length).toBeGreaterThan(1);
    const chosen = await auditor.get(`/audit?person=fr&actor=${choices[0]}`);
    expect(chosen.location).toBe(`/audit?actor=${choices[0]}`);
    expect($('input[type=hidden][name=actor]').length).toBe(0);
  });

  it('says beside each field what cannot be used, and reads nothing', async () => {
    const $ = await page('/audit?reference=1&from-day=31&from-month=2&from-year=2016');
    expect($('#reference-error').text()).toContain('Enter a reference like');
    expect($('#from-error').text()).toContain('The first day must be a real date');
    expect($('.govuk-error-summary').length).toBe(1);
    expect($('main').text()).toContain('Nothing was read');
    const none = await page('/audit?person=nobody');
    expect(none('#person-error').text()).toContain('No account has a name like this');
    const unknown = await page('/audit?reference=0000-0000');
    expect(unknown('#reference-error').text().trim()).not.toBe('');
  });
});
