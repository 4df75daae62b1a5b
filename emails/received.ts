import { email, momentText, referenceText, type Email, type PortalLink } from '#emails/frame.ts';

/** `path` leads to the submission's own page. `receivedAt` is the moment of submitting. */
export type ReceivedInput = PortalLink & { reference: string; receivedAt: Date };

/** To the reporter, once the submission is stored and in a queue. */
export function received({ reference, receivedAt, ...link }: ReceivedInput): Email {
  return email({
    subject: 'We have received your report',
    paragraphs: [
      `We received your report on ${momentText(receivedAt)}.`,
      `Its reference is ${referenceText(reference)}.`,
      'It has gone to the team that assesses reports. They will read it, decide what can be done and tell you the outcome in the portal. They may ask you a question about what you already know.',
      'You do not need to do anything else. Do not try to find out more.',
    ],
    link: { ...link, label: 'Sign in to see your report' },
  });
}
