import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { loadForcePack } from '#app/domain/admin/load-force-pack.server.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { systemCtx } from '#app/portal.ts';
import { dayOfChange, packWithChangedAreas } from '#tests/factories/changed-areas.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { submitted } from '#tests/factories/submitted.ts';

const clock = fixedClock(new Date(`${dayOfChange}T10:00:00Z`));
const portal = await openTestPortal({ clock });
const before = fixedClock(new Date('2016-01-20T10:00:00Z'));
await submitted(await makeCtx(portal.database, { email: people.reporter, clock: before }), {
  places: [{ id: '00000000-0000-4000-8000-000000000001', placeKind: 'home', placePostcode: 'DY1 1AA' }],
});
const lead = await portal.signedIn('mds.lead@police.example');
const page = async (search = '') => load((await lead.get(`/reporting${search}`)).text);
const rowOf = (shown: Awaited<ReturnType<typeof page>>, area: string) =>
  shown('section[aria-labelledby="areas"] tbody tr')
    .toArray()
    .filter((row) => shown(row).find('th').text() === area)
    .map((row) => shown(row).find('td').first().text().split(':')[0]);

describe('reporting by area', () => {
  it('has no choice of areas while none has changed', async () => {
    expect((await page('?areas=now'))('input[name="areas"]')).toHaveLength(0);
  });

  it('shows areas as they were or as they are now, and says what each counts', async () => {
    await loadForcePack(systemCtx(portal, 'test', 'test'), await packWithChangedAreas());
    for (const asked of ['', '?areas=sent', '?areas=anything']) {
      const sent = await page(asked);
      expect(sent('input[name="areas"]:checked').val()).toBe('sent');
      expect([rowOf(sent, 'Dudley'), rowOf(sent, 'Example West')]).toEqual([['1'], ['None']]);
      expect(sent('#definition-areas').text()).toContain('on the day they were sent');
    }
    const now = await page('?areas=now');
    expect(now('input[name="areas"]:checked').val()).toBe('now');
    expect([rowOf(now, 'Dudley'), rowOf(now, 'Example West')]).toEqual([[], ['1']]);
    expect(now('#definition-areas').text()).toContain('Dudley and Sandwell count as Example West.');
    expect(now('main').text()).toContain('areas as they are now');
  });
});
