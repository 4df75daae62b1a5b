import { recipientSays, type DisseminationMessage } from '#app/domain/submission/recipient-messages.ts';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

export type RecipientThreadProps = {
  messages: readonly DisseminationMessage[];
  /** The level of the heading of each message. */
  headingLevel?: 2 | 3 | 4;
};

/** What the recipients of an item say came of it and ask, and what FIB replied, oldest first. Both sides read all of it. */
export function RecipientThread({ messages, headingLevel = 3 }: RecipientThreadProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <ol className="govuk-list portal-messages">
      {messages.map(({ id, kind, text, by, at }) => (
        <li
          key={id}
          className={
            kind === 'reply'
              ? 'portal-message portal-message--to-partner'
              : 'portal-message portal-message--to-police'
          }
        >
          <Heading className="govuk-heading-s portal-message__head">
            {kind === 'reply' ? 'Reply from FIB' : recipientSays[kind]}
          </Heading>
          <p className="portal-secondary govuk-body-s">
            {by}, <DateTime at={at} />
          </p>
          <div className="portal-verbatim">{text}</div>
        </li>
      ))}
    </ol>
  );
}
