import { z } from 'zod';
import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { expectedVersion, shownAtTimes } from '#app/domain/kernel/fields.ts';
import { arrangeRule, isArrangement } from '#app/domain/routing/arrange-rule.server.ts';
import { askPublication } from '#app/domain/routing/rule-drafts.server.ts';
import { readRuleDraft, type RuleDraftPage } from '#app/domain/routing/read-rule-draft.server.ts';
import { ruleName } from '#app/domain/routing/rule-words.ts';
import type { RoutingRule } from '#app/domain/routing/rules.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { flash } from '#app/http/forms/flash.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { StatusTag } from '#app/ui/layout/StatusTag.tsx';
import { RuleCard } from './RuleCard.tsx';
import type { Route } from './+types/draft.ts';

export const handle = { access: 'rules.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { page: await readRuleDraft(ctxOf(args)) };
}

const form = z.object({ rule: shownAtTimes(), how: shownAtTimes(), expectedVersion: expectedVersion() });

export const action = formAction(form, async ({ rule, how, expectedVersion }, args: Route.ActionArgs) => {
  const ctx = ctxOf(args);
  if (isArrangement(how)) {
    await arrangeRule(ctx, { code: rule, how, seenRevision: expectedVersion });
    return `${link('routing/draft')}#rule-${encodeURIComponent(rule)}`;
  }
  await askPublication(ctx, { seenRevision: expectedVersion });
  return flash(link('routing/rules'), 'rules-asked');
});

export default function RuleDraft({ loaderData: { page } }: Route.ComponentProps) {
  const { draft, own, faults, news, removed, names } = page;
  const { rules } = draft.ruleSet;
  return (
    <Page title="Draft of routing rules" backHref={link('routing/rules')} backText="The rules in force">
      <PageHeading caption={`Started from version ${draft.basedOn}`}>Draft of routing rules</PageHeading>
      <p className="govuk-body">
        Written by {draft.writtenBy.name}, last changed <DateTime at={draft.changedAt} />. Reports are routed
        by version {draft.basedOn} until another FIB supervisor publishes this draft.
      </p>
      <NextSteps page={page} />
      <h2 className="govuk-heading-m">The rules in their order</h2>
      {own ? (
        <ButtonLink href={link('routing/rule-new')} variant="secondary">
          Add a rule
        </ButtonLink>
      ) : null}
      {rules.map((rule, index) => (
        <RuleCard
          key={rule.code}
          rule={rule}
          number={index + 1}
          names={names}
          faults={faults.filter((fault) => fault.rule === rule.code).map(({ text }) => text)}
          tag={<News news={news[rule.code] ?? null} />}
          actions={own ? actionsOf(rule, index === rules.length - 1) : []}
        >
          {own && index < rules.length - 1 ? (
            <Moves
              rule={rule}
              first={index === 0}
              last={index === rules.length - 2}
              revision={draft.revision}
            />
          ) : null}
        </RuleCard>
      ))}
      {removed.length > 0 ? (
        <p className="govuk-body">Left out of the draft: {removed.map(ruleName).join(', ')}.</p>
      ) : null}
    </Page>
  );
}

function News({ news }: { news: RuleDraftPage['news'][string] }) {
  if (news === null) return null;
  return news === 'new' ? (
    <StatusTag text="New" colour="green" />
  ) : (
    <StatusTag text="Changed" colour="yellow" />
  );
}

const actionsOf = (rule: RoutingRule, isLast: boolean) => [
  { href: link('routing/rule', { ruleCode: rule.code }), text: 'Change' },
  ...(isLast ? [] : [{ href: link('routing/rule-remove', { ruleCode: rule.code }), text: 'Remove' }]),
];

type MovesProps = { rule: RoutingRule; first: boolean; last: boolean; revision: number };

function Moves({ rule, first, last, revision }: MovesProps) {
  const spoken = <span className="govuk-visually-hidden"> {ruleName(rule)}</span>;
  return (
    <Form
      className="govuk-button-group govuk-!-margin-top-4 govuk-!-margin-bottom-0"
      expectedVersion={revision}
    >
      <input type="hidden" name="rule" value={rule.code} />
      {first ? null : (
        <Button variant="secondary" name="how" value="up" preventDoubleClick>
          <span>Move up{spoken}</span>
        </Button>
      )}
      {last ? null : (
        <Button variant="secondary" name="how" value="down" preventDoubleClick>
          <span>Move down{spoken}</span>
        </Button>
      )}
    </Form>
  );
}

/** What stands between the draft and its publication, one step after the other. */
function NextSteps({ page }: { page: RuleDraftPage }) {
  const { draft, own, faults, replayed } = page;
  const faulty = faults.length > 0;
  return (
    <>
      {faulty ? (
        <Faults page={page} />
      ) : (
        <InsetText>{stepWords(replayed, draft.state === 'waiting', own)}</InsetText>
      )}
      <div className="govuk-button-group">
        <ButtonLink href={link('routing/replay')} variant="secondary">
          {replayed ? 'See the replay' : 'Replay over past submissions'}
        </ButtonLink>
        {own && !faulty && replayed && draft.state === 'writing' ? (
          <Form expectedVersion={draft.revision}>
            <Button name="how" value="ask" preventDoubleClick>
              Ask for publication
            </Button>
          </Form>
        ) : null}
        <a className="govuk-link" href={own ? link('routing/withdraw') : link('routing/decide')}>
          {own ? 'Withdraw the draft' : 'Publish or reject the draft'}
        </a>
      </div>
    </>
  );
}

/** Each fault once, with the way to its rule; a fault of the set as a whole stands alone. */
function Faults({ page: { draft, faults } }: { page: RuleDraftPage }) {
  const nameOf = (code: string) => {
    const rule = draft.ruleSet.rules.find((each) => each.code === code);
    return rule ? ruleName(rule) : code;
  };
  return (
    <section className="govuk-inset-text portal-faults" aria-labelledby="faults">
      <h2 className="govuk-heading-m" id="faults">
        {faults.length === 1 ? '1 fault' : `${faults.length} faults`} to put right before publication
      </h2>
      <ul className="govuk-list govuk-list--bullet govuk-list--spaced">
        {faults.map(({ rule, text }) => (
          <li key={`${rule ?? ''} ${text}`}>
            {rule === null ? null : (
              <>
                <a className="govuk-link" href={`#rule-${rule}`}>
                  {nameOf(rule)}
                </a>
                :{' '}
              </>
            )}
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

function stepWords(replayed: boolean, waits: boolean, own: boolean): string {
  if (!replayed) return 'The rules hold together. Replay them over past submissions before publication.';
  if (waits) return `The draft is replayed and waits for ${own ? 'another FIB supervisor' : 'a decision'}.`;
  return own
    ? 'The draft is replayed. Another FIB supervisor can publish it once you ask.'
    : 'The draft is replayed. Its author has not asked for publication yet.';
}
