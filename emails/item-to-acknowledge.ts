import { email, type Email, type PortalLink } from '#emails/frame.ts';

/** `path` leads to where it stands. `state`: it has just come, is not acknowledged in time, or that although it is High. */
export type ItemToAcknowledgeInput = PortalLink & { state: 'sent' | 'overdue' | 'overdue_high' };

const subjects = {
  sent: 'An item was sent to your queue',
  overdue: 'Items wait to be acknowledged',
  overdue_high: 'Acknowledge this now: a High item waits',
} as const;

const says = {
  sent: 'An item was disseminated to your queue. Acknowledge it once you have read it.',
  overdue: 'Something that was disseminated to your queue, role or area was not acknowledged in time.',
  overdue_high: 'A High item that was disseminated to a queue was not acknowledged in its hour.',
} as const;

/** To the officers of a queue, and of what is late to those who answer for it: never what it is about. */
export function itemToAcknowledge({ state, ...link }: ItemToAcknowledgeInput): Email {
  return email({
    subject: subjects[state],
    paragraphs: [
      says[state],
      state === 'overdue_high'
        ? 'Sign in to see which one it is, under “Urgent submissions”.'
        : 'Sign in to see what waits for you. What is most urgent stands first.',
    ],
    link: { ...link, label: 'Open what waits' },
  });
}
