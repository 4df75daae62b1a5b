import { z } from 'zod';
import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { flash } from '#app/http/forms/flash.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Form, useFormState } from '#app/ui/layout/Form.tsx';
import { isRole, roleNames, roles, type Side } from '#app/domain/kernel/actor.ts';
import { invite, invitationChoices } from '#app/domain/people/accounts/invite.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { useRequestFrame } from '#app/ui/layout/request-frame.ts';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/account-new.ts';

export const handle = {
  access: 'accounts.manage',
  section: 'accounts',
  recentProof: true,
} satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return invitationChoices(ctxOf(args));
}

const form = z.object({
  email: z.string(),
  displayName: z.string(),
  side: z.enum(['partner', 'police']).or(z.literal('')).default(''),
  organisationId: z.string(),
  partnerRoles: z.array(z.string()),
  policeRoles: z.array(z.string()),
  areaId: z.string(),
});

/** Only the fields of the chosen side count: those of the other are on the page too while no script hides them. */
export const action = formAction(form, async (input, args: Route.ActionArgs) => {
  const { email, displayName, side, organisationId, areaId } = input;
  const ofSide: string[] = { '': [], partner: input.partnerRoles, police: input.policeRoles }[side];
  const { accountId } = await invite(ctxOf(args), {
    email,
    displayName,
    side,
    organisationId: side === 'partner' ? organisationId || null : null,
    roles: ofSide
      .filter(isRole)
      .map((role) => ({ role, areaId: roles[role].byArea ? areaId || null : null })),
  });
  const done = side === 'police' ? 'account-roles-asked' : 'account-invited';
  return flash(link('administration/account', { accountId }), done);
});

export default function AccountNew({ loaderData }: Route.ComponentProps) {
  const { singleSignOn } = useRequestFrame();
  return (
    <Page title="Invite someone" backHref={link('administration/accounts')} backText="Accounts">
      <TwoThirds>
        <PageHeading>Invite someone</PageHeading>
        <p className="govuk-body">
          They get an email with a link to set a password. They cannot do anything until they have.{' '}
          {singleSignOn
            ? 'Police are not invited: their account is made when they first sign in with their force account.'
            : 'Somebody of the police gets it once another administrator has agreed to their roles.'}
        </p>
        <Form>
          <Input
            name="email"
            type="email"
            label="Email address"
            hint="Their own, at work. Not one that several people read"
            spellCheck={false}
          />
          <Input name="displayName" label="Name" hint="As colleagues should see it" />
          <Radios
            name="side"
            legend="Who is it for?"
            legendSize="s"
            items={[
              {
                value: 'partner',
                label: 'A partner',
                conditional: <PartnerFields organisations={loaderData.organisations} />,
              },
              {
                value: 'police',
                label: 'Police',
                conditional: <PoliceFields areas={loaderData.areas} />,
              },
            ]}
          />
          <Button preventDoubleClick>Send invitation</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}

type Choices = readonly { id: string; name: string }[];

function PartnerFields({ organisations }: { organisations: Choices }) {
  return (
    <>
      <Select
        name="organisationId"
        label="Organisation"
        options={[{ text: 'Select an organisation', value: '' }, ...organisations.map(optionOf)]}
      />
      <RoleBoxes side="partner" />
    </>
  );
}

function PoliceFields({ areas }: { areas: Choices }) {
  return (
    <>
      <RoleBoxes side="police" />
      <Select
        name="areaId"
        label="Area"
        hint="For a SPOC or an area lead only. A SPOC without an area holds the queue of the whole force"
        options={[{ text: 'No area', value: '' }, ...areas.map(optionOf)]}
      />
    </>
  );
}

const optionOf = ({ id, name }: { id: string; name: string }) => ({ text: name, value: id });

function RoleBoxes({ side }: { side: Side }) {
  const posted = useFormState();
  const chosen = posted?.values['side'] === side;
  return (
    <Checkboxes
      name={`${side}Roles`}
      idPrefix={chosen ? 'roles' : undefined}
      error={chosen ? posted.errors.find(({ field }) => field === 'roles')?.message : undefined}
      legend="Roles"
      legendSize="s"
      small
      items={roleNames
        .filter((role) => roles[role].side === side)
        .map((role) => ({ value: role, label: roles[role].label }))}
    />
  );
}
