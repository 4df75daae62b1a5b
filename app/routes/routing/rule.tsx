import { redirect } from 'react-router';
import { openRule } from '#app/domain/routing/open-rule.server.ts';
import { ruleFieldNames } from '#app/domain/routing/rule-form.ts';
import { ruleName } from '#app/domain/routing/rule-words.ts';
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
import type { Route } from './+types/rule.ts';

export async function loader(args: Route.LoaderArgs) {
  return openRule(ctxOf(args), { code: args.params.ruleCode });
}

export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request, {
    one: [...ruleFieldNames.one, versionField],
    many: ruleFieldNames.many,
  });
  const saved = await attemptOnVersion(form, () =>
    saveRule(ctxOf(args), {
      code: args.params.ruleCode,
      fields: ruleFieldsOf(form),
      seenRevision: seenVersion(form),
    }),
  );
  if (!saved.ok) return saved.refused;
  throw redirect(`${routingAddresses.draft}?done=saved#rule-${saved.value.code}`);
}

export default function Rule({ loaderData, actionData }: Route.ComponentProps) {
  const state = actionData ?? formState(loaderData.values);
  return (
    <Page
      title="Change a routing rule"
      backHref={routingAddresses.draft}
      backText="The draft"
      errors={state.errors}
    >
      <TwoThirds>
        <PageHeading caption="Change a rule">{loaderData.rule ? ruleName(loaderData.rule) : ''}</PageHeading>
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
