import { addSite, openSite } from '#app/domain/people/organisations/sites.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { SiteForm, siteSchema } from './SiteForm.tsx';
import type { Route } from './+types/site-new.ts';

export const handle = { access: 'organisations.manage', section: 'organisations' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { organisationId } = idsOf(args);
  return { opened: await openSite(ctxOf(args), { organisationId, siteId: null }) };
}

export const action = formAction(siteSchema, async ({ intent: _, ...site }, args: Route.ActionArgs) => {
  const { organisationId } = idsOf(args);
  await addSite(ctxOf(args), { organisationId, ...site });
  return flash(link('administration/organisation', { organisationId }), 'site-added');
});

export default function SiteNew({ loaderData: { opened } }: Route.ComponentProps) {
  const { organisation } = opened;
  return (
    <Page
      title="Add a site"
      backHref={link('administration/organisation', { organisationId: organisation.id })}
      backText="Organisation"
    >
      <TwoThirds>
        <PageHeading caption={organisation.name}>Add a site</PageHeading>
        <SiteForm opened={opened} save="Add site" />
      </TwoThirds>
    </Page>
  );
}
