import { shownAtTimes } from '#app/domain/kernel/fields.ts';
import { openItem, writeItem } from '#app/domain/plan/write-item.server.ts';
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
import type { Route } from './+types/item.ts';

export const handle = { access: 'plan.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { planId, planItemId } = idsOf(args);
  return { planId, form: await openItem(ctxOf(args), { planId, item: { planItemId } }) };
}

const fields = writtenItem.extend({ expectedVersion: shownAtTimes() });

export const action = formAction(fields, async ({ expectedVersion, ...written }, args: Route.ActionArgs) => {
  const { planId, planItemId } = idsOf(args);
  await writeItem(ctxOf(args), { planId, item: { planItemId }, written, expectedVersion });
  return flash(link('plans/plan', { planId }), 'plan-item-changed');
});

export default function ItemOfDraft({ loaderData: { planId, form } }: Route.ComponentProps) {
  return (
    <Page title="Change an item of a plan" backHref={link('plans/plan', { planId })} backText="Draft">
      <TwoThirds>
        <PageHeading caption={form.planTitle}>Change {form.code}</PageHeading>
        <ItemFields form={form} save="Save" />
      </TwoThirds>
    </Page>
  );
}
