import { email, type Email, type PortalLink } from '#emails/frame.ts';

/** Sent by `npm run admin -- test-mail`, to see whether mail of the portal arrives. `path` leads to the sign-in page. */
export function testMessage(link: PortalLink): Email {
  return email({
    subject: 'Test: mail of the partner portal arrives',
    paragraphs: ['Somebody who runs the portal tried whether its mail reaches you. Nothing waits for you.'],
    link: { ...link, label: 'Open the portal' },
  });
}
