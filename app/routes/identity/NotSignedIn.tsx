import type { SignOnRefusal } from '#app/domain/audit/events.ts';
import { link } from '#app/http/link.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { EmergencyWarning } from '#app/ui/layout/Emergency.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';

const askTheForce = 'Ask whoever looks after accounts in the force.';

/** What happened, and what to do, in that order. */
const words: Readonly<Record<SignOnRefusal, readonly string[]>> = {
  away: [
    'The force’s sign-in service does not answer, so nobody can sign in with a force account now.',
    'Try again in a few minutes. If something cannot wait, whoever keeps the portal’s emergency accounts can open it.',
  ],
  declined: ['The force’s sign-in service did not let you in, or you turned back. Nothing has been done.'],
  invalid: [
    'This answer of the force’s sign-in service was not asked for by this browser, was used before or came too late. Nothing has been done.',
    'Sign in again from the beginning.',
  ],
  second_factor: [
    'You signed in without a second factor, such as the app on your telephone. The portal asks for one every time.',
    'Set one up for your force account, then sign in again.',
  ],
  unchecked: [
    'The force’s sign-in service does not let the portal ask later whether your account still is in use, so it lets nobody in.',
    askTheForce,
  ],
  address: [
    'Your force account has no confirmed email address of the force’s own mail, or the address belongs to another person’s account here.',
    askTheForce,
  ],
  partner: ['The email address of your force account is that of a partner’s account here.', askTheForce],
  emergency: [
    'The email address of your force account is that of an emergency account of the portal, which is opened with its own password.',
  ],
  suspended: [
    'Your account on the portal is suspended.',
    'Ask an administrator of the portal what has become of it.',
  ],
  no_group: [
    'You are in no group of the force’s directory that opens the portal.',
    'Ask your supervisor to have you put into the group for your work. You can sign in as soon as you are in it.',
  ],
  stale: ['You did not sign in anew, so it is not certain that it is still you.', 'Try again.'],
};

export const statusOf = (refused: SignOnRefusal): number => (refused === 'away' ? 503 : 403);

/** Why somebody who came with their force account was not signed in. `again`: the way to try once more. */
export function NotSignedIn({ refused, again }: { refused: SignOnRefusal; again: string }) {
  return (
    <Page title="You are not signed in">
      <TwoThirds>
        <PageHeading>You are not signed in</PageHeading>
        {words[refused].map((text) => (
          <p key={text} className="govuk-body">
            {text}
          </p>
        ))}
        <ButtonLink href={again}>Try again</ButtonLink>
        <p className="govuk-body">
          <a className="govuk-link" href={link('identity/sign-in')}>
            Other ways to sign in
          </a>
        </p>
        <EmergencyWarning />
      </TwoThirds>
    </Page>
  );
}
