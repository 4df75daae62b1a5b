import { z } from 'zod';
import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { flash } from '#app/http/forms/flash.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Form, type FormProps, type FormState } from '#app/ui/layout/Form.tsx';
import { boxes, dateValues } from '#app/domain/kernel/fields.ts';
import { changeAgreement } from '#app/domain/people/organisations/change-agreement.server.ts';
import { readOrganisation, type Organisation } from '#app/domain/people/organisations/organisation.server.ts';
import { organisationKindWords } from '#app/domain/kernel/report-labels.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/organisation.ts';

export const handle = { access: 'organisations.manage', section: 'organisations' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { organisationId } = idsOf(args);
  return { organisation: await readOrganisation(ctxOf(args), { organisationId }) };
}

const form = z.object({
  reference: z.string(),
  reviewOn: boxes(),
  allows: z.array(z.string()),
  asks: z.array(z.string()),
  agreedOn: boxes(),
  agreedBy: z.string(),
});

export const action = formAction(form, async ({ allows, asks, ...agreement }, args: Route.ActionArgs) => {
  const { organisationId } = idsOf(args);
  await changeAgreement(ctxOf(args), {
    organisationId,
    fullCopy: allows.includes('full_copy'),
    cover: allows.includes('cover'),
    authors: allows.includes('authors'),
    secondFactor: asks.includes('second_factor'),
    ...agreement,
  });
  return flash(link('administration/organisation', { organisationId }), 'agreement-saved');
});

export default function OrganisationPage({ loaderData }: Route.ComponentProps) {
  const { organisation } = loaderData;
  return (
    <Page title="Organisation" backHref={link('administration/organisations')} backText="Organisations">
      <TwoThirds>
        <PageHeading caption="Organisation">{organisation.name}</PageHeading>
        <SummaryList
          rows={[
            { key: 'Kind', value: kindWords(organisation.kind) },
            { key: 'Partner network', value: organisation.networkMember ? 'Member' : 'Not a member' },
            { key: 'Status', value: organisation.status === 'active' ? 'Active' : 'Suspended' },
          ]}
        />
        <h2 className="govuk-heading-m">Agreement</h2>
        <AgreementForm values={agreementValues(organisation)} />
      </TwoThirds>
    </Page>
  );
}

const kindWords = (kind: string): string =>
  Object.hasOwn(organisationKindWords, kind)
    ? organisationKindWords[kind as keyof typeof organisationKindWords]
    : kind;

function agreementValues({ agreement }: Organisation): FormState['values'] {
  return {
    reference: agreement.reference ?? '',
    agreedBy: agreement.agreedBy ?? '',
    allows: [
      ...(agreement.fullCopy ? ['full_copy'] : []),
      ...(agreement.cover ? ['cover'] : []),
      ...(agreement.authors ? ['authors'] : []),
    ],
    asks: agreement.secondFactor ? ['second_factor'] : [],
    ...keptDate('reviewOn', agreement.reviewOn),
    ...keptDate('agreedOn', agreement.agreedOn),
  };
}

function keptDate(name: string, at: Date | null): Record<string, string> {
  return dateValues(name, at === null ? null : at.toISOString().slice(0, 10));
}

function AgreementForm({ values }: Pick<FormProps, 'values'>) {
  const date = (name: string) => ({
    id: name,
    namePrefix: name,
    legendSize: 's' as const,
  });
  return (
    <Form values={values}>
      <Input name="reference" label="Reference of the information sharing agreement (optional)" width={20} />
      <DateInput
        {...date('reviewOn')}
        legend="When the agreement is to be reviewed (optional)"
        hint="For example, 30 9 2016"
      />
      <Checkboxes
        name="allows"
        legend="What the agreement allows"
        legendSize="s"
        hint="Leave empty what it does not say"
        items={[
          {
            value: 'full_copy',
            label: 'Full copies',
            hint: 'Whoever sent a report may download all of it. The organisation then keeps it safe.',
          },
          {
            value: 'authors',
            label: 'Names for leads',
            hint: 'Leads see who sent which report, and who has a question to answer. They do not see what it says.',
          },
          {
            value: 'cover',
            label: 'Cover for colleagues',
            hint: 'Reporters may read, answer and finish reports of colleagues who are away or have left. Leads may read and answer them.',
          },
        ]}
      />
      <Checkboxes
        name="asks"
        legend="What the agreement asks for"
        legendSize="s"
        items={[
          {
            value: 'second_factor',
            label: 'A second factor for everybody there',
            hint: 'Whoever has none sets one up when they next sign in. Leads need one in any case.',
          },
        ]}
      />
      <DateInput {...date('agreedOn')} legend="When this was agreed" hint="For example, 30 9 2015" />
      <Input
        name="agreedBy"
        label="Who agreed to it for the organisation"
        hint="Name and position"
        autoComplete="off"
      />
      <Button preventDoubleClick>Save agreement</Button>
    </Form>
  );
}
