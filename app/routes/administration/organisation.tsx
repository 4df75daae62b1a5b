import { redirect } from 'react-router';
import { changeAgreement } from '#app/domain/people/organisations/change-agreement.server.ts';
import { readOrganisation, type Organisation } from '#app/domain/people/organisations/organisation.server.ts';
import { organisationKindWords } from '#app/domain/kernel/report-labels.ts';
import { dateBoxes, type DateBoxes } from '#app/domain/kernel/written-date.ts';
import { organisationAddressOf, organisationsAddress } from '#app/http/administration-addresses.ts';
import { attempt } from '#app/http/forms/attempt.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { errorOf, formState, valueOf, valuesOf, type FormState } from '#app/http/forms/form-state.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/organisation.ts';

const dateNames = (name: string) => ['day', 'month', 'year'].map((part) => `${name}-${part}`);
const names = {
  one: ['reference', 'agreedBy', ...dateNames('reviewOn'), ...dateNames('agreedOn')],
  many: ['allows'],
};

export async function loader(args: Route.LoaderArgs) {
  const { organisationId } = args.params;
  return {
    organisation: await readOrganisation(ctxOf(args), { organisationId }),
    changed: args.url.searchParams.get('done') === 'changed',
  };
}

export async function action(args: Route.ActionArgs) {
  const { organisationId } = args.params;
  const form = await readForm(args.request, names);
  const date = (name: string): DateBoxes => ({
    day: form.get(`${name}-day`),
    month: form.get(`${name}-month`),
    year: form.get(`${name}-year`),
  });
  const allows = form.all('allows');
  const changed = await attempt(form, () =>
    changeAgreement(ctxOf(args), {
      organisationId,
      reference: form.get('reference'),
      reviewOn: date('reviewOn'),
      fullCopy: allows.includes('full_copy'),
      cover: allows.includes('cover'),
      agreedOn: date('agreedOn'),
      agreedBy: form.get('agreedBy'),
    }),
  );
  if (!changed.ok) return changed.refused;
  throw redirect(`${organisationAddressOf(organisationId)}?done=changed`);
}

export default function OrganisationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { organisation, changed } = loaderData;
  const state = actionData ?? keptState(organisation);
  return (
    <Page
      title="Organisation"
      errors={state.errors}
      fieldIds={{ reviewOn: 'reviewOn-day', agreedOn: 'agreedOn-day' }}
      backHref={organisationsAddress}
      backText="Organisations"
      success={changed ? 'Agreement saved' : undefined}
    >
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
        <AgreementForm state={state} />
      </TwoThirds>
    </Page>
  );
}

const kindWords = (kind: string): string =>
  Object.hasOwn(organisationKindWords, kind)
    ? organisationKindWords[kind as keyof typeof organisationKindWords]
    : kind;

function keptState({ agreement }: Organisation): FormState {
  return formState({
    reference: agreement.reference ?? '',
    agreedBy: agreement.agreedBy ?? '',
    allows: [...(agreement.fullCopy ? ['full_copy'] : []), ...(agreement.cover ? ['cover'] : [])],
    ...keptDate('reviewOn', agreement.reviewOn),
    ...keptDate('agreedOn', agreement.agreedOn),
  });
}

function keptDate(name: string, at: Date | null): Record<string, string> {
  if (at === null) return {};
  const boxes = dateBoxes(at.toISOString().slice(0, 10));
  return Object.fromEntries(Object.entries(boxes).map(([part, value]) => [`${name}-${part}`, value]));
}

function AgreementForm({ state }: { state: FormState }) {
  const date = (name: string) => ({
    id: name,
    namePrefix: name,
    legendSize: 's' as const,
    values: {
      day: valueOf(state, `${name}-day`),
      month: valueOf(state, `${name}-month`),
      year: valueOf(state, `${name}-year`),
    },
    error: errorOf(state, name),
  });
  return (
    <form method="post" noValidate>
      <Input
        name="reference"
        label="Reference of the information sharing agreement (optional)"
        width={20}
        value={valueOf(state, 'reference')}
        error={errorOf(state, 'reference')}
      />
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
            value: 'cover',
            label: 'Cover for colleagues',
            hint: 'Reporters may read, answer and finish reports of colleagues who are away or have left. Leads may read and answer them.',
          },
        ]}
        values={valuesOf(state, 'allows')}
      />
      <DateInput {...date('agreedOn')} legend="When this was agreed" hint="For example, 30 9 2015" />
      <Input
        name="agreedBy"
        label="Who agreed to it for the organisation"
        hint="Name and position"
        value={valueOf(state, 'agreedBy')}
        error={errorOf(state, 'agreedBy')}
        autoComplete="off"
      />
      <Button preventDoubleClick>Save agreement</Button>
    </form>
  );
}
