import {
  countText,
  email,
  headOfSealText,
  momentText,
  nameText,
  referenceText,
  type Email,
  type PortalLink,
} from '#emails/frame.ts';

/** Messages that give a fact beside their fixed words, each of a kind that free text can't take (frame.ts). */

/** `path` leads to the submission's own page. `receivedAt` is the moment of submitting. */
export type ReceivedInput = PortalLink & { reference: string; receivedAt: Date };

/** To the reporter, once the submission is stored and in a queue. */
export function received({ reference, receivedAt, ...link }: ReceivedInput): Email {
  return email({
    subject: 'We have received your report',
    paragraphs: [
      `We received your report on ${momentText(receivedAt)}.`,
      `Its reference is ${referenceText(reference)}.`,
      'The officers who assess reports will read it, decide what can be done and tell you the outcome in the portal. They may ask you a question about what you already know.',
      'You do not need to do anything else. Do not try to find out more.',
    ],
    link: { ...link, label: 'Sign in to see your report' },
  });
}

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

/** `path` leads to the writer's reports. */
export type DraftExpiringInput = PortalLink & { deletedOn: Date };

/** To the writer of a report that is not sent, some days before it is deleted. */
export function draftExpiring({ deletedOn, ...link }: DraftExpiringInput): Email {
  return email({
    subject: 'Something you started will be deleted',
    paragraphs: [
      `You started a report and have not sent it. It will be deleted on ${momentText(deletedOn)}.`,
      'None of it has been sent yet. If it still matters, sign in, finish it and send it. Saving any page keeps it for longer.',
    ],
    link: { ...link, label: 'Sign in to carry on' },
  });
}

/** Who is told, in this order, while nobody has claimed a High submission. */
export type HighRecipient = 'duty_list' | 'deputy' | 'fib_supervisor' | 'duty_inspector' | 'stand_in';

const because: Record<HighRecipient, string> = {
  duty_list: 'you are on the duty list',
  deputy: 'you are the deputy for the duty list',
  fib_supervisor: 'you are an FIB supervisor',
  duty_inspector: 'you are the duty inspector',
  stand_in: 'nobody is on the duty roster for this step',
};

/**
 * `path` leads to the queue, not to a submission. `waiting` counts the unclaimed High submissions, `minutes` is how
 * long the oldest of them has waited.
 */
export type HighWaitingInput = PortalLink & { recipient: HighRecipient; waiting: number; minutes: number };

/** To the next in line. It gives counts and no reference, so that it tells nothing on a locked screen. */
export function highWaiting({ recipient, waiting, minutes, ...link }: HighWaitingInput): Email {
  const number = countText(waiting, 'submission', 'submissions');
  return email({
    subject: 'Urgent: a High submission waits to be claimed',
    paragraphs: [
      `${number} with priority High ${waiting === 1 ? 'waits' : 'wait'} to be claimed.`,
      `The oldest has waited ${countText(minutes, 'minute', 'minutes')}.`,
      `You can open and claim it. You are told because ${because[recipient]}. Others will be told until somebody claims it.`,
    ],
    link: { ...link, label: 'Open the queue' },
  });
}

/**
 * `path` leads to a page that the MDS lead may see. `holder` is the display name of the officer who claimed the
 * submission; null while nobody holds it.
 */
export type HighHeldInput = PortalLink & { holder: string | null };

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

/** To a person for whom an account was made. `path` ends in the secret of the link, which opens once. Names nobody. */
export function invitation(link: PortalLink): Email {
  return email({
    subject: 'Your invitation to the partner portal',
    paragraphs: [
      `You have an account on the partner portal of ${nameText(link.force)}.`,
      'Use the link to set a password. It works once, for 7 days. After that, ask the person who invited you for a new one.',
    ],
    link: { ...link, label: 'Set your password' },
    after: ['If you did not expect this invitation, you do not need to do anything.'],
  });
}

/**
 * `path` leads to the list of where the account is signed in. `browser` and `system` are names of a closed list (`browserOf`),
 * null where they are on none; `shared`: whoever signed in said that the computer is shared.
 */
export type NewDeviceInput = PortalLink & {
  at: Date;
  browser: string | null;
  system: string | null;
  shared: boolean;
};

/** To the owner of an account, when somebody signs in to it from a browser that does not know it. */
export function newDevice({ at, browser, system, shared, ...link }: NewDeviceInput): Email {
  const device = `${nameText(browser ?? 'a browser')} on ${nameText(system ?? 'another system')}`;
  return email({
    subject: 'Somebody signed in to your account',
    paragraphs: [
      `Somebody signed in to your account on ${momentText(at)}, with ${device}${shared ? ', on a computer that they said is shared' : ''}. The portal does not recognise that browser as yours.`,
      'If this was you, you do not need to do anything. You are told each time on a shared computer, or when the browser keeps no cookies.',
    ],
    link: { ...link, label: 'See where you are signed in' },
    after: [
      'If this was not you, sign out what you do not recognise, change your password, and tell the administrator of the portal at once. If you cannot sign in, choose “I have forgotten my password”.',
    ],
  });
}

/** To whoever is to set a new password. `path` ends in the secret of the link, which works once. Names nobody. */
export function passwordReset(link: PortalLink): Email {
  return email({
    subject: 'Set a new password for the partner portal',
    paragraphs: [
      'Somebody asked for a link to set a new password for your account.',
      'It works once, for 30 minutes. It does not sign you in. Sign in afterwards with the new password.',
    ],
    link: { ...link, label: 'Set a new password' },
    after: [
      'If this was not you, you do not need to do anything. Your password stays the same, unless somebody else can read your email.',
    ],
  });
}

/** `path` leads to what was found. `seal` and `head` are the newest ones of the chain over the trail. */
export type TrailVerifiedInput = PortalLink & { at: Date; findings: number; seal: bigint; head: string };

/** To auditors, each night. The message is one of the places outside the database where the head is kept. */
export function trailVerified({ at, findings, seal, head, ...link }: TrailVerifiedInput): Email {
  const found =
    findings === 0
      ? 'All of it is as it was sealed.'
      : `It is not as it was sealed: ${countText(findings, 'finding', 'findings')}. Sign in to read what was found.`;
  return email({
    subject: findings === 0 ? 'The audit trail was verified' : 'Look at this now: the trail is not as it was',
    paragraphs: [
      `The audit trail was held against its seals on ${momentText(at)}. ${found}`,
      `The newest seal is number ${seal}. Its head is ${headOfSealText(head)}`,
      'Keep this message where nobody who runs the portal can change it. The number and the head show later whether the trail up to here is still the one that it was.',
    ],
    link: { ...link, label: 'Open what was verified' },
  });
}
