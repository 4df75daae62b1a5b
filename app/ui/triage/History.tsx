import { isPartTold, isWayTold, partsTold, waysTold } from '#app/domain/triage/dissemination/answer-told.ts';
import { isOutcome, outcomes } from '#app/domain/kernel/outcomes.ts';
import { isOutsideKind, outsideKinds } from '#app/domain/kernel/recipients.ts';
import { statusWords } from '#app/domain/kernel/status-words.ts';
import { actions, isAction } from '#app/domain/submission/actions.ts';
import type { HistoryLine } from '#app/domain/submission/submission-parts.server.ts';
import { formatDate } from '#app/ui/format/date.ts';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

/** What happens to a submission besides the actions of the table. */
const others: Readonly<Record<string, string>> = {
  submit: 'Submitted',
  add_information: 'Information added by the partner',
  told_unclaimed: 'Told that nobody has claimed it',
  read_information: 'Added information marked as read',
  create_item: 'Item added',
  tell_partner: 'Partner told',
};

function recipientWords(recipient: unknown): string | null {
  if (recipient === 'mds_lead') return 'to the MDS lead';
  return typeof recipient === 'string' && isOutsideKind(recipient)
    ? `to ${outsideKinds[recipient]}`.replace('to A', 'to a')
    : null;
}

/** "duty officer, MDS lead; 3 people mailed, 4 times so far". */
function notifiedWords({ notified, mailed, times }: HistoryLine['data']): string | null {
  if (!Array.isArray(notified)) return null;
  const people = `${String(mailed)} ${mailed === 1 ? 'person' : 'people'} mailed`;
  const often = typeof times === 'number' && times > 1 ? `, each hour, ${times} times so far` : '';
  return `${notified.join(', ')}; ${people}${often}`;
}

/** Numbers and codes kept with an event, in words. */
function details({ data }: HistoryLine): string {
  const parts = [
    typeof data['item'] === 'number' ? `item ${data['item']}` : null,
    notifiedWords(data),
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
    data['approved'] === false && data['afterTheFact'] === true ? 'it should not have gone out' : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? `: ${parts.join(', ')}` : '';
}

const titleOf = ({ action, data }: HistoryLine): string =>
  action === 'approve_release' && data['approved'] === false
    ? data['afterTheFact'] === true
      ? 'Sanitised text judged'
      : 'Sanitised text sent back to its writer'
    : isAction(action)
      ? actions[action].history
      : (others[action] ?? action);

/** What is opened again is nobody's until it is claimed. */
const becameOf = ({ action, to }: HistoryLine): string =>
  statusWords(to, { held: action !== 'reopen' }).toLowerCase();

/** What happened to a submission, newest first: by whom, and what it was then. */
export function History({ lines }: { lines: readonly HistoryLine[] }) {
  return (
    <ol className="govuk-list portal-history">
      {lines.map((line) => (
        <li key={line.id} className="portal-history__line">
          <strong>{titleOf(line)}</strong>
          {details(line)}
          {line.moved && line.action !== 'submit' ? ` (now ${becameOf(line)})` : ''}
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
