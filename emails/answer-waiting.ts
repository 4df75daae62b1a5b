import { email, referenceText, type Email, type PortalLink } from '#emails/frame.ts';

/** `path` leads to the submission's own page. */
export type AnswerWaitingInput = PortalLink & { reference: string };

/**
 * To the reporter, when the status of a submission has changed, its outcome is known or a question waits. The message
 * is the same for all three, because the difference would tell something.
 */
export function answerWaiting({ reference, ...link }: AnswerWaitingInput): Email {
  return email({
    subject: 'There is an update on your report',
    paragraphs: [
      `There is an update on report ${referenceText(reference)}.`,
      'You need to sign in to read it.',
    ],
    link: { ...link, label: 'Sign in to read the update' },
  });
}
