import { redirect } from 'react-router';
import { openRule } from '#app/domain/routing/open-rule.server.ts';
import { withdrawRuleDraft } from '#app/domain/routing/withdraw-rule-draft.server.ts';
import { attemptOnVersion, seenVersion, versionField } from '#app/http/forms/attempt-on-version.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { formState } from '#app/http/forms/form-state.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import { routingAddresses } from '#app/http/routing-addresses.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { VersionField } from '#app/ui/triage/VersionField.tsx';
import type { Route } from './+types/withdraw.ts';

export async function loader(args: Route.LoaderArgs) {
  const { revision } = await openRule(ctxOf(args), { code: null });
  return { revision };
}

export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request, [versionField]);
  const withdrawn = await attemptOnVersion(form, () =>
    withdrawRuleDraft(ctxOf(args), { seenRevision: seenVersion(form) }),
  );
  if (!withdrawn.ok) return withdrawn.refused;
  throw redirect(`${routingAddresses.rules}?done=withdrawn`);
}

export default function WithdrawDraft({ loaderData, actionData }: Route.ComponentProps) {
  const state = actionData ?? formState();
  return (
    <Page
      title="Withdraw the draft of routing rules"
      backHref={routingAddresses.draft}
      backText="The draft"
      errors={state.errors}
    >
      <TwoThirds>
        <PageHeading>Withdraw the draft</PageHeading>
        <p className="govuk-body">
          What you changed is given up, and somebody can start another draft. The rules in force stay as they
          are.
        </p>
        <form method="post">
          <VersionField version={loaderData.revision} />
          <Button variant="warning" preventDoubleClick>
            Withdraw draft
          </Button>
        </form>
      </TwoThirds>
    </Page>
  );
}
