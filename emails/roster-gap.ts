import { email, type Email, type PortalLink } from '#emails/frame.ts';

/** `path` leads to the duty roster. */
export type RosterGapInput = PortalLink;

/** To FIB supervisors: that within a day nobody is on duty at a step. Who and when stands in the portal. */
export function rosterGap(link: RosterGapInput): Email {
  return email({
    subject: 'The duty roster has a gap within a day',
    paragraphs: [
      'Within the next 24 hours there is a time in which nobody is on duty at one step of the duty list or more.',
      'Until somebody is, everybody who may stand there by their role is told of High submissions instead.',
    ],
    link: { ...link, label: 'Open the duty roster' },
  });
}
