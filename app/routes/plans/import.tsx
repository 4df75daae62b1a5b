import { data } from 'react-router';
import { z } from 'zod';
import { Conflict } from '#app/domain/kernel/failures.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { importPlan, previewImport, type PlanPreview } from '#app/domain/plan/import/import-plan.server.ts';
import { plansOfForce } from '#app/domain/plan/plans.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { uploadsOf, withUpload } from '#app/http/forms/read-upload.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { FileUpload } from '#app/ui/govuk/FileUpload.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { Form, HiddenField, type FormState } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { PlanChanges } from './PlanChanges.tsx';
import type { Route } from './+types/import.ts';

export const handle = { access: 'plan.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { plans, mayMakeNext } = await plansOfForce(ctxOf(args));
  if (!mayMakeNext) throw new Conflict('The next plan is being written already');
  return { example: plans[0]?.id ?? null };
}

const bytes = 512 * 1024;

/** What was read of a table, and the table itself, in base64 so that nothing of it changes on its way. */
type Read = { preview: PlanPreview; table: string };

/** Reads a table and shows what it would make. Nothing is written. */
async function read(args: Route.ActionArgs) {
  const ctx = ctxOf(args);
  const files: File[] = [];
  const limits = { file: 'file', bytes, files: 1, fields: 0 };
  const take = (file: File) => Promise.resolve(void files.push(file));
  const { cut } = await withUpload(args.request, limits, take, uploadsOf(ctx.actor.accountId));
  const [file] = files;
  if (cut === 'too_large') return again('The table must be smaller than 512 KB', 413);
  if (cut !== null) return again('The table did not arrive. Try again', 503);
  if (!file) return again('Select a table', 422);
  const content = Buffer.from(await file.arrayBuffer());
  const text = content.toString('utf8');
  if (text.includes('\ufffd') || text.includes('\0'))
    return again('Save the table as “CSV UTF-8” and select it again', 422);
  const preview = await previewImport(ctx, text);
  const faulty = preview.faults.length > 0;
  const errors = faulty
    ? [{ field: '', message: 'The table has to be put right. Each place is listed below' }]
    : [];
  return data<FormState & Partial<Read>>(
    { values: {}, errors, collision: null, preview, table: content.toString('base64') },
    { status: faulty ? 422 : 200 },
  );
}

const again = (message: string, status: number) =>
  data<FormState & Partial<Read>>(
    { values: {}, errors: [{ field: 'file', message }], collision: null },
    { status },
  );

const make = formAction(
  z.object({ table: z.string() }),
  async ({ table }, args: Route.ActionArgs) => {
    const { planId } = await importPlan(ctxOf(args), Buffer.from(table, 'base64').toString('utf8'));
    return flash(link('plans/plan', { planId }), 'plan-imported');
  },
  { bytes: 2 * bytes },
);

export const action = (args: Route.ActionArgs) =>
  args.request.headers.get('content-type')?.startsWith('multipart/') ? read(args) : make(args);

export default function ImportPlan({ loaderData: { example }, actionData }: Route.ComponentProps) {
  const { preview, table, errors } = (actionData ?? {}) as Partial<FormState & Read>;
  const wrongFile = errors?.find(({ field }) => field === 'file')?.message;
  return (
    <Page title="Import a plan" backHref={link('plans/plans')} backText="Plans by year">
      <PageHeading>Import a plan from a spreadsheet</PageHeading>
      {preview ? <Preview preview={preview} table={table ?? ''} /> : <Columns example={example} />}
      <h2 className="govuk-heading-m">{preview ? 'Choose another table' : 'Choose the table'}</h2>
      <form method="post" encType="multipart/form-data" noValidate>
        <FileUpload
          name="file"
          label="Table"
          hint="A CSV file of up to 512 KB. Nothing is saved before you have seen what it would make"
          accept=".csv,text/csv"
          error={wrongFile}
        />
        <Button variant={preview ? 'secondary' : undefined} preventDoubleClick>
          Read the table
        </Button>
      </form>
    </Page>
  );
}

function Columns({ example }: { example: Id<'Plan'> | null }) {
  return (
    <TwoThirds>
      <p className="govuk-body">
        The table has the columns of the one that a plan is saved as
        {example ? (
          <>
            {' ('}
            <a className="govuk-link" href={link('plans/export', { planId: example })}>
              save the newest as a table to start from
            </a>
            )
          </>
        ) : null}
        . “line” says what a line is:
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li>plan: its title in “text”, its period in “more”, such as 2016-04-01 to 2017-03-31</li>
        <li>aim and theme: its name in “item”, its number in “number”; a theme’s number is its name</li>
        <li>activity and action: the aim or theme that it stands under in “under”</li>
        <li>step, responsible and link: the action that it belongs to in “item”</li>
        <li>abbreviation: short in “number”, long in “text”</li>
      </ul>
      <p className="govuk-body">
        Owners, status, evidence and events are left out: they belong to the plan of their year.
      </p>
    </TwoThirds>
  );
}

function Preview({ preview, table }: { preview: PlanPreview; table: string }) {
  const { title, before, items, parts, leftOut, faults } = preview;
  const left = Object.entries(leftOut).map(([kind, count]) => `${count} ${kind}`);
  if (faults.length > 0) return <Faults faults={faults} />;
  return (
    <>
      <h2 className="govuk-heading-m">{title}</h2>
      <p className="govuk-body">
        It would be a draft with {parts.steps} steps, {parts.roles} roles, {parts.links} strategic links and{' '}
        {parts.abbreviations} abbreviations. {left.length > 0 ? `Lines left out: ${left.join(', ')}.` : null}
      </p>
      <PlanChanges items={items} before={before} writes={null} />
      <Form>
        <HiddenField name="table" value={table} />
        <Button preventDoubleClick>Make the draft</Button>
      </Form>
    </>
  );
}

const mostFaults = 50;

function Faults({ faults }: { faults: PlanPreview['faults'] }) {
  return (
    <>
      <h2 className="govuk-heading-m">Nothing can be made of this table yet</h2>
      <p className="govuk-body">
        {faults.length === 1
          ? 'One thing has to be put right'
          : `${faults.length} things have to be put right`}
        {faults.length > mostFaults ? `, of which these are the first ${mostFaults}` : null}. Change the
        spreadsheet and choose it again.
      </p>
      <CardTable
        caption="What has to be put right"
        captionHidden
        columns={[{ header: 'Where', nowrap: true }, { header: 'Column' }, { header: 'What to do' }]}
        rows={faults.slice(0, mostFaults).map(({ line, column, message }, index) => ({
          key: String(index),
          cells: [line === null ? 'Whole table' : `Line ${line}`, column === '' ? '–' : column, message],
        }))}
      />
    </>
  );
}
