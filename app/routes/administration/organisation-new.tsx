import { redirect } from 'react-router';
import { registerOrganisation } from '#app/domain/people/organisations/register-organisation.server.ts';
import { organisationKindWords } from '#app/domain/kernel/report-labels.ts';
import { organisationsAddress } from '#app/http/administration-addresses.ts';
import { attempt } from '#app/http/forms/attempt.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { errorOf, formState, valueOf } from '#app/http/forms/form-state.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/organisation-new.ts';

const names = [
  'name',
  'kind',
  'network',
  'agreementReference',
  'agreementReviewOn-day',
  'agreementReviewOn-month',
  'agreementReviewOn-year',
];

export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request, names);
  const input = {
    name: form.get('name'),
    kind: form.get('kind'),
    networkMember: form.get('network') === 'yes',
    agreementReference: form.get('agreementReference'),
    agreementReviewOn: {
      day: form.get('agreementReviewOn-day'),
      month: form.get('agreementReviewOn-month'),
      year: form.get('agreementReviewOn-year'),
    },
  };
  const registered = await attempt(form, () => registerOrganisation(ctxOf(args), input));
  if (!registered.ok) return registered.refused;
  throw redirect(`${organisationsAddress}?done=registered`);
}

export default function OrganisationNew({ actionData }: Route.ComponentProps) {
  const state = actionData ?? formState();
  const reviewOn = (part: string) => valueOf(state, `agreementReviewOn-${part}`);
  return (
    <Page
      title="Register an organisation"
      errors={state.errors}
      fieldIds={{ agreementReviewOn: 'agreementReviewOn-day' }}
      backHref={organisationsAddress}
    >
      <TwoThirds>
        <PageHeading>Register an organisation</PageHeading>
        <form method="post" noValidate>
          <Input name="name" label="Name" value={valueOf(state, 'name')} error={errorOf(state, 'name')} />
          <Radios
            name="kind"
            legend="Kind of organisation"
            legendSize="s"
            items={Object.entries(organisationKindWords).map(([value, label]) => ({ value, label }))}
            value={valueOf(state, 'kind')}
            error={errorOf(state, 'kind')}
          />
          <Checkboxes
            name="network"
            legend="Partner network"
            legendSize="s"
            items={[{ value: 'yes', label: 'It is a member of the force’s partner network' }]}
            values={[valueOf(state, 'network')]}
          />
          <Input
            name="agreementReference"
            label="Reference of the information sharing agreement (optional)"
            width={20}
            value={valueOf(state, 'agreementReference')}
            error={errorOf(state, 'agreementReference')}
          />
          <DateInput
            id="agreementReviewOn"
            namePrefix="agreementReviewOn"
            legend="When the agreement is to be reviewed (optional)"
            legendSize="s"
            hint="For example, 30 9 2016"
            values={{ day: reviewOn('day'), month: reviewOn('month'), year: reviewOn('year') }}
            error={errorOf(state, 'agreementReviewOn')}
          />
          <Button preventDoubleClick>Register</Button>
        </form>
      </TwoThirds>
    </Page>
  );
}
