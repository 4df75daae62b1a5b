import { hasWay, writtenWays, type ContactWays } from '#app/domain/people/contact/contact-ways.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Details } from '#app/ui/govuk/Details.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { useFormState } from '#app/ui/layout/Form.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { ContactFields } from '#app/ui/people/ContactFields.tsx';

export type ContactForReportProps = {
  /** Whether a way is asked for before sending, and as their account has it. */
  contact: { asks: boolean; ways: ContactWays };
  /** An officer enters the report for somebody else. */
  entered: boolean;
};

type AskedFor = ContactForReportProps & {
  /** Why it is asked for, where that is not what the report says. */
  asked?: string;
};

/** What the fields of `ContactForReport` hold before anything was posted. */
export const contactValues = ({ ways }: ContactForReportProps['contact']) => writtenWays(ways);

const isOpen = ({ asks, ways }: ContactForReportProps['contact'], entered: boolean, posted: boolean) =>
  posted || entered || (asks && !hasWay(ways));

/**
 * How whoever sends a report is reached about it: as their account says, changed for this report alone, or asked for here.
 * Its fields belong to the form that sends.
 */
export function ContactForReport({ contact, entered, asked }: AskedFor) {
  const posted = useFormState() !== null;
  const { contact: fields, sending } = useMessages().account;
  const { asks, ways } = contact;
  const open = isOpen(contact, entered, posted);
  const given = hasWay(ways);
  return (
    <>
      <h2 className="govuk-heading-m">{entered ? 'How they can be reached' : sending.heading}</h2>
      {entered ? (
        <p className="govuk-body">
          Ask them. Officers open it only to call them. What you leave blank is taken from their account, if
          they have one.
        </p>
      ) : (
        <p className="govuk-body">
          {asks && open ? (asked ?? sending.asked) : given ? sending.given : sending.nothing}
        </p>
      )}
      {!open && given ? (
        <SummaryList
          rows={[
            ways.telephone !== '' && { key: fields.telephone, value: ways.telephone },
            ways.safeTimes !== '' && { key: sending.safeTimes, value: ways.safeTimes },
            ways.anotherWay !== '' && { key: sending.anotherWay, value: ways.anotherWay },
          ]}
        />
      ) : null}
      {open ? (
        <ContactFields />
      ) : (
        <Details summary={given ? sending.change : sending.give}>
          <ContactFields />
        </Details>
      )}
    </>
  );
}

/** The button that sends without a number, where one is asked for. */
export function NoSafeNumber({ contact, entered }: ContactForReportProps) {
  const posted = useFormState() !== null;
  const { sending } = useMessages().account;
  if (!contact.asks || !isOpen(contact, entered, posted)) return null;
  return (
    <Button variant="secondary" name="noSafeNumber" value="yes" preventDoubleClick>
      {entered ? 'They have no safe number: send it without' : sending.none}
    </Button>
  );
}
