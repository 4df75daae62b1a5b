import type { PreparedAction } from '#app/domain/desks/prepare-action.server.ts';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';

/** What the officer has to know before they take an action. */
export function ActionGuidance({ action, backTo }: Pick<PreparedAction, 'action' | 'backTo'>) {
  if (action === 'decline_transfer' && backTo)
    return <InsetText>It goes back to {backTo}, and nobody holds it there until it is claimed.</InsetText>;
  if (action === 'raise_to_high')
    return (
      <InsetText>
        From now on it is treated as if it had come as High: the clocks of High run, and if nobody holds it
        the officers on duty are told. To lower it again takes a second person.
      </InsetText>
    );
  if (action === 'restrict')
    return (
      <InsetText>
        From now on only FIB reads it. It moves to the FIB queue, and whoever holds it outside FIB holds it no
        more. To lift this takes a second person. Whoever it was disseminated to keeps what they have.
      </InsetText>
    );
  if (action === 'lift_restriction')
    return (
      <InsetText>
        Officers of other queues, area leads and the MDS lead can then see it as they see any other report.
      </InsetText>
    );
  if (action === 'ask_to_lower' || action === 'ask_to_lift')
    return (
      <InsetText>
        Nothing changes until an FIB supervisor other than you has decided. You are told by email without
        content, and the decision stands on the page of the submission.
      </InsetText>
    );
  if (action === 'ask_to_grant_withdrawal')
    return (
      <InsetText>
        It is High, so it stays until an FIB supervisor other than you has agreed. You are told by email
        without content.
      </InsetText>
    );
  if (action === 'ask_to_close' || action === 'ask_to_close_without_item' || action === 'ask_to_reject')
    return (
      <InsetText>
        It is High, so it stays open until an FIB supervisor other than you has agreed. Only then does the
        partner read the outcome and the message in the portal; without a message of your own they get the
        text of the outcome. Tell them nothing about police work.
      </InsetText>
    );
  if (action === 'grant_ending')
    return (
      <InsetText>
        It ends at once as it was asked, and the partner is told as it was written. Agree only if nobody is
        left in danger.
      </InsetText>
    );
  if (action === 'grant_lowering')
    return (
      <InsetText>
        Its clocks are then those that it would have had all along, so it may be overdue at once. Nobody on
        duty is told of it any more.
      </InsetText>
    );
  if (action === 'ask_partner')
    return (
      <WarningText>
        Ask only what the partner already knows. Never ask them to find out more: that could turn them into a
        source.
      </WarningText>
    );
  if (action === 'reject' || action === 'refuse_withdrawal')
    return <InsetText>The partner reads this in the portal. Tell them nothing about police work.</InsetText>;
  if (action === 'answer_and_close' || action === 'close_without_item')
    return (
      <InsetText>
        The partner reads the outcome and the message in the portal. Without a message of your own they get
        the text of the outcome. Tell them nothing about police work.
      </InsetText>
    );
  return null;
}
