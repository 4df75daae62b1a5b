import { isPartTold, isWayTold, partsTold, waysTold } from '#app/domain/triage/dissemination/answer-told.ts';
import { isOutcome, outcomes } from '#app/domain/kernel/outcomes.ts';
import { isOutsideKind, outsideKinds } from '#app/domain/kernel/recipients.ts';
import { statusWords } from '#app/domain/kernel/status-words.ts';
import type { HistoryLine } from '#app/domain/submission/submission-parts.server.ts';
import { formatDate } from '#app/ui/format/date.ts';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

const words: Readonly<Record<string, string>> = {
  submit: 'Submitted',
  add_information: 'Information added by the partner',
  told_unclaimed: 'Told that nobody has claimed it',
  read_information: 'Added information marked as read',
  claim: 'Claimed',
  release: 'Released',
  take_over: 'Taken over',
  hand_over: 'Handed over',
  assign: 'Assigned by a supervisor',
  reroute: 'Moved to another queue',
  decline_transfer: 'Sent back to the queue that moved it here',
  create_item: 'Item added',
  set_area: 'Area set',
  grade: 'Graded',
  sanitise: 'Sanitised text written',
  approve_release: 'Sanitised text approved',
  disseminate: 'Disseminated',
  ask_partner: 'Partner asked',
  tell_partner: 'Partner told',
  partner_replies: 'Partner replied',
  record_reply: 'Answer recorded',
  stop_waiting: 'Went on without an answer',
  accept: 'Accepted',
  reject: 'Rejected',
  answer_and_close: 'Partner answered and closed',
  close_without_item: 'Closed without an item',
  withdraw: 'Withdrawn by the partner',
  request_withdrawal: 'Partner asked to withdraw',
  grant_withdrawal: 'Withdrawal agreed',
  refuse_withdrawal: 'Withdrawal refused',
  reopen: 'Opened again',
  raise_to_high: 'Raised to High',
  ask_to_lower: 'Asked to lower from High',
  ask_to_close: 'Asked to close',
  ask_to_close_without_item: 'Asked to close without an item',
  ask_to_reject: 'Asked to reject',
  ask_to_grant_withdrawal: 'Asked to agree to the withdrawal',
  grant_ending: 'Ended as asked',
  refuse_ending: 'Kept open',
  grant_lowering: 'Lowered from High',
  refuse_lowering: 'Kept High',
  restrict: 'Restricted to FIB',
  ask_to_lift: 'Asked to lift the restriction',
  lift_restriction: 'Restriction lifted',
  refuse_lifting: 'Kept restricted',
};

function recipientWords(recipient: unknown): string | null {
  if (recipient === 'mds_lead') return 'to the MDS lead';
  return typeof recipient === 'string' && isOutsideKind(recipient)
    ? `to ${outsideKinds[recipient]}`.replace('to A', 'to a')
    : null;
}

/** "duty officer, MDS lead; 3 people mailed, 4 times so far". */
function toldWords({ told, mailed, times }: HistoryLine['data']): string | null {
  if (!Array.isArray(told)) return null;
  const people = `${String(mailed)} ${mailed === 1 ? 'person' : 'people'} mailed`;
  const often = typeof times === 'number' && times > 1 ? `, each hour, ${times} times so far` : '';
  return `${told.join(', ')}; ${people}${often}`;
}

/** Numbers and codes kept with an event, in words. */
function details({ data }: HistoryLine): string {
  const told = [
    typeof data['item'] === 'number' ? `item ${data['item']}` : null,
    toldWords(data),
    recipientWords(data['recipient']),
    typeof data['area'] === 'string' ? data['area'] : null,
    isOutcome(data['outcome']) ? outcomes[data['outcome']].label.toLowerCase() : null,
    typeof data['grade'] === 'string' ? data['grade'] : null,
    typeof data['mopiGroup'] === 'number' ? `MoPI group ${data['mopiGroup']}` : null,
    typeof data['version'] === 'number' ? `version ${data['version']}` : null,
    typeof data['warnings'] === 'number' && data['warnings'] > 0 ? `${data['warnings']} warnings kept` : null,
    isPartTold(data['to']) ? partsTold[data['to']].toLowerCase() : null,
    isWayTold(data['how']) ? waysTold[data['how']].toLowerCase() : null,
    typeof data['on'] === 'string' ? `on ${formatDate(new Date(`${data['on']}T12:00:00Z`))}` : null,
    typeof data['lowerTo'] === 'string' ? `to ${data['lowerTo'] === 'low' ? 'Low' : 'Medium'}` : null,
    data['raised'] === true ? 'High from then on' : null,
    data['afterTheFact'] === true ? 'after it was sent' : null,
    data['approved'] === false ? 'it should not have gone out' : null,
  ].filter((part) => part !== null);
  return told.length > 0 ? `: ${told.join(', ')}` : '';
}

const titleOf = ({ action, data }: HistoryLine): string =>
  action === 'approve_release' && data['approved'] === false
    ? 'Sanitised text judged'
    : (words[action] ?? action);

/** What happened to a submission, newest first: by whom, and what it was then. */
export function History({ lines }: { lines: readonly HistoryLine[] }) {
  return (
    <ol className="govuk-list portal-history">
      {lines.map((line) => (
        <li key={line.id} className="portal-history__line">
          <strong>{titleOf(line)}</strong>
          {details(line)}
          {line.moved && line.action !== 'submit' ? ` (now ${statusWords[line.to].toLowerCase()})` : ''}
          <br />
          <span className="portal-secondary">
            {line.by ?? 'The portal'}, <DateTime at={line.at} />
          </span>
          {line.comment ? (
            <div className="portal-verbatim portal-history__comment">{line.comment}</div>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
