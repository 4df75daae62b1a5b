import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { formOf } from '#tests/factories/forms.ts';
import { people } from '#tests/factories/people.ts';
import { openTestPortal } from '#tests/factories/portal.ts';
import { makeThing } from '#tests/factories/things.ts';

const start = Date.now();
let now = start;
const portal = await openTestPortal({ realTime: { now: () => new Date(now) } });
const { submissionId = '' } = await makeThing(portal, 'FIB report');
const address = `/submissions/${submissionId}/export`;
const wanted = { format: 'json', purpose: 'review', reason: 'Asked for by the reviewer.' };
const exports = () => portal.db.submissionExport.count({ where: { submissionId } });

describe('an export, ten minutes after the officer last proved who they are', () => {
  it('is kept as it was typed, asks for the password, and is sent once the officer says so', async () => {
    const officer = await portal.signedIn(people.officer);
    now += 10 * 60_000;
    const before = await exports();
    const sent = await officer.post(address, wanted);
    expect([sent.status, sent.location]).toEqual([307, `/confirm?next=${encodeURIComponent(address)}`]);
    // As a browser does with 307.
    const asks = await officer.post(sent.location ?? '', wanted);
    expect(load(asks.text)('h1').text()).toBe('Confirm that it is you');
    const { action, fields } = formOf(asks.text);
    const wrong = await officer.post(action ?? '', { ...fields, password: 'a wrong password' });
    expect([wrong.status, load(wrong.text)('.govuk-error-summary').text()]).toEqual([
      422,
      expect.stringContaining('Password is wrong'),
    ]);
    const again = formOf(wrong.text);
    const proved = await officer.post(again.action ?? '', {
      ...again.fields,
      password: 'example-harbour-lantern',
    });
    expect(proved.status).toBe(200);
    const kept = formOf(proved.text);
    expect(kept).toMatchObject({ action: address, fields: { reason: [wanted.reason] } });
    expect(await exports()).toBe(before);
    expect((await officer.post(kept.action ?? '', kept.fields)).status).toBe(302);
    expect(await exports()).toBe(before + 1);
    const events = await portal.db.auditEvent.findMany({
      where: { type: { in: ['account.proved', 'account.proof_refused'] } },
      orderBy: { id: 'asc' },
      select: { type: true, data: true },
    });
    expect(events).toEqual([
      { type: 'account.proof_refused', data: { by: 'password' } },
      { type: 'account.proved', data: { by: 'password' } },
    ]);
  });

  it('shows its page after the proof to whoever only opened it, and nobody else’s proof counts', async () => {
    const [officer, other] = [await portal.signedIn(people.officer), await portal.signedIn(people.officer)];
    now += 10 * 60_000;
    const asks = await officer.get(address);
    expect(asks.location).toBe(`/confirm?next=${encodeURIComponent(address)}`);
    const { action, fields } = formOf((await officer.follow(asks)).text);
    const proved = await officer.post(action ?? '', { ...fields, password: 'example-harbour-lantern' });
    expect(proved.location).toBe(address);
    expect((await officer.get(address)).status).toBe(200);
    expect((await other.get(address)).status).toBe(302);
  });
});

describe('what lets something out of the force, ten minutes after the last proof', () => {
  it('asks for a proof, and what stays in the force by the same pages does not', async () => {
    const supervisor = await portal.signedIn(people.supervisor);
    now += 10 * 60_000;
    const action = (name: string) => `/submissions/${submissionId}/actions/${name}`;
    const grant = action('grant_immigration_use');
    const asked = { next: encodeURIComponent(grant) };
    for (const answer of [await supervisor.get(grant), await supervisor.post(grant, { comment: 'Needed.' })])
      expect(answer.location).toBe(`/confirm?next=${asked.next}`);
    for (const name of ['refuse_immigration_use', 'claim', 'none'])
      expect((await supervisor.get(action(name))).location, name).toBeNull();
  });
});
