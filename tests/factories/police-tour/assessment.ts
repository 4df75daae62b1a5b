import { momentValues } from '#app/domain/kernel/fields.ts';
import { testNow } from '../ctx.ts';
import { sendForm } from '../forms.ts';
import { addGradedItem, claim, grade, sanitised } from '../officer-work.ts';
import { people } from '../people.ts';
import type { TestPortal } from '../portal.ts';
import { makeThing } from '../things.ts';
import type { Album } from '../visits.ts';

const idOf = async (portal: TestPortal, thing: Parameters<typeof makeThing>[1]) =>
  (await makeThing(portal, thing)).submissionId ?? '';

/** From the first look to the answer. Gives the id of what was disseminated. */
export async function assessment(portal: TestPortal, album: Album): Promise<string> {
  const { see, err, visits } = album;
  const officer = await portal.signedIn(people.officer);
  const supervisor = await portal.signedIn(people.supervisor);
  const id = await idOf(portal, 'FIB report');
  const address = `/submissions/${id}`;
  await see(officer, 'submission, unclaimed', address);
  await see(officer, 'claim', `${address}/actions/claim`);
  await see(await portal.signedIn(people.areaLead), 'submission, status only', address);
  await claim(officer, id);
  await see(officer, 'submission, claimed', address);
  await see(officer, 'own account', '/account');
  await see(officer, 'how to reach the sender, closed', `${address}/reach`);
  visits.push({ ...(await officer.post(`${address}/reach`)), name: 'how to reach the sender' });
  await sealedSource(portal, album);
  await see(officer, 'export', `${address}/export`);
  await err(officer, 'export, nothing entered', `${address}/export`, {});
  await see(supervisor, 'claimed by another', `${address}/actions/claim`, 409);
  const actions = ['accept', 'ask_partner', 'hand_over', 'reroute', 'release'];
  for (const action of [...actions, 'raise_to_high', 'restrict']) {
    await see(officer, action, `${address}/actions/${action}`);
    if (action !== 'release')
      await err(officer, `${action}, nothing entered`, `${address}/actions/${action}`, { comment: '' });
  }
  const restricted = await idOf(portal, 'restricted report');
  await requests(portal, { see, err }, { lowered: id, restricted });
  await err(officer, 'ask_partner, asks for more', `${address}/actions/ask_partner`, {
    comment: 'Please find out who drives the van.',
  });
  visits.push({
    ...(await officer.post(`${address}/actions/release`, { expectedVersion: '0' })),
    name: 'an action on an old version',
  });
  await see(officer, 'status of the plan, not theirs to set', '/plan/PCC%201.4.1/status', 403);
  await err(officer, 'assessment, nothing entered', address, { title: '' });
  await err(officer, 'assessment, nothing to send', address, { press: 'send', recipient: '', outcome: '' });
  await err(officer, 'assessment, warnings', address, {
    ...grade,
    text: 'I, Robin Example, was told by my brother. Call 07700 900123.',
  });
  const telephoned = `/submissions/${await idOf(portal, 'telephoned report')}`;
  await see(officer, 'submission of somebody without an account', telephoned);
  await see(officer, 'told', `${telephoned}/told`);
  await err(officer, 'told, nothing entered', `${telephoned}/told`, { 'on-day': '' });
  await see(officer, 'matches', `${address}/matches`);
  await err(officer, 'matches, none ticked', `${address}/matches`, {});
  const { entityId = '' } = await makeThing(portal, 'entity');
  await see(officer, 'vehicle', `/entities/${entityId}`);
  await err(officer, 'vehicle, nothing entered', `/entities/${entityId}`, { intent: 'merge' });
  await see(await portal.signedIn(people.supervisor), 'who has seen this', `${address}/seen`);
  await see(officer, 'links', `${address}/links`);
  await err(officer, 'links, nothing entered', `${address}/links`, {});
  await see(officer, 'search', '/search');
  await err(officer, 'search, nothing entered', '/search', {});
  for (const [name, query] of [
    ['search, nothing found', 'zzyzzyx'],
    ['search, results', 'white van'],
  ] as const)
    await see(officer, name, await sendForm(officer, '/search', { query }));
  const { searchId = '' } = await makeThing(portal, 'search');
  await see(officer, 'link found reports to the plan', `/search/${searchId}/plan?pick=${id}`);
  await err(officer, 'link found reports, nothing entered', `/search/${searchId}/plan?pick=${id}`, {});
  const linked = await officer.post(`/search/${searchId}/plan?pick=${id}`, {
    picks: `${id} 00000000-0000-4000-8000-000000000000`,
    item: 'Prepare 9',
    reason: 'Asked for.',
  });
  visits.push({ ...linked, name: 'link found reports, one done and one not' });
  await see(officer, 'plan links', `${address}/plan-links`);
  await err(officer, 'plan links, nothing entered', `${address}/plan-links`, {});
  await records(officer, address, { see, err });
  await see(officer, 'write a note', `${address}/notes/new`);
  await err(officer, 'write a note, nothing entered', `${address}/notes/new`, { text: '' });
  await sendForm(officer, `${address}/notes/new`, { text: 'Asked the council about <the house>.' });
  await see(officer, 'submission with a note', address);
  const itemId = await addGradedItem(officer, id, {
    handling: 'C',
    actionCode: 'A1',
    sanitisationCode: 'S1',
  });
  await see(officer, 'grade', `/items/${itemId}`);
  await err(officer, 'grade, wrong', `/items/${itemId}`, {
    source: '3',
    assessment: 'X',
    handling: 'C',
    actionCode: '',
    mopiGroup: '9',
    'reviewOn-day': '40',
  });
  const twice = await addGradedItem(officer, id);
  await see(officer, 'void an item', `/items/${twice}/void`);
  await err(officer, 'void an item, nothing entered', `/items/${twice}/void`, { comment: '' });
  await sendForm(officer, `/items/${twice}/void`, { comment: 'Made twice: see item 1.' });
  await see(officer, 'submission with a voided item', address);
  await see(officer, 'voided item', `/items/${twice}`);
  await see(officer, 'voided item, versions and grades', `/items/${twice}/history`);
  await see(officer, 'void an item, voided already', `/items/${twice}/void`, 409);
  await see(officer, 'sanitise', `/items/${itemId}/sanitise`);
  await err(officer, 'sanitise, nothing entered', `/items/${itemId}/sanitise`, { text: '' });
  await err(officer, 'sanitise, warnings', `/items/${itemId}/sanitise`, {
    text: 'I, Robin Example, was told by my brother. Call 07700 900123.',
  });
  await see(officer, 'intelligence report, no text yet', `/items/${itemId}/report`);
  await see(officer, 'intelligence reports of a submission', `${address}/report`);
  await see(officer, 'disseminate, no text yet', `/items/${itemId}/disseminate`);
  await sendForm(officer, `/items/${itemId}/sanitise`, { text: sanitised });
  for (const [name, path, typed] of [
    ['sanitise, changed meanwhile', `/items/${itemId}/sanitise`, { text: 'Other men stay there.' }],
    ['grade, changed meanwhile', `/items/${itemId}`, { provenance: 'Heard elsewhere.' }],
    ['end, changed meanwhile', `${address}/end`, { end: 'rejected', message: 'Nothing came of it.' }],
    ['assessment, changed meanwhile', address, { ...grade, text: 'Other men stay there.' }],
  ] as const)
    await err(officer, name, path, { ...typed, expectedVersion: '2' }, 409);
  await sendForm(officer, `${address}/actions/accept`);
  await see(officer, 'submission, accepted', address);
  for (const way of ['', '/outside', '/lead'])
    await see(officer, `disseminate${way}, to be approved`, `/items/${itemId}/disseminate${way}`);
  await err(officer, 'disseminate, not approved', `/items/${itemId}/disseminate`, { recipient: 'spoc-be' });
  await see(supervisor, 'approve', `/items/${itemId}/approve`);
  await see(supervisor, 'versions and grades', `/items/${itemId}/history`);
  await err(supervisor, 'approve, not confirmed', `/items/${itemId}/approve`, {});
  await sendForm(supervisor, `/items/${itemId}/approve`, { confirmed: 'yes' });
  await err(officer, 'disseminate, nobody selected', `/items/${itemId}/disseminate`, { recipient: '' });
  await err(officer, 'disseminate, warnings', `/items/${itemId}/disseminate`, {
    recipient: 'spoc-be',
    conditions: 'Call Robin Example on 01632 960001.',
  });
  await sendForm(officer, `/items/${itemId}/disseminate`, {
    recipient: 'spoc-be',
    conditions: 'Do not act before a call.',
  });
  await see(officer, 'submission, disseminated', address);
  await err(supervisor, 'void an item, somebody has it', `/items/${itemId}/void`, { comment: 'Made twice.' });
  await see(officer, 'void an item, not theirs to void', `/items/${itemId}/void`, 409);
  await see(officer, 'end', `${address}/end`);
  await err(officer, 'end, nothing entered', `${address}/end`, {});
  await sendForm(officer, `${address}/end`, {
    end: 'used',
    unsanitised: 'It serves a running enquiry only.',
    handedOn: 'The supervisor goes on with it on Monday.',
  });
  await see(officer, 'submission, closed', address);
  await see(officer, 'no such submission', '/submissions/00000000-0000-4000-8000-000000000000', 404);
  return (await portal.db.dissemination.findFirstOrThrow({ where: { itemId } })).id;
}

/** What one officer asks and another decides. */
async function requests(
  portal: TestPortal,
  { see, err }: Pick<Album, 'see' | 'err'>,
  { lowered, restricted }: { lowered: string; restricted: string },
): Promise<void> {
  const officer = await portal.signedIn(people.officer);
  const supervisor = await portal.signedIn(people.supervisor);
  const at = (id: string, action: string) =>
    action === 'end' ? `/submissions/${id}/end` : `/submissions/${id}/actions/${action}`;
  await see(
    supervisor,
    'lift a restriction that nobody asks to lift',
    at(restricted, 'lift_restriction'),
    409,
  );
  await claim(officer, restricted);
  await sendForm(officer, at(lowered, 'raise_to_high'), { comment: 'He has a knife.' });
  const decisions = [
    [lowered, 'ask_to_lower', ['grant_lowering', 'refuse_lowering']],
    // Kept open, since the tour goes on with it.
    [lowered, 'end', ['refuse_ending', 'grant_ending']],
    [restricted, 'ask_to_lift', ['lift_restriction', 'refuse_lifting']],
  ] as const;
  for (const [id, ask, decide] of decisions) {
    await see(officer, ask, at(id, ask));
    const words = (text: string): Record<string, string> =>
      ask === 'end' ? { end: 'rejected', message: text } : { comment: text };
    await err(officer, `${ask}, nothing entered`, at(id, ask), words(''));
    await sendForm(officer, at(id, ask), {
      ...words('Read again: <it is not>.'),
      ...(ask === 'ask_to_lower' ? { lowerTo: 'low' } : {}),
      ...(id === lowered
        ? { aboutDanger: 'Nobody was <there>.', dangerBy: 'A <patrol>', ...momentValues('dangerAt', testNow) }
        : {}),
    });
    await see(officer, `submission, ${ask}`, `/submissions/${id}`);
    for (const action of decide) {
      await see(supervisor, action, at(id, action));
      await err(supervisor, `${action}, nothing entered`, at(id, action), { comment: '' });
    }
  }
  await see(supervisor, 'home of a supervisor with requests', '/');
  await see(supervisor, 'to approve, requests', '/approvals');
  for (const [id, , decide] of decisions)
    await sendForm(supervisor, at(id, decide[0]), { comment: 'Agreed, with <care>.' });
}

/** The records elsewhere of a submission. */
async function records(
  officer: Awaited<ReturnType<TestPortal['signedIn']>>,
  address: string,
  { see, err }: Pick<Album, 'see' | 'err'>,
): Promise<void> {
  await see(officer, 'records, none', `${address}/records`);
  await err(officer, 'records, nothing given', `${address}/records`, {});
  for (const kind of ['crime', 'nrm', 'safeguarding', 'passed_on', 'arrests']) {
    await see(officer, `add a record: ${kind}`, `${address}/records/add/${kind}`);
    await err(officer, `add a record: ${kind}, nothing entered`, `${address}/records/add/${kind}`, {});
  }
  await sendForm(officer, `${address}/records/add/nrm`, { reference: 'NRM 1', status: 'referred' });
  const page = await see(officer, 'records', `${address}/records`);
  const link = /href="([^"]+\/records\/[0-9a-f-]{36})"/.exec(page.text)?.[1] ?? '';
  await see(officer, 'a record', link);
  await err(officer, 'a record, removed without a reason', link, { intent: 'remove' });
  await sendForm(officer, link, { intent: 'remove', reason: 'Another house.' });
  await see(officer, 'a record, removed', link);
  await see(officer, 'records, one removed', `${address}/records`);
}

/** From asking to open a sealed source to reading it, with one opened at once. */
async function sealedSource(portal: TestPortal, { see, err, visits }: Album): Promise<void> {
  const officer = await portal.signedIn(people.officer);
  const custodian = await portal.signedIn(people.custodian);
  await see(custodian, 'sealed sources', '/sources');
  const { submissionId = '', openingId = '' } = await makeThing(portal, 'source request');
  const source = `/submissions/${submissionId}/source`;
  const request = `/sources/${openingId}`;
  await see(officer, 'sealed source, asked for', source);
  await see(custodian, 'sealed sources, one to decide', '/sources');
  await see(custodian, 'request to open a sealed source', request);
  await err(custodian, 'request to open a sealed source, nothing entered', request, {});
  await sendForm(custodian, request, { decision: '8', words: 'It is needed' });
  await see(officer, 'sealed source, may be read', source);
  visits.push({ ...(await officer.post(source)), name: 'sealed source, read' });
  await see(await portal.signedIn(people.supervisor), 'sealed sources, decided', '/sources');
  await see(custodian, 'request to open a sealed source, decided', request);
  const sealed = `/submissions/${await idOf(portal, 'sealed report')}`;
  await see(officer, 'submission with a sealed source', sealed);
  await see(officer, 'sealed source', `${sealed}/source`);
  await err(officer, 'sealed source, nothing entered', `${sealed}/source/ask`, {});
  const high = `/submissions/${await idOf(portal, 'sealed High report')}`;
  await claim(officer, high.split('/').at(-1) ?? '');
  await see(officer, 'sealed source of a High report', `${high}/source/ask`);
  await sendForm(officer, `${high}/source/ask`, { atOnce: 'yes', reason: 'To ask where they are' });
  await see(officer, 'sealed source, opened at once', `${high}/source`);
  await see(custodian, 'sealed sources, one opened at once', '/sources');
}
