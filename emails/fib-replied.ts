import { email, type Email, type PortalLink } from '#emails/frame.ts';

/** To the recipients of an item: that the bureau has replied to them. Which item, and the reply, stand in the portal. */
export function fibReplied(link: PortalLink): Email {
  return email({
    subject: 'A reply about an item waits for you',
    paragraphs: ['FIB has replied about an item that was sent to you. Sign in and open the item to read it.'],
    link: { ...link, label: 'Open the portal' },
  });
}
