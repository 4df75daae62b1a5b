import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { useLink } from '#app/http/use-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { dateValues, expectedVersion } from '#app/domain/kernel/fields.ts';
import { flash } from '#app/http/forms/flash.ts';
import { openContactPlan } from '#app/domain/connections/contact-plan/open-contact-plan.server.ts';
import { writeContactPlan } from '#app/domain/connections/contact-plan/write-contact-plan.server.ts';
import { contactPlanForm } from '#app/domain/connections/contact-plan/contact-input.ts';
import { todayOf } from '#app/domain/intake/drafts/drafts.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { PlanFields } from './PlanFields.tsx';
import { WishesSaid } from './WishesSaid.tsx';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/write.ts';

export const handle = { access: 'triage.work', afterSessionEnd: 'save' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const page = await openContactPlan(ctxOf(args), { submissionId: idsOf(args).submissionId });
  return { page };
}

export const action = formAction(
  (args: Route.ActionArgs) =>
    contactPlanForm(todayOf(ctxOf(args))).safeExtend({ expectedVersion: expectedVersion() }),
  async (plan, args: Route.ActionArgs) => {
    const { submissionId } = idsOf(args);
    await writeContactPlan(ctxOf(args), { submissionId, ...plan });
    return flash(link('submissions/contact-plan/contact-plan', { submissionId }), 'plan-written');
  },
);

export default function WriteContactPlan({ loaderData: { page } }: Route.ComponentProps) {
  const link = useLink();
  const { plan, next } = page.contact;
  const values = {
    who: plan?.who ?? '',
    how: plan?.how ?? '',
    interpreter: plan?.interpreter ?? '',
    language: plan?.language ?? '',
    safeTimes: plan?.safeTimes ?? '',
    never: plan?.never ?? '',
    ...dateValues('nextOn', next.overdue ? null : next.on),
  };
  return (
    <Page
      title="Write a contact plan"
      backHref={link('submissions/contact-plan/contact-plan', { submissionId: page.submissionId })}
    >
      <TwoThirds>
        <PageHeading caption={`Submission ${page.reference}`}>
          {plan ? 'Change the contact plan' : 'Write the contact plan'}
        </PageHeading>
        <WishesSaid contact={page.contact} />
        <h2 className="govuk-heading-m">The plan</h2>
        <p className="govuk-body">
          For officers who may read the submission. Give no name that is not needed for the contact.
        </p>
        <Form data-keep values={values} expectedVersion={plan?.number ?? 0}>
          <PlanFields />
          <Button preventDoubleClick>Save plan</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
