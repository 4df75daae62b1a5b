import { countText, email, type Email, type PortalLink } from '#emails/frame.ts';

/** Who is told, in this order, while nobody has claimed a High submission. */
export type HighRecipient = 'duty_list' | 'deputy' | 'fib_supervisor' | 'duty_inspector' | 'stand_in';

const because: Record<HighRecipient, string> = {
  duty_list: 'you are on the duty list',
  deputy: 'you are the deputy for the duty list',
  fib_supervisor: 'you are an FIB supervisor',
  duty_inspector: 'you are the duty inspector',
  stand_in: 'nobody is on the duty roster for this step',
};

/**
 * `path` leads to the queue, not to a submission. `waiting` counts the unclaimed High submissions, `minutes` is how
 * long the oldest of them has waited.
 */
export type HighWaitingInput = PortalLink & { recipient: HighRecipient; waiting: number; minutes: number };

/** To the next in line. It gives counts and no reference, so that it tells nothing on a locked screen. */
export function highWaiting({ recipient, waiting, minutes, ...link }: HighWaitingInput): Email {
  const number = countText(waiting, 'submission', 'submissions');
  return email({
    subject: 'Urgent: a High submission waits to be claimed',
    paragraphs: [
      `${number} with priority High ${waiting === 1 ? 'waits' : 'wait'} to be claimed.`,
      `The oldest has waited ${countText(minutes, 'minute', 'minutes')}.`,
      `You can open and claim it. You are told because ${because[recipient]}. Others will be told until somebody claims it.`,
    ],
    link: { ...link, label: 'Open the queue' },
  });
}
