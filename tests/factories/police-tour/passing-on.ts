import { sendForm } from '../forms.ts';
import { people } from '../people.ts';
import type { TestPortal } from '../portal.ts';
import { makeThing } from '../things.ts';
import type { Album } from '../visits.ts';

/** What leaves the force, passed on and heard of by hand, and what is sent to the MDS lead. */
export async function passingOn(portal: TestPortal, { see, err }: Album): Promise<void> {
  const officer = await portal.signedIn(people.officer);
  const lead = await portal.signedIn(people.mdsLead);
  await see(officer, 'sent and not finished, first', '/disseminations');
  await see(lead, 'significant items, none', '/significant');
  await see(lead, 'High submissions', '/high');
  await see(lead, 'High submissions that have ended', '/high/ended');
  const { itemId = '', disseminationId = '' } = await makeThing(portal, 'let out');
  const [items, sent] = [`/items/${itemId}/disseminate`, `/disseminations/${disseminationId}`];
  await see(officer, 'let out', `${items}/outside`);
  await err(officer, 'let out, nothing entered', `${items}/outside`, {});
  await err(officer, 'let out, force not named', `${items}/outside`, { recipient: 'other_force' });
  await err(officer, 'let out, warnings', `${items}/outside`, {
    recipient: 'other_agency',
    'other_agency-body': 'Example Labour Inspectorate',
    'other_agency-post': 'Intelligence desk',
    reason: 'They inspect the site.',
    conditions: 'Call Robin Example on 01632 960001.',
  });
  await see(officer, 'to the MDS lead', `${items}/lead`);
  await err(officer, 'to the MDS lead, nothing entered', `${items}/lead`, {});
  await see(officer, 'dissemination, let out', sent);
  await see(officer, 'sheet', `${sent}/sheet`);
  const inside = await makeThing(portal, 'dissemination');
  const spoc = await portal.signedIn(people.spocBE);
  await see(spoc, 'intelligence report of a recipient', `/disseminations/${inside.disseminationId}/report`);
  await see(officer, 'sent and not finished: to be passed on', '/disseminations?view=to-pass');
  await see(officer, 'how it was passed on', `${sent}/record/passed`);
  await err(officer, 'how it was passed on, nothing entered', `${sent}/record/passed`, {
    with: '',
    'at-time': '',
  });
  await see(officer, 'acknowledged before it was passed on', `${sent}/record/acknowledged`, 409);
  await sendForm(officer, `${sent}/record/passed`, { means: 'by_hand', note: 'At the weekly meeting.' });
  await see(officer, 'dissemination, passed on', sent);
  await see(officer, 'their acknowledgement', `${sent}/record/acknowledged`);
  await see(officer, 'how it was passed on, to correct', `${sent}/record/passed`);
  const corrected = await officer.get(`${sent}/record/passed`);
  const corrects = /name="corrects" value="([0-9a-f-]{36})"/.exec(corrected.text)?.[1] ?? '';
  await err(officer, 'how it was passed on, corrected without a reason', `${sent}/record/passed`, {
    corrects,
    reason: '',
  });
  await sendForm(officer, `${sent}/record/passed`, { reason: 'It was <not> by hand.', means: 'meeting' });
  await see(officer, 'passed on, corrected', sent);
  for (const view of ['waiting', 'overdue', 'to-tell'])
    await see(officer, `sent and not finished: ${view}`, `/disseminations?view=${view}`);
  await see(officer, 'sent and not finished, no such view', '/disseminations?view=none', 404);
  await see(officer, 'recall of what left the force', `${sent}/recall`);
  await sendForm(officer, `${sent}/recall`, { reason: 'It was about another house.' });
  await see(officer, 'the recipient has to be told', `${sent}/record/told_of_recall`);
  await see(officer, 'sheet, recalled', `${sent}/sheet`, 409);
  await see(officer, 'home of an officer with somebody to tell', '/');
  await see(officer, 'sent and not finished: recalled', '/disseminations');
  await sendForm(officer, `${sent}/record/told_of_recall`, { means: 'telephone' });
  await see(officer, 'dissemination, the recipient was told', sent);
  await immigrationUse(portal, itemId, { see, err });
  await significant(portal, { see });
}

/** What goes to immigration enforcement once a supervisor agrees. */
async function immigrationUse(
  portal: TestPortal,
  itemId: string,
  { see, err }: Pick<Album, 'see' | 'err'>,
): Promise<void> {
  const officer = await portal.signedIn(people.officer);
  const supervisor = await portal.signedIn(people.supervisor);
  const { submissionId } = await portal.db.intelligenceItem.findUniqueOrThrow({ where: { id: itemId } });
  const submission = `/submissions/${submissionId}`;
  await err(
    officer,
    'to immigration enforcement, under another name',
    `/items/${itemId}/disseminate/outside`,
    {
      recipient: 'other_agency',
      'other_agency-body': 'UK Visas and Immigration',
      'other_agency-post': 'Desk',
    },
  );
  await sendForm(officer, `/items/${itemId}/disseminate/outside`, {
    recipient: 'immigration_enforcement',
    'immigration_enforcement-body': 'Immigration <Enforcement>',
    'immigration_enforcement-post': 'Desk',
    reason: 'The court asked.',
    conditions: 'Ask FIB first.',
  });
  await see(officer, 'submission, asked to go to immigration enforcement', submission);
  await see(supervisor, 'to approve, immigration use', '/approvals');
  for (const action of ['refuse_immigration_use', 'grant_immigration_use']) {
    await see(supervisor, action, `${submission}/actions/${action}`);
    await err(supervisor, `${action}, nothing entered`, `${submission}/actions/${action}`, { comment: '' });
  }
  await sendForm(supervisor, `${submission}/actions/grant_immigration_use`, {
    comment: 'The court <asked>.',
  });
  await see(officer, 'submission, went to immigration enforcement', submission);
}

async function significant(portal: TestPortal, { see }: Pick<Album, 'see'>): Promise<void> {
  const lead = await portal.signedIn(people.mdsLead);
  const { disseminationId = '' } = await makeThing(portal, 'significant');
  const sent = `/disseminations/${disseminationId}`;
  await see(lead, 'home of the MDS lead with a significant item', '/');
  await see(lead, 'significant items', '/significant');
  await see(lead, 'significant item', sent);
  await sendForm(lead, sent);
  await see(lead, 'significant item, acknowledged', sent);
  await sendForm(await portal.signedIn(people.officer), `${sent}/recall`, { reason: 'Another group.' });
  await see(lead, 'significant item, recalled', sent);
  await see(lead, 'significant items, one recalled', '/significant');
}
