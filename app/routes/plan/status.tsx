import { redirect } from 'react-router';
import { itemStatuses, longestStatusNote } from '#app/domain/plan/item-status.ts';
import { readPlanItem } from '#app/domain/plan/read-plan.server.ts';
import { setItemStatus } from '#app/domain/plan/set-item-status.server.ts';
import { Forbidden, NotFound } from '#app/domain/kernel/failures.ts';
import { attempt } from '#app/http/forms/attempt.ts';
import { ctxOf, portalContext } from '#app/http/server/context.ts';
import { errorOf, formState, valueOf } from '#app/http/forms/form-state.ts';
import { planItemAddress } from '#app/http/plan-addresses.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import { takesEvidence } from '#app/domain/plan/plan-tree.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/status.ts';

export async function loader(args: Route.LoaderArgs) {
  const { item, mayContribute } = await readPlanItem(ctxOf(args), { code: args.params.code });
  if (!takesEvidence(item.kind)) throw new NotFound();
  if (!mayContribute) throw new Forbidden();
  return {
    code: item.code,
    status: item.status,
    marking: args.context.get(portalContext).force.force.markings.aggregate,
  };
}

export async function action(args: Route.ActionArgs) {
  const { code } = args.params;
  const form = await readForm(args.request, ['status', 'note']);
  const set = await attempt(form, () =>
    setItemStatus(ctxOf(args), { code, status: form.get('status'), note: form.get('note') }),
  );
  if (!set.ok) return set.refused;
  throw redirect(`${planItemAddress(code)}?done=status-set`);
}

export default function ItemStatus({ loaderData, actionData }: Route.ComponentProps) {
  const { code, status, marking } = loaderData;
  const state = actionData ?? formState(status ? { status } : {});
  return (
    <Page
      title="Status of a plan item"
      backHref={planItemAddress(code)}
      marking={marking}
      errors={state.errors}
    >
      <TwoThirds>
        <PageHeading caption={code}>How does it stand?</PageHeading>
        <form method="post" noValidate data-keep>
          <Radios
            name="status"
            legend="Status"
            legendSize="s"
            value={valueOf(state, 'status')}
            error={errorOf(state, 'status')}
            items={Object.entries(itemStatuses).map(([value, label]) => ({ value, label }))}
          />
          <CharacterCount
            name="note"
            label="What does this rest on?"
            hint="Everyone who reads the plan reads this. Put nothing from a submission in it."
            rows={4}
            maxLength={longestStatusNote}
            value={valueOf(state, 'note')}
            error={errorOf(state, 'note')}
          />
          <Button preventDoubleClick>Set status</Button>
        </form>
      </TwoThirds>
    </Page>
  );
}
