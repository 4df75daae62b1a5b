import { email, type Email, type PortalLink } from '#emails/frame.ts';

/**
 * `path` leads to a page that the MDS lead may see. `holder` is the display name of the officer who claimed the
 * submission; null while nobody holds it.
 */
export type HighHeldInput = PortalLink & { holder: string | null };

/** Display names are at most this long in a message; more than that is no name. */
const longestName = 100;

/** To the MDS lead: that there is a High submission and who holds it, and nothing else. */
export function highHeld({ holder, ...link }: HighHeldInput): Email {
  return email({
    subject: 'A High submission: who holds it',
    paragraphs: [
      holder === null
        ? 'There is a submission with priority High. Nobody holds it yet.'
        : `There is a submission with priority High. It is held by ${nameText(holder)}.`,
    ],
    link: { ...link, label: 'Open the portal' },
  });
}

/** One line, whatever was typed as the name. */
function nameText(name: string): string {
  return name
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longestName);
}
