import { email, momentText, type Email, type PortalLink } from '#emails/frame.ts';

/** `path` leads to the writer's reports. */
export type DraftExpiringInput = PortalLink & { deletedOn: Date };

/** To the writer of a report that is not sent, some days before it is deleted. */
export function draftExpiring({ deletedOn, ...link }: DraftExpiringInput): Email {
  return email({
    subject: 'Something you started will be deleted',
    paragraphs: [
      `You started a report and have not sent it. It will be deleted on ${momentText(deletedOn)}.`,
      'Nothing of it has been sent yet. If it still matters, sign in, finish it and send it. Saving any page keeps it for longer.',
    ],
    link: { ...link, label: 'Sign in to go on' },
  });
}
