import { redirect } from 'react-router';
import { openRule } from '#app/domain/routing/open-rule.server.ts';
import { ruleFieldNames } from '#app/domain/routing/rule-form.ts';
import { saveRule } from '#app/domain/routing/save-rule.server.ts';
import { attemptOnVersion, seenVersion, versionField } from '#app/http/forms/attempt-on-version.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { errorOf, formState, valuesOf } from '#app/http/forms/form-state.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import { routingAddresses } from '#app/http/routing-addresses.ts';
import { ruleFieldsOf } from '#app/http/forms/rule-fields.ts';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { RuleForm } from '#app/ui/routing/RuleForm.tsx';
import type { Route } from './+types/rule-new.ts';

export async function loader(args: Route.LoaderArgs) {
  return openRule(ctxOf(args), { code: null });
}

export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request, {
    one: [...ruleFieldNames.one, versionField],
    many: ruleFieldNames.many,
  });
  const saved = await attemptOnVersion(form, () =>
    saveRule(ctxOf(args), { code: null, fields: ruleFieldsOf(form), seenRevision: seenVersion(form) }),
  );
  if (!saved.ok) return saved.refused;
  throw redirect(`${routingAddresses.draft}?done=saved#rule-${saved.value.code}`);
}

export default function NewRule({ loaderData, actionData }: Route.ComponentProps) {
  const state = actionData ?? formState({ join: 'all', primary: 'none', priority: 'none' });
  return (
    <Page
      title="Add a routing rule"
      backHref={routingAddresses.draft}
      backText="The draft"
      errors={state.errors}
    >
      <TwoThirds>
        <PageHeading>Add a rule</PageHeading>
        <p className="govuk-body">It comes before the last rule. Move it up from there.</p>
        <RuleForm
          {...loaderData}
          state={{
            valuesOf: (field) => valuesOf(state, field),
            errorOf: (field) => errorOf(state, field),
          }}
        />
      </TwoThirds>
    </Page>
  );
}
