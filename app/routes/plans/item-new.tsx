import { isId, type Id } from '#app/domain/kernel/id.ts';
import { openItem, writeItem, type ItemToWrite } from '#app/domain/plan/write-item.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { ItemFields, writtenItem } from './ItemFields.tsx';
import type { Route } from './+types/item-new.ts';

export const handle = { access: 'plan.write' } satisfies RouteHandle;

/** The address says what is added, and under what; what stands nowhere is not there. */
function askedFor({ params: { kind }, url }: Pick<Route.LoaderArgs, 'params' | 'url'>): ItemToWrite {
  const under = url.searchParams.get('under');
  return { kind, under: under !== null && isId<'PlanItem'>(under) ? under : null };
}

export async function loader(args: Route.LoaderArgs) {
  const { planId } = idsOf(args);
  return { planId, form: await openItem(ctxOf(args), { planId, item: askedFor(args) }) };
}

export const action = formAction(writtenItem, async (written, args: Route.ActionArgs) => {
  const { planId } = idsOf(args);
  await writeItem(ctxOf(args), { planId, item: askedFor(args), written });
  return flash(link('plans/plan', { planId }), 'plan-item-added');
});

const headings = {
  aim: 'Add an aim',
  activity: 'Add an activity',
  theme: 'Add a theme',
  action: 'Add an action',
};

export default function ItemNew({ loaderData: { planId, form } }: Route.ComponentProps) {
  return (
    <Page title="Add to a plan" backHref={draftOf(planId)} backText="Draft">
      <TwoThirds>
        <PageHeading caption={form.parent ?? form.planTitle}>{headings[form.kind]}</PageHeading>
        <ItemFields form={form} save="Add it" />
      </TwoThirds>
    </Page>
  );
}

const draftOf = (planId: Id<'Plan'>) => link('plans/plan', { planId });
