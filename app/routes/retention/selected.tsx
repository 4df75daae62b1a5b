import { data } from 'react-router';
import { z } from 'zod';
import { isId } from '#app/domain/kernel/id.ts';
import { shownAtTimes } from '#app/domain/kernel/fields.ts';
import {
  approveDisposals,
  proposeDisposals,
  type OneOfSeveral,
} from '#app/domain/retention/dispose.server.ts';
import { selectedForRetention, type RetentionLine } from '#app/domain/retention/retention-list.server.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { RetentionTable, problemOf, stepWords, type Step } from './RetentionTable.tsx';
import type { Route } from './+types/selected.ts';

export const handle = { access: 'retention.decide', recentProof: true } satisfies RouteHandle;

const stepIn = (url: URL): Step => (url.searchParams.get('do') === 'dispose' ? 'dispose' : 'propose');
const idsIn = (written: readonly string[]) => written.filter(isId<'Submission'>);

/** What the list chose, to be confirmed. */
export async function loader(args: Route.LoaderArgs) {
  const step = stepIn(args.url);
  const submissionIds = idsIn(args.url.searchParams.getAll('pick'));
  const { view } = stepWords[step];
  return { step, lines: await selectedForRetention(ctxOf(args), { view, submissionIds }) };
}

/** `picks`: the ids of those that the page offered, with spaces between them. `lines`: each with its reference. */
export const action = formAction(
  z.object({ picks: shownAtTimes() }),
  async ({ picks }, args: Route.ActionArgs) => {
    const ctx = ctxOf(args);
    const step = stepIn(args.url);
    const submissionIds = idsIn(picks.split(' '));
    const { view } = stepWords[step];
    const lines = await selectedForRetention(ctx, { view, submissionIds });
    const work = step === 'propose' ? proposeDisposals : approveDisposals;
    const results = await work(ctx, { submissionIds });
    return data({
      results: results.map((each) => ({
        ...each,
        reference: lines.find(({ id }) => id === each.id)?.reference ?? 'Gone',
      })),
    });
  },
);

export default function Selected({ loaderData: { step, lines }, actionData }: Route.ComponentProps) {
  const { view, title } = stepWords[step];
  const results = actionData && 'results' in actionData ? actionData.results : null;
  return (
    <Page
      title={results ? 'What was done' : title}
      backHref={link('retention/list', {}, { view })}
      backText="Retention"
    >
      {results && results.length > 0 ? (
        <Results step={step} results={results} />
      ) : (
        <Confirm step={step} lines={lines} />
      )}
    </Page>
  );
}

function Confirm({ step, lines }: { step: Step; lines: readonly RetentionLine[] }) {
  const { title, submit } = stepWords[step];
  const possible = lines.filter((line) => problemOf(step, line) === null);
  const others = lines.filter((line) => problemOf(step, line) !== null);
  return (
    <>
      <PageHeading>{title}</PageHeading>
      {possible.length === 0 ? (
        <EmptyState title="Nothing is selected that can go.">
          Go back and select at least one report.
        </EmptyState>
      ) : (
        <>
          <RetentionTable
            caption={`What you selected: ${possible.length}`}
            at={step === 'propose' ? 'Due since' : 'Proposed'}
            lines={possible}
            step={null}
          />
          <Form>
            <input type="hidden" name="picks" value={possible.map(({ id }) => id).join(' ')} />
            {step === 'propose' ? (
              <p className="govuk-body">Another FIB supervisor decides on them.</p>
            ) : (
              <WarningText>
                Each goes with its files, its sealed records and everything that was made of it here. What
                goes cannot be brought back.
              </WarningText>
            )}
            <Button {...(step === 'dispose' ? { variant: 'warning' } : {})} preventDoubleClick>
              {submit} ({possible.length})
            </Button>
          </Form>
        </>
      )}
      {others.length === 0 ? null : (
        <CardTable
          caption="What stays"
          columns={[{ header: 'Submission', nowrap: true }, { header: 'Why' }]}
          rows={others.map((line) => ({ key: line.id, cells: [line.reference, problemOf(step, line)] }))}
        />
      )}
    </>
  );
}

type Result = OneOfSeveral & { reference: string };

function Results({ step, results }: { step: Step; results: readonly Result[] }) {
  const { done, view } = stepWords[step];
  const count = results.filter(({ problem }) => problem === null).length;
  return (
    <>
      <PageHeading>
        {count} of {results.length} done
      </PageHeading>
      <CardTable
        caption="What became of each"
        columns={[{ header: 'Submission', nowrap: true }, { header: 'Result' }]}
        rows={results.map(({ id, reference, problem }) => ({
          key: id,
          overdue: problem !== null,
          cells: [reference, problem === null ? done : `Not done: ${problem}`],
        }))}
      />
      <ButtonLink href={link('retention/list', {}, { view })}>Back to retention</ButtonLink>
    </>
  );
}
