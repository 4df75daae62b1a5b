import { email, type Email, type PortalLink } from '#emails/frame.ts';

/** `path` leads to the significant items. `recalled`: one was taken back, instead of sent. */
export type SignificantItemInput = PortalLink & { recalled: boolean };

/** To the MDS lead: that an item waits, or counts no more. What it says, and why, stands in the portal. */
export function significantItem({ recalled, ...link }: SignificantItemInput): Email {
  return email({
    subject: recalled ? 'An item sent to you was recalled' : 'A significant item waits for you',
    paragraphs: recalled
      ? [
          'An item that was sent to you as significant has been recalled. Do not use it any more.',
          'Sign in to see which one it is.',
        ]
      : [
          'An item has been sent to you as significant. Sign in to read it, with the conditions under which it may be used, and to acknowledge it.',
        ],
    link: { ...link, label: 'Open the significant items' },
  });
}
