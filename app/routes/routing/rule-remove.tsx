import { redirect } from 'react-router';
import { arrangeRule } from '#app/domain/routing/arrange-rule.server.ts';
import { openRule } from '#app/domain/routing/open-rule.server.ts';
import { ruleName } from '#app/domain/routing/rule-words.ts';
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
import type { Route } from './+types/rule-remove.ts';

export async function loader(args: Route.LoaderArgs) {
  return openRule(ctxOf(args), { code: args.params.ruleCode });
}

export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request, [versionField]);
  const removed = await attemptOnVersion(form, () =>
    arrangeRule(ctxOf(args), { code: args.params.ruleCode, how: 'remove', seenRevision: seenVersion(form) }),
  );
  if (!removed.ok) return removed.refused;
  throw redirect(`${routingAddresses.draft}?done=removed`);
}

export default function RemoveRule({ loaderData: { rule, revision }, actionData }: Route.ComponentProps) {
  const state = actionData ?? formState();
  return (
    <Page
      title="Remove a routing rule"
      backHref={routingAddresses.draft}
      backText="The draft"
      errors={state.errors}
    >
      <TwoThirds>
        <PageHeading caption="Remove a rule">{rule ? ruleName(rule) : ''}</PageHeading>
        <p className="govuk-body">
          The draft then has no such rule. The rules in force keep it until the draft is published.
        </p>
        <form method="post">
          <VersionField version={revision} />
          <Button variant="warning" preventDoubleClick>
            Remove rule
          </Button>
        </form>
      </TwoThirds>
    </Page>
  );
}
