import type { Client } from '../client.ts';
import { fixedClock } from '#app/platform/clock.ts';
import { makeCtx, testNow } from '../ctx.ts';
import { sendForm } from '../forms.ts';
import { addGradedItem, claim } from '../officer-work.ts';
import { people } from '../people.ts';
import type { TestPortal } from '../portal.ts';
import { submitted } from '../submitted.ts';
import type { Album } from '../visits.ts';
import { writtenDraft } from '../written-draft.ts';

/** What was sent, in each of its states. */
export async function following(portal: TestPortal, album: Album, reporter: Client): Promise<void> {
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
  const monthAgo = fixedClock(new Date(testNow.getTime() - 30 * 24 * 60 * 60_000));
  const late = await submitted(await makeCtx(portal.database, { email: people.reporter, clock: monthAgo }));
  await see(reporter, 'own report, promise missed', `/reports/${late}`);
  await see(reporter, 'own report, promise raised', await sendForm(reporter, `/reports/${late}`));
  const { location: again } = await reporter.post(`/reports/${late}`);
  await see(reporter, 'own report, promise raised before', again ?? '');
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
  const sighting = `/reports/${received}/seen-again`;
  const when = { step: 'where', day: 'today' };
  const where = { ...when, step: 'what', where: 'same' };
  await see(reporter, 'seen again, when', sighting);
  await err(reporter, 'seen again, when, nothing chosen', sighting, {});
  await err(reporter, 'seen again, where', sighting, { ...when, step: 'when' }, 200);
  await err(reporter, 'seen again, where, nothing chosen', sighting, when);
  await err(reporter, 'seen again, what', sighting, { ...where, step: 'where' }, 200);
  await err(reporter, 'seen again, what, nothing entered', sighting, where);
  await see(
    reporter,
    'own report, seen again',
    await sendForm(reporter, sighting, { ...where, danger: 'no', what: 'Typed before.' }),
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
  await sendForm(reporter, `/reports/${asked}/reply`, { danger: 'no', comment: 'It was Tuesday.' });
  await see(reporter, 'own report, answered', `/reports/${asked}`);
  await see(reporter, 'withdraw too late', `/reports/${asked}/withdraw`, 409);
  await claim(officer, closed);
  await addGradedItem(officer, closed);
  await sendForm(officer, `/submissions/${closed}/actions/accept`);
  await sendForm(officer, `/submissions/${closed}/end`, {
    end: 'used',
    unsanitised: 'It serves a running enquiry only.',
  });
  await see(reporter, 'own report, closed', `/reports/${closed}`);
  await see(reporter, 'whether an answer was useful, of none', `/reports/${received}/answer`, 409);
  await see(reporter, 'whether an answer was useful', `/reports/${closed}/answer`);
  await err(reporter, 'whether an answer was useful, nothing chosen', `/reports/${closed}/answer`, {});
  await sendForm(reporter, `/reports/${closed}/answer`, { useful: 'partly', wishes: ['sooner'] });
  await see(reporter, 'own report, answer judged', `/reports/${closed}`);
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
  const begun = await writtenDraft(await makeCtx(portal.database, { email: people.reporter }));
  const colleague = await portal.signedIn(people.colleague);
  await see(colleague, 'reports of one who may stand in', '/reports');
  await see(colleague, 'reports of colleagues', '/reports/colleagues');
  await see(colleague, 'a report of a colleague', `/reports/${sent}`);
  await see(colleague, 'take over a report', `/reports/drafts/${begun}/take-over`);
  await colleague.post(`/reports/drafts/${begun}/take-over`);
  const reporter = await portal.signedIn(people.reporter);
  await see(reporter, 'a report that was taken over', `/reports/drafts/${begun}`, 409);
  await colleague.post(`/reports/drafts/${begun}/delete`);
  await see(colleague, 'a report that was deleted', `/reports/drafts/${begun}`, 410);
  const lead = await portal.signedIn(people.lead);
  await see(lead, 'organisation of a lead who may stand in', '/organisation');
  await see(lead, 'a report for a lead who stands in', `/reports/${sent}`);
  await see(reporter, 'own report with a full copy', `/reports/${sent}`);
  await agree(false);
}
