import { z } from 'zod';
import { expectedVersion } from '#app/domain/kernel/fields.ts';
import { renameOrganisation } from '#app/domain/people/organisations/organisation-name.server.ts';
import { readOrganisation } from '#app/domain/people/organisations/organisation.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/organisation-name.ts';

export const handle = { access: 'organisations.manage', section: 'organisations' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { organisationId } = idsOf(args);
  const { name, version } = await readOrganisation(ctxOf(args), { organisationId });
  return { organisationId, name, version };
}

const form = z.object({ expectedVersion: expectedVersion(), name: z.string() });

export const action = formAction(form, async (shown, args: Route.ActionArgs) => {
  const { organisationId } = idsOf(args);
  await renameOrganisation(ctxOf(args), { organisationId, ...shown });
  return flash(link('administration/organisation', { organisationId }), 'organisation-renamed');
});

export default function OrganisationName({ loaderData }: Route.ComponentProps) {
  const { organisationId, name, version } = loaderData;
  return (
    <Page
      title="Change the name"
      backHref={link('administration/organisation', { organisationId })}
      backText="Organisation"
    >
      <TwoThirds>
        <PageHeading caption={name}>Change the name</PageHeading>
        <p className="govuk-body">
          For an organisation that goes on under another name. Everything it has sent stays its own, in lists
          and in figures, and shows the new name. The name that it had is kept beside it.
        </p>
        <Form values={{ name }} expectedVersion={version}>
          <Input name="name" label="Name" autoComplete="organization" />
          <Button preventDoubleClick>Save</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
