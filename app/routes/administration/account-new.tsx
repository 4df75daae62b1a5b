import { redirect } from 'react-router';
import { isRole, roleNames, roles, type HeldRole, type Side } from '#app/domain/kernel/actor.ts';
import { invitationChoices } from '#app/domain/people/accounts/invitation-choices.server.ts';
import { invite } from '#app/domain/people/accounts/invite.server.ts';
import { accountAddress, accountsAddress } from '#app/http/administration-addresses.ts';
import { attempt } from '#app/http/forms/attempt.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { errorOf, formState, valueOf, valuesOf, type FormState } from '#app/http/forms/form-state.ts';
import type { PostedForm } from '#app/http/forms/posted-form.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/account-new.ts';

export async function loader(args: Route.LoaderArgs) {
  return invitationChoices(ctxOf(args));
}

export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request, {
    one: ['email', 'displayName', 'side', 'organisationId', 'areaId'],
    many: ['partnerRoles', 'policeRoles'],
  });
  const side = sideOf(form);
  const input = {
    email: form.get('email'),
    displayName: form.get('displayName'),
    side,
    organisationId: side === 'partner' ? form.get('organisationId') || null : null,
    roles: rolesOf(form, side),
  };
  const invited = await attempt(form, () => invite(ctxOf(args), input));
  if (!invited.ok) return invited.refused;
  throw redirect(`${accountAddress(invited.value.accountId)}?done=invited`);
}

function sideOf(form: PostedForm): Side | '' {
  const side = form.get('side');
  return side === 'partner' || side === 'police' ? side : '';
}

/** Only the fields of the chosen side count: those of the other are on the page too while no script hides them. */
function rolesOf(form: PostedForm, side: Side | ''): HeldRole[] {
  if (side === '') return [];
  const areaId = form.get('areaId') || null;
  return form
    .all(`${side}Roles`)
    .filter(isRole)
    .map((role) => ({ role, areaId: roles[role].byArea ? areaId : null }));
}

const rolesField = (state: FormState) => `${valueOf(state, 'side')}Roles`;

export default function AccountNew({ loaderData, actionData }: Route.ComponentProps) {
  const state = actionData ?? formState();
  return (
    <Page
      title="Invite someone"
      errors={state.errors}
      fieldIds={{ roles: rolesField(state) }}
      backHref={accountsAddress}
      backText="Accounts"
    >
      <TwoThirds>
        <PageHeading>Invite someone</PageHeading>
        <p className="govuk-body">
          They get an email with a link to set a password. They cannot do anything until they have.
        </p>
        <form method="post" noValidate>
          <Input
            name="email"
            type="email"
            label="Email address"
            hint="Their own, at work. Not one that several people read"
            spellCheck={false}
            value={valueOf(state, 'email')}
            error={errorOf(state, 'email')}
          />
          <Input
            name="displayName"
            label="Name"
            hint="As colleagues should see it"
            value={valueOf(state, 'displayName')}
            error={errorOf(state, 'displayName')}
          />
          <Radios
            name="side"
            legend="Who is it for?"
            legendSize="s"
            value={valueOf(state, 'side')}
            error={errorOf(state, 'side')}
            items={[
              {
                value: 'partner',
                label: 'A partner',
                conditional: <PartnerFields state={state} organisations={loaderData.organisations} />,
              },
              {
                value: 'police',
                label: 'Police',
                conditional: <PoliceFields state={state} areas={loaderData.areas} />,
              },
            ]}
          />
          <Button preventDoubleClick>Send invitation</Button>
        </form>
      </TwoThirds>
    </Page>
  );
}

type Choices = readonly { id: string; name: string }[];

function PartnerFields({ state, organisations }: { state: FormState; organisations: Choices }) {
  return (
    <>
      <Select
        name="organisationId"
        label="Organisation"
        options={[{ text: 'Select an organisation', value: '' }, ...organisations.map(optionOf)]}
        value={valueOf(state, 'organisationId')}
        error={errorOf(state, 'organisationId')}
      />
      <RoleBoxes side="partner" state={state} />
    </>
  );
}

function PoliceFields({ state, areas }: { state: FormState; areas: Choices }) {
  return (
    <>
      <RoleBoxes side="police" state={state} />
      <Select
        name="areaId"
        label="Area"
        hint="For a SPOC or an area lead only. A SPOC without an area holds the queue of the whole force"
        options={[{ text: 'No area', value: '' }, ...areas.map(optionOf)]}
        value={valueOf(state, 'areaId')}
        error={errorOf(state, 'areaId')}
      />
    </>
  );
}

const optionOf = ({ id, name }: { id: string; name: string }) => ({ text: name, value: id });

function RoleBoxes({ side, state }: { side: Side; state: FormState }) {
  const name = `${side}Roles`;
  return (
    <Checkboxes
      name={name}
      legend="Roles"
      legendSize="s"
      small
      items={roleNames
        .filter((role) => roles[role].side === side)
        .map((role) => ({ value: role, label: roles[role].label }))}
      values={valuesOf(state, name)}
      error={rolesField(state) === name ? errorOf(state, 'roles') : undefined}
    />
  );
}
