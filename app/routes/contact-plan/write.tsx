import { redirect } from 'react-router';
import { openContactPlan } from '#app/domain/connections/contact-plan/open-contact-plan.server.ts';
import { writeContactPlan } from '#app/domain/connections/contact-plan/write-contact-plan.server.ts';
import { attemptOnVersion, seenVersion, versionField } from '#app/http/forms/attempt-on-version.ts';
import { planFields, writtenPlan } from '#app/http/forms/contact-form.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { dateValues } from '#app/http/forms/date-fields.ts';
import { errorOf, formState, valueOf } from '#app/http/forms/form-state.ts';
import { submissionMarking } from '#app/http/server/marking.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import { triageAddresses } from '#app/http/triage-addresses.ts';
import { PlanFields } from '#app/ui/contact-plan/PlanFields.tsx';
import { WishesSaid } from '#app/ui/contact-plan/WishesSaid.tsx';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { VersionField } from '#app/ui/triage/VersionField.tsx';
import type { Route } from './+types/write.ts';

export async function loader(args: Route.LoaderArgs) {
  const page = await openContactPlan(ctxOf(args), { submissionId: args.params.submissionId });
  return { page, marking: submissionMarking(args) };
}

export async function action(args: Route.ActionArgs) {
  const { submissionId } = args.params;
  const form = await readForm(args.request, [...planFields, versionField]);
  const written = await attemptOnVersion(form, () =>
    writeContactPlan(ctxOf(args), {
      submissionId,
      seenVersion: seenVersion(form),
      ...writtenPlan(form),
    }),
  );
  if (!written.ok) return written.refused;
  throw redirect(`${triageAddresses.contactPlan(submissionId)}?done=plan-written`);
}

export default function WriteContactPlan({
  loaderData: { page, marking },
  actionData,
}: Route.ComponentProps) {
  const { plan, next } = page.contact;
  const state =
    actionData ??
    formState({
      who: plan?.who ?? '',
      how: plan?.how ?? '',
      interpreter: plan?.interpreter ?? '',
      language: plan?.language ?? '',
      safeTimes: plan?.safeTimes ?? '',
      never: plan?.never ?? '',
      ...dateValues('nextOn', next.overdue ? null : next.on),
    });
  return (
    <Page
      title="Write a contact plan"
      backHref={triageAddresses.contactPlan(page.submissionId)}
      marking={marking}
      errors={state.errors}
      fieldIds={{ nextOn: 'nextOn-day' }}
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
        <form method="post" noValidate data-keep>
          <VersionField version={plan?.number ?? 0} />
          <PlanFields typed={(field) => valueOf(state, field)} errorOf={(field) => errorOf(state, field)} />
          <Button preventDoubleClick>Save plan</Button>
        </form>
      </TwoThirds>
    </Page>
  );
}
