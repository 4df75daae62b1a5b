import { z } from 'zod';
import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { flash } from '#app/http/forms/flash.ts';
import { confirmGiven } from '#app/domain/connections/records/confirm-given.server.ts';
import { openRecords } from '#app/domain/connections/records/open-records.server.ts';
import { lacksCrime, recordKindCodes, recordKinds } from '#app/domain/connections/records/record-kinds.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { useLink } from '#app/http/use-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { GivenRecords } from '#app/ui/records/GivenRecords.tsx';
import { LacksCrime } from '#app/ui/records/LacksCrime.tsx';
import { RecordTable } from '#app/ui/records/RecordTable.tsx';
import type { Route } from './+types/records.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const page = await openRecords(ctxOf(args), { submissionId: idsOf(args).submissionId });
  return {
    page,
  };
}

const form = z.object({ given: z.string() });

/** Confirms what the partner gave: the only thing that this page does itself. */
export const action = formAction(
  form,
  async ({ given }, args: Route.ActionArgs) => {
    const { submissionId } = idsOf(args);
    await confirmGiven(ctxOf(args), { submissionId, question: given });
    return flash(link('submissions/records/records', { submissionId }), 'record-confirmed');
  },
  { collides: true },
);

export default function Records({ loaderData: { page } }: Route.ComponentProps) {
  const link = useLink();
  const { submissionId, reference, records } = page;
  const { standing, removed, given } = records;
  const hrefOf = (linkId: string) => link('submissions/records/record', { submissionId, linkId });
  const addHref = (kind: string) => link('submissions/records/add', { submissionId, kind });
  return (
    <Page
      title="What came of it, and records elsewhere"
      backHref={`${link('submissions/submission', { submissionId })}#records`}
    >
      <TwoThirds>
        <PageHeading caption={`Submission ${reference}`}>What came of it, and records elsewhere</PageHeading>
        {standing.length === 0 ? (
          <p className="govuk-body">Nothing is recorded yet.</p>
        ) : (
          <RecordTable caption="What is recorded" links={standing} hrefOf={hrefOf} />
        )}
        {lacksCrime(standing.map(({ kind }) => kind)) ? <LacksCrime href={addHref('crime')} /> : null}
        <GivenRecords
          given={given}
          confirmAction={link('submissions/records/records', { submissionId })}
          addHref={addHref}
          headingLevel={2}
        />
        <h2 className="govuk-heading-m">Add a record</h2>
        <ul className="govuk-list">
          {recordKindCodes.map((kind) => (
            <li key={kind}>
              <a className="govuk-link" href={addHref(kind)}>
                Add {recordKinds[kind].a}
              </a>
            </li>
          ))}
        </ul>
        {removed.length > 0 ? (
          <>
            <h2 className="govuk-heading-m">Removed</h2>
            <RecordTable caption="Records that were removed" links={removed} hrefOf={hrefOf} />
          </>
        ) : null}
      </TwoThirds>
    </Page>
  );
}
