import { z } from 'zod';
import { isRole, roleNames, roles } from '#app/domain/kernel/actor.ts';
import { expectedVersion } from '#app/domain/kernel/fields.ts';
import { changeRoles, readRoles, type AccountRoles } from '#app/domain/admin/change-roles.server.ts';
import { fromDirectory } from '#app/domain/people/accounts/signs-in-here.ts';
import type { WantedRole } from '#app/domain/people/roles/role-problems.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { RoleList } from './RoleList.tsx';
import type { Route } from './+types/account-roles.ts';

export const handle = {
  access: 'accounts.manage',
  section: 'accounts',
  recentProof: true,
} satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { accountId } = idsOf(args);
  return { account: await readRoles(ctxOf(args), { accountId }), fromDirectory };
}

/** What the box of a role without a limit to an area posts among those of areas. */
const wholeForce = 'force';

const form = z.object({
  expectedVersion: expectedVersion(),
  roles: z.array(z.string()),
  spoc: z.array(z.string()),
  area_lead: z.array(z.string()),
});

export const action = formAction(form, async ({ expectedVersion, ...posted }, args: Route.ActionArgs) => {
  const { accountId } = idsOf(args);
  const done = await changeRoles(ctxOf(args), { accountId, expectedVersion, roles: wantedOf(posted) });
  return flash(link('administration/account', { accountId }), `account-${done}`);
});

function wantedOf(posted: { roles: string[]; spoc: string[]; area_lead: string[] }): WantedRole[] {
  const inAreas = (role: 'spoc' | 'area_lead') =>
    posted[role].map((area) => ({ role, areaId: area === wholeForce ? null : area }));
  return [
    ...posted.roles.filter(isRole).map((role) => ({ role, areaId: null })),
    ...inAreas('spoc'),
    ...inAreas('area_lead'),
  ];
}

export default function AccountRoles({ loaderData }: Route.ComponentProps) {
  const { account } = loaderData;
  const { accountId, displayName, heldLines, askedLines } = account;
  return (
    <Page title="Change roles" backHref={link('administration/account', { accountId })} backText="Account">
      <TwoThirds>
        <PageHeading caption={displayName}>Change roles</PageHeading>
        <SummaryList
          rows={[
            { key: 'Holds now', value: <RoleList roles={heldLines} /> },
            askedLines.length > 0 && {
              key: 'Waits for a second administrator',
              value: <RoleList roles={askedLines} />,
            },
          ]}
        />
        {account.signsInHere ? (
          <ChangeRoles account={account} />
        ) : (
          <InsetText>{loaderData.fromDirectory}</InsetText>
        )}
      </TwoThirds>
    </Page>
  );
}

function ChangeRoles({ account }: { account: AccountRoles }) {
  return (
    <>
      <p className="govuk-body">
        What you take away ends at once, wherever the person is signed in.
        {account.side === 'police'
          ? ' What you add waits until another administrator has agreed to it.'
          : null}
      </p>
      <Form values={valuesOf(account)} expectedVersion={account.version}>
        <Checkboxes
          name="roles"
          legend="Roles"
          legendSize="s"
          small
          items={roleNames
            .filter((role) => roles[role].side === account.side && !roles[role].byArea)
            .map((role) => ({ value: role, label: roles[role].label }))}
        />
        {account.side === 'police' ? <RolesOfAreas areas={account.areas} /> : null}
        <Button preventDoubleClick>Save</Button>
      </Form>
    </>
  );
}

function RolesOfAreas({ areas }: Pick<AccountRoles, 'areas'>) {
  const items = areas.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Checkboxes
        name="spoc"
        legend="SPOC"
        legendSize="s"
        hint="The SPOC of the whole force holds the force’s queue"
        small
        items={[{ value: wholeForce, label: 'Whole force' }, ...items]}
      />
      <Checkboxes name="area_lead" legend="Area lead" legendSize="s" small items={items} />
    </>
  );
}

/** What is held and what waits, so that saving without a change changes nothing. */
function valuesOf({ held, asked }: AccountRoles) {
  const all = [...held, ...asked];
  const areasOf = (wanted: string) =>
    all.filter(({ role }) => role === wanted).map(({ areaId }) => areaId ?? wholeForce);
  return {
    roles: all.filter(({ role }) => !roles[role].byArea).map(({ role }) => role),
    spoc: areasOf('spoc'),
    area_lead: areasOf('area_lead'),
  };
}
