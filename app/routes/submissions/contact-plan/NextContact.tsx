import type { Contact } from '#app/domain/connections/contact-plan/contact-of.server.ts';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';

/** When the next contact is due, as plan and contacts leave it, or why there is none. */
export function NextContact({ contact }: { contact: Contact }) {
  const { next, plan, contacts } = contact;
  if (next.on === null) {
    // Whichever was written last says why.
    const [made] = contacts;
    const madeLast = made !== undefined && plan !== null && made.at > plan.at;
    const reason = madeLast ? made.endedReason : plan?.endedReason;
    return (
      <>
        No further contact is planned: <span className="portal-verbatim">{reason}</span>
      </>
    );
  }
  return (
    <>
      <DateTime at={next.on} dateOnly /> {next.overdue ? <Tag colour="red">Overdue</Tag> : null}
      {next.today ? <Tag colour="orange">Today</Tag> : null}
    </>
  );
}
