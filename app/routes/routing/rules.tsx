import { z } from 'zod';
import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { readRules, type RulesPage } from '#app/domain/routing/read-rules.server.ts';
import { startRuleDraft } from '#app/domain/routing/start-rule-draft.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { RuleCard } from './RuleCard.tsx';
import type { Route } from './+types/rules.ts';

export const handle = { access: 'rules.read' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = args.url;
  const version = searchParams.get('version') ?? undefined;
  return {
    page: await readRules(ctxOf(args), version === undefined ? {} : { version }),
  };
}

export const action = formAction(z.object({}), async (_, args: Route.ActionArgs) => {
  await startRuleDraft(ctxOf(args));
  return link('routing/draft');
});

export default function RoutingRules({ loaderData: { page } }: Route.ComponentProps) {
  const { ruleSet, inForce, names, use, versions } = page;
  const shown = versions.find(({ version }) => version === ruleSet.version);
  return (
    <Page
      title="Routing rules"
      {...(inForce ? {} : { backHref: link('routing/rules'), backText: 'The rules in force' })}
    >
      <PageHeading caption={inForce ? 'In force' : 'An earlier version'}>
        Routing rules, version {ruleSet.version}
      </PageHeading>
      {shown ? <Published line={shown} inForce={inForce} /> : null}
      <p className="govuk-body">
        The first rule that names a queue decides where a submission goes. Every rule that applies adds its
        watching queues, links to the plan and notices, and the most urgent priority counts. Where any rule
        restricts, FIB holds the submission and nobody else sees it.
      </p>
      {inForce ? <Draft page={page} /> : null}
      <h2 className="govuk-heading-m">The rules in their order</h2>
      {ruleSet.rules.map((rule, index) => (
        <RuleCard
          key={rule.code}
          rule={rule}
          number={index + 1}
          names={names}
          use={
            inForce
              ? (use[rule.code] ?? (rule.then.primary ? { placed: 0, moved: 0 } : undefined))
              : undefined
          }
        />
      ))}
      <Dissemination page={page} />
      <Versions page={page} />
    </Page>
  );
}

type VersionLine = RulesPage['versions'][number];

function Published({ line, inForce }: { line: VersionLine; inForce: boolean }) {
  return (
    <p className="govuk-body">
      Published on <DateTime at={line.publishedAt} />{' '}
      {line.publishedBy ? `by ${line.publishedBy}` : 'with the force’s pack'}
      {line.writtenBy ? `, written by ${line.writtenBy}` : null}.
      {inForce ? ' Every report since then was routed by them.' : null}
    </p>
  );
}

function Draft({ page: { draft, rejected, mayWrite, ruleSet } }: { page: RulesPage }) {
  if (!mayWrite) return null;
  if (draft === null)
    return (
      <>
        {rejected ? (
          <InsetText>
            {rejected.by} rejected your draft on <DateTime at={rejected.at} />: {rejected.comment}
          </InsetText>
        ) : null}
        <Form>
          <Button variant="secondary" preventDoubleClick>
            Start a draft from version {ruleSet.version}
          </Button>
        </Form>
      </>
    );
  const decides = !draft.own && draft.state === 'waiting';
  return (
    <InsetText>
      <p className="govuk-body">
        {draft.own ? 'You are' : `${draft.author} is`} changing the rules.{' '}
        {draft.state === 'waiting'
          ? `The draft waits for ${draft.own ? 'another FIB supervisor' : 'you or another FIB supervisor'} to publish it.`
          : 'Nothing changes until another person publishes the draft.'}
      </p>
      <ButtonLink href={decides ? link('routing/decide') : link('routing/draft')} variant="secondary">
        {decides ? 'Decide about the draft' : 'Open the draft'}
      </ButtonLink>
    </InsetText>
  );
}

function Dissemination({ page: { ruleSet } }: { page: RulesPage }) {
  if (ruleSet.onDissemination.length === 0) return null;
  const kinds = { fib: 'FIB', area: 'an area', force_spoc: 'the force SPOC' };
  return (
    <>
      <h2 className="govuk-heading-m">When an item is disseminated</h2>
      <ul className="govuk-list govuk-list--bullet">
        {ruleSet.onDissemination.map((rule) => (
          <li key={rule.code}>
            To {kinds[rule.to]}: links to {rule.planItems.join(', ')}
          </li>
        ))}
      </ul>
    </>
  );
}

function Versions({ page: { versions, ruleSet } }: { page: RulesPage }) {
  return (
    <CardTable
      caption="Versions, newest first"
      columns={[
        { header: 'Version', nowrap: true },
        { header: 'Published', nowrap: true },
        { header: 'Published by' },
        { header: 'Written by' },
        { header: 'Why' },
      ]}
      rows={versions.map((line) => ({
        key: String(line.version),
        cells: [
          line.version === ruleSet.version ? (
            `Version ${line.version}`
          ) : (
            <a
              key="version"
              className="govuk-link"
              href={link('routing/rules', {}, { version: line.version })}
            >
              Version {line.version}
            </a>
          ),
          <DateTime key="at" at={line.publishedAt} short />,
          line.publishedBy ?? 'The force’s pack',
          line.writtenBy ?? 'The force’s pack',
          line.comment ?? '',
        ],
      }))}
    />
  );
}
