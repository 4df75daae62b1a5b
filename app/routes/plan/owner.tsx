import { redirect } from 'react-router';
import { nameItemOwner, nobodyNamed, prepareItemOwner } from '#app/domain/plan/name-item-owner.server.ts';
import { attempt } from '#app/http/forms/attempt.ts';
import { ctxOf, portalContext } from '#app/http/server/context.ts';
import { errorOf, formState, valueOf } from '#app/http/forms/form-state.ts';
import { planItemAddress } from '#app/http/plan-addresses.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/owner.ts';

export async function loader(args: Route.LoaderArgs) {
  const { code } = args.params;
  const prepared = await prepareItemOwner(ctxOf(args), { code });
  return {
    code,
    owner: prepared.owner,
    options: [{ value: nobodyNamed, text: 'Nobody in particular' }, ...prepared.people],
    marking: args.context.get(portalContext).force.force.markings.aggregate,
  };
}

export async function action(args: Route.ActionArgs) {
  const { code } = args.params;
  const form = await readForm(args.request, ['owner']);
  const named = await attempt(form, () => nameItemOwner(ctxOf(args), { code, owner: form.get('owner') }));
  if (!named.ok) return named.refused;
  throw redirect(`${planItemAddress(code)}?done=owner-named`);
}

export default function ItemOwner({ loaderData, actionData }: Route.ComponentProps) {
  const { code, owner, options, marking } = loaderData;
  const state = actionData ?? formState({ owner });
  return (
    <Page
      title="Owner of a plan item"
      backHref={planItemAddress(code)}
      marking={marking}
      errors={state.errors}
    >
      <TwoThirds>
        <PageHeading caption={code}>Who owns it?</PageHeading>
        <p className="govuk-body">
          Once somebody is named, only they and the MDS lead add evidence and say how it stands. The owner of
          an aim owns its activities too, where nobody else is named for them.
        </p>
        <form method="post" noValidate>
          <Select
            name="owner"
            label="Owner"
            value={valueOf(state, 'owner')}
            error={errorOf(state, 'owner')}
            options={options}
          />
          <Button preventDoubleClick>Save owner</Button>
        </form>
      </TwoThirds>
    </Page>
  );
}
