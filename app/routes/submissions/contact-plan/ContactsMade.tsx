import type { ContactMade } from '#app/domain/connections/contact-plan/contact-of.server.ts';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

/** Contacts that were made or tried, newest first. */
export function ContactsMade({ contacts }: { contacts: readonly ContactMade[] }) {
  if (contacts.length === 0) return <p className="govuk-body">No contact is recorded yet.</p>;
  return (
    <ol className="govuk-list portal-history">
      {contacts.map((contact) => (
        <li key={contact.id} className="portal-history__line">
          <strong>
            <DateTime at={contact.madeOn} dateOnly />
          </strong>
          <br />
          <span className="portal-secondary">
            Recorded by {contact.by}, <DateTime at={contact.at} />
          </span>
          <div className="portal-verbatim portal-history__comment">{contact.result}</div>
          <div>
            {contact.nextOn ? (
              <>
                Next contact by <DateTime at={contact.nextOn} dateOnly />
              </>
            ) : (
              <>
                No further contact: <span className="portal-verbatim">{contact.endedReason}</span>
              </>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
