import { email, type Email, type PortalLink } from '#emails/frame.ts';

/** `path` leads to the submission. */
export type ToSanitiseInput = PortalLink;

/** To the officers of FIB: that another queue accepted something, of which only FIB may write what leaves. */
export function toSanitise(link: ToSanitiseInput): Email {
  return email({
    subject: 'Another queue accepted a submission',
    paragraphs: [
      'Another queue has accepted a submission and graded its items.',
      'Sign in to write the sanitised text and to disseminate what should go further.',
    ],
    link: { ...link, label: 'Open the submission' },
  });
}
