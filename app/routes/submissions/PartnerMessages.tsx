import { outcomes, isOutcome } from '#app/domain/kernel/outcomes.ts';
import type { Message } from '#app/domain/submission/submission-parts.server.ts';
import { saysDanger } from '#app/domain/intake/own-reports/supplement.ts';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { dangerWords, wordsOf } from '#app/ui/triage/supplement-words.ts';

const kinds: Readonly<Record<string, string>> = {
  question: 'Question to the partner',
  reply: 'Reply from the partner',
  outcome: 'Answer to the partner',
  rejection: 'Message to the partner',
};

/** What went between the police and the partner, oldest first. Everything in it is seen by the partner. */
export function PartnerMessages({ messages }: { messages: readonly Message[] }) {
  if (messages.length === 0) return <p className="govuk-body">No messages yet.</p>;
  return (
    <ol className="govuk-list portal-messages">
      {messages.map((message) => (
        <li
          key={message.id}
          className={
            message.direction === 'to_partner'
              ? 'portal-message portal-message--to-partner'
              : 'portal-message portal-message--to-police'
          }
        >
          <h3 className="govuk-heading-s portal-message__head">
            {kinds[message.kind] ?? message.kind}
            {isOutcome(message.outcome) ? `: ${outcomes[message.outcome].label}` : ''}
          </h3>
          <p className="portal-secondary govuk-body-s">
            {message.author}, <DateTime at={message.sentAt} />
          </p>
          {message.danger !== null && saysDanger(message.danger) ? (
            <p className="govuk-body-s">
              <Tag colour="red">{wordsOf(dangerWords, message.danger)}</Tag>
            </p>
          ) : null}
          <div className="portal-verbatim">{message.text}</div>
        </li>
      ))}
    </ol>
  );
}
