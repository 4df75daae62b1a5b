import {
  readVerifications,
  type TrailState,
  type VerificationLine,
} from '#app/domain/audit/read-verifications.server.ts';
import { Invalid } from '#app/domain/kernel/failures.ts';
import { errorsOf } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import type { Route } from './+types/verification.ts';

export const handle = { access: 'audit.read', section: 'audit' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const ctx = ctxOf(args);
  const { searchParams } = args.url;
  const [seal, head] = [searchParams.get('seal')?.trim() ?? '', searchParams.get('head')?.trim() ?? ''];
  const values = { seal, head };
  const asked = searchParams.has('seal') || searchParams.has('head');
  try {
    return { values, errors: [], state: await readVerifications(ctx, asked ? values : null) };
  } catch (failure) {
    if (!(failure instanceof Invalid)) throw failure;
    return { values, errors: errorsOf(failure), state: await readVerifications(ctx, null) };
  }
}

export default function Verification({ loaderData: { values, errors, state } }: Route.ComponentProps) {
  const [last] = state.verifications;
  return (
    <Page title="Seals of the audit trail" backHref={link('audit/trail')} errors={errors}>
      <PageHeading>Seals of the audit trail</PageHeading>
      <p className="govuk-body">
        Each minute the portal seals what is new in the trail, with a key that is not in the database. Each
        night it holds the trail against its seals, and mails the newest one to every auditor. An event that
        was changed, removed or put in afterwards is found so, even if the owner of the database did it.
      </p>
      {last === undefined ? null : <LastResult last={last} />}
      <Sealed state={state} />
      <h2 className="govuk-heading-m">Compare a seal that you kept</h2>
      {state.compared === null ? null : (
        <InsetText>
          {state.compared === 'same'
            ? `Seal ${values.seal} has this head: the trail up to it is the one that it was.`
            : `Seal ${values.seal} does not have this head, or is gone. Tell whoever answers for the portal, and not by the portal.`}
        </InsetText>
      )}
      <Form method="get" values={values} errors={errors}>
        <Input name="seal" label="Number of the seal" inputMode="numeric" width={10} autoComplete="off" />
        <Input name="head" label="Head" hint="43 characters" autoComplete="off" spellCheck={false} />
        <Button variant="secondary">Compare</Button>
      </Form>
      <Verifications lines={state.verifications} />
    </Page>
  );
}

function LastResult({ last }: { last: VerificationLine }) {
  if (last.findings === 0)
    return (
      <InsetText>
        At the last look, <DateTime at={last.startedAt} />, everything was as it was sealed.
      </InsetText>
    );
  const more = last.findings - last.named.length;
  return (
    <>
      <WarningText>
        At the last look, <DateTime at={last.startedAt} />, the trail was not as it was sealed. Tell whoever
        answers for the portal, and not by the portal.
      </WarningText>
      <ul className="govuk-list govuk-list--bullet">
        {last.named.map((finding) => (
          <li key={finding}>{finding}</li>
        ))}
        {more > 0 ? <li>And {more} more.</li> : null}
      </ul>
    </>
  );
}

function Sealed({ state: { newest, waiting } }: { state: TrailState }) {
  return (
    <SummaryList
      rows={[
        ...(newest === null
          ? [{ key: 'Newest seal', value: 'None yet' }]
          : [
              { key: 'Newest seal', value: newest.number },
              { key: 'Made', value: <DateTime at={newest.sealedAt} /> },
              { key: 'Head', value: newest.head },
            ]),
        { key: 'Events that wait for a seal', value: <Waiting waiting={waiting} /> },
      ]}
    />
  );
}

function Waiting({ waiting: { count, orMore, since } }: Pick<TrailState, 'waiting'>) {
  if (since === null) return 'None';
  return (
    <>
      {count}
      {orMore ? ' or more' : ''}, the first since <DateTime at={since} />
    </>
  );
}

function Verifications({ lines }: { lines: readonly VerificationLine[] }) {
  if (lines.length === 0)
    return <EmptyState title="Nobody has looked yet">The first look is at night.</EmptyState>;
  return (
    <CardTable
      caption="The last looks, newest first"
      columns={[
        { header: 'When' },
        { header: 'By' },
        { header: 'What' },
        { header: 'Events' },
        { header: 'Found' },
      ]}
      rows={lines.map((line) => ({
        key: line.id,
        cells: [
          <DateTime key="when" at={line.startedAt} short />,
          line.by,
          line.whole ? 'The whole trail' : 'The last days and a part of the rest',
          line.events.toLocaleString('en-GB'),
          line.findings === 0 ? 'Nothing' : line.findings.toLocaleString('en-GB'),
        ],
      }))}
    />
  );
}
