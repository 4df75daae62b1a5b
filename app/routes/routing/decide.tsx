import { z } from 'zod';
import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { expectedVersion, shownAtTimes } from '#app/domain/kernel/fields.ts';
import { decideRuleDraft } from '#app/domain/routing/decide-rule-draft.server.ts';
import { readRuleDraft } from '#app/domain/routing/read-rule-draft.server.ts';
import { ruleName } from '#app/domain/routing/rule-words.ts';
import { Forbidden } from '#app/domain/kernel/failures.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { flash } from '#app/http/forms/flash.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/decide.ts';

export const handle = { access: 'rules.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const page = await readRuleDraft(ctxOf(args));
  if (page.own) throw new Forbidden('Somebody other than its author decides about a draft');
  return { page };
}

const form = z.object({ decision: shownAtTimes(), comment: z.string(), expectedVersion: expectedVersion() });

export const action = formAction(form, async ({ expectedVersion, ...decision }, args: Route.ActionArgs) => {
  const decided = await decideRuleDraft(ctxOf(args), { ...decision, seenRevision: expectedVersion });
  return flash(link('routing/rules'), `rules-${decided}`);
});

export default function DecideDraft({ loaderData: { page } }: Route.ComponentProps) {
  const { draft, faults, news, removed, replayed } = page;
  const named = (wanted: 'new' | 'changed') =>
    draft.ruleSet.rules.filter(({ code }) => news[code] === wanted).map(ruleName);
  const changes = [
    { key: 'New', names: named('new') },
    { key: 'Changed', names: named('changed') },
    { key: 'Left out', names: removed.map(ruleName) },
  ];
  return (
    <Page
      title="Decide about the draft of routing rules"
      backHref={link('routing/rules')}
      backText="The rules in force"
    >
      <TwoThirds>
        <PageHeading caption={`Written by ${draft.writtenBy.name}`}>
          Publish version {draft.ruleSet.version}?
        </PageHeading>
        <SummaryList
          rows={[
            ...changes.map(({ key, names }) => ({
              key,
              value: names.length > 0 ? names.join(', ') : 'None',
            })),
            {
              key: 'Rules',
              value: faults.length > 0 ? 'Cannot be published as they are' : 'Checked: no fault',
              actions: [{ href: link('routing/draft'), text: 'Read', visuallyHiddenText: 'the draft' }],
            },
            {
              key: 'Replay',
              value: replayed ? 'Run with the draft as it is now' : 'Not run since the last change',
              actions: [{ href: link('routing/replay'), text: 'See', visuallyHiddenText: 'the replay' }],
            },
            {
              key: 'Publication',
              value:
                draft.state === 'waiting' ? 'Asked for by the author' : 'The author has not asked for it',
            },
          ]}
        />
        <Form expectedVersion={draft.revision}>
          <Radios
            name="decision"
            legend="What do you decide?"
            legendSize="m"
            items={[
              {
                value: 'publish',
                label: 'Publish',
                hint: 'Every report from then on is routed by it. What was routed before stays as it is',
              },
              {
                value: 'reject',
                label: 'Reject',
                hint: 'The draft is closed and its author reads your reason',
              },
            ]}
          />
          <Textarea
            name="comment"
            label="Why?"
            hint="It stays with the version, for whoever asks later"
            rows={3}
          />
          <Button preventDoubleClick>Confirm</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
