import type { Contact } from '#app/domain/connections/contact-plan/contact-of.server.ts';
import { NextContact } from '#app/routes/submissions/contact-plan/NextContact.tsx';

/** Whether a submission has a part about contact at all: a plan, or a victim whose wish is known. */
export const hasContactPart = ({ wish, plan }: Contact): boolean => plan !== null || wish !== 'none';

/** The contact plan on the page of its submission, in short. */
export function ContactHere({ contact, href }: { contact: Contact; href: string }) {
  const { plan, wish } = contact;
  if (plan === null)
    return (
      <>
        <p className="govuk-body">
          {wish === 'unwanted'
            ? 'They do not want the police to contact them.'
            : 'The victim wants the police to contact them. There is no plan for it yet.'}
        </p>
        <p className="govuk-body">
          <a className="govuk-link" href={href}>
            {wish === 'unwanted' ? 'They have said otherwise since' : 'Write the contact plan'}
          </a>
        </p>
      </>
    );
  return (
    <>
      <p className="govuk-body">
        <strong>Not to be done:</strong> <span className="portal-verbatim">{plan.never}</span>
      </p>
      <p className="govuk-body">
        <strong>Next contact:</strong> <NextContact contact={contact} />
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={href}>
          Read the whole plan, or record a contact
        </a>
      </p>
    </>
  );
}
