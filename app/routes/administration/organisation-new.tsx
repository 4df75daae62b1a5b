import { z } from 'zod';
import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { flash } from '#app/http/forms/flash.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { boxes, shownAtTimes, tick } from '#app/domain/kernel/fields.ts';
import { registerOrganisation } from '#app/domain/people/organisations/register-organisation.server.ts';
import { organisationKindWords } from '#app/domain/kernel/report-labels.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/organisation-new.ts';

export const handle = { access: 'organisations.manage', section: 'organisations' } satisfies RouteHandle;

const form = z.object({
  name: z.string(),
  kind: shownAtTimes(),
  networkMember: tick(),
  agreementReference: z.string(),
  agreementReviewOn: boxes(),
});

export const action = formAction(form, async (organisation, args: Route.ActionArgs) => {
  await registerOrganisation(ctxOf(args), organisation);
  return flash(link('administration/organisations'), 'organisation-registered');
});

export default function OrganisationNew() {
  return (
    <Page title="Register an organisation" backHref={link('administration/organisations')}>
      <TwoThirds>
        <PageHeading>Register an organisation</PageHeading>
        <Form>
          <Input name="name" label="Name" />
          <Radios
            name="kind"
            legend="Kind of organisation"
            legendSize="s"
            items={Object.entries(organisationKindWords).map(([value, label]) => ({ value, label }))}
          />
          <Checkboxes
            name="networkMember"
            legend="Partner network"
            legendSize="s"
            items={[{ value: 'yes', label: 'It is a member of the force’s partner network' }]}
          />
          <Input
            name="agreementReference"
            label="Reference of the information sharing agreement (optional)"
            width={20}
          />
          <DateInput
            id="agreementReviewOn"
            namePrefix="agreementReviewOn"
            legend="When the agreement is to be reviewed (optional)"
            legendSize="s"
            hint="For example, 30 9 2016"
          />
          <Button preventDoubleClick>Register</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
