import { newId } from '#app/domain/kernel/id.ts';
import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { flash } from '#app/http/forms/flash.ts';
import { contactForm, contactLimits } from '#app/domain/connections/contact-plan/contact-input.ts';
import { openContactPlan } from '#app/domain/connections/contact-plan/open-contact-plan.server.ts';
import { recordContact } from '#app/domain/connections/contact-plan/record-contact.server.ts';
import { todayOf } from '#app/domain/intake/drafts/drafts.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { useLink } from '#app/http/use-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { ContactForm } from './ContactForm.tsx';
import { ContactsMade } from './ContactsMade.tsx';
import { NextContact } from './NextContact.tsx';
import { PlanSummary } from './PlanSummary.tsx';
import { ReachSender } from '../ReachSender.tsx';
import { WishesSaid } from './WishesSaid.tsx';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { Details } from '#app/ui/govuk/Details.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/contact-plan.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const page = await openContactPlan(ctxOf(args), { submissionId: idsOf(args).submissionId });
  return {
    page,
    blank: { contactId: newId<'ContactMade'>() },
  };
}

export const action = formAction(
  (args: Route.ActionArgs) => contactForm(todayOf(ctxOf(args))),
  async (contact, args: Route.ActionArgs) => {
    const { submissionId } = idsOf(args);
    await recordContact(ctxOf(args), { submissionId, ...contact });
    return flash(link('submissions/contact-plan/contact-plan', { submissionId }), 'contact-recorded');
  },
  { collides: true },
);

export default function ContactPlan({ loaderData }: Route.ComponentProps) {
  const link = useLink();
  const { page, blank } = loaderData;
  const { submissionId, contact } = page;
  const { plan, earlier } = contact;
  const writeHref = link('submissions/contact-plan/write', { submissionId });
  return (
    <Page
      title="Contact plan"
      backHref={link('submissions/submission', { submissionId })}
      // Before there is a plan the page has no form of a contact, so errors of one would lead nowhere.
      {...(plan ? {} : { errors: [] })}
    >
      <TwoThirds>
        <PageHeading caption={`Submission ${page.reference}`}>Contact plan</PageHeading>
        {plan ? (
          <>
            <p className="govuk-body-l">
              Next contact: <NextContact contact={contact} />
            </p>
            <PlanSummary plan={plan} />
            <p className="govuk-body portal-secondary">
              Version {plan.number}, {plan.by}, <DateTime at={plan.at} />
            </p>
            <p className="govuk-body">
              <a className="govuk-link" href={writeHref}>
                Change the plan
              </a>
            </p>
            <h2 className="govuk-heading-m">Record a contact</h2>
            <ContactForm blank={blank} limit={contactLimits.result} />
            <h2 className="govuk-heading-m">Contacts so far</h2>
            <ContactsMade contacts={contact.contacts} />
          </>
        ) : (
          <p className="govuk-body">There is no contact plan yet.</p>
        )}
        <WishesSaid contact={contact} />
        <h2 className="govuk-heading-m">Whoever made the report</h2>
        <ReachSender
          given={contact.sender}
          mayRead={page.mayReadSender}
          href={link('submissions/reach', { submissionId })}
        />
        {plan ? null : <ButtonLink href={writeHref}>Write the contact plan</ButtonLink>}
        {earlier.map((version) => (
          <Details
            key={version.number}
            summary={
              <>
                Version {version.number}, {version.by}, <DateTime at={version.at} />
              </>
            }
          >
            <PlanSummary plan={version} />
          </Details>
        ))}
      </TwoThirds>
    </Page>
  );
}
