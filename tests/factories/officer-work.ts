import type { Client } from './client.ts';
import { sendForm } from './forms.ts';

/** What officers do on their pages, one form after the other, up to the state that a test needs. */
export const grade = {
  source: '1',
  assessment: 'B',
  handling: 'P',
  provenance: 'Seen by the source.',
  mopiGroup: '2',
};

export const sanitised = 'A white van is used to collect workers on weekday mornings.';

export async function claim(officer: Client, submissionId: string): Promise<void> {
  await sendForm(officer, `/submissions/${submissionId}/actions/claim`);
}

/** A graded item of a submission that the officer has claimed. Gives its id. */
export async function addGradedItem(
  officer: Client,
  submissionId: string,
  changes: Record<string, string> = {},
): Promise<string> {
  const address = await sendForm(officer, `/submissions/${submissionId}?item=new`, {
    title: 'Van at the house',
    ...grade,
    ...changes,
  });
  return itemIn(address);
}

/** The item with which the page of a submission goes on once it was saved. */
export const itemIn = (address: string): string => /[?&]item=([0-9a-f-]{36})/.exec(address)?.[1] ?? '';

/** Writes sanitised text and accepts the submission: from then on the item may go out. */
export async function sanitiseAndAccept(
  officer: Client,
  submissionId: string,
  itemId: string,
): Promise<void> {
  await sendForm(officer, `/items/${itemId}/sanitise`, { text: sanitised });
  await sendForm(officer, `/submissions/${submissionId}/actions/accept`);
}

/** Writes sanitised text and sends it to a queue. */
export async function sanitiseAndSend(
  officer: Client,
  submissionId: string,
  itemId: string,
  queue: string,
): Promise<void> {
  await sanitiseAndAccept(officer, submissionId, itemId);
  await sendForm(officer, `/items/${itemId}/disseminate`, { recipient: queue });
}
