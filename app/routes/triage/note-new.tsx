import { randomUUID } from 'node:crypto';
import { redirect } from 'react-router';
import { addNote, prepareNote } from '#app/domain/triage/actions/add-note.server.ts';
import { link } from '#app/http/link.ts';
import { attempt } from '#app/http/forms/attempt.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { errorOf, formState, valueOf } from '#app/http/forms/form-state.ts';
import { carry, listOf } from '#app/http/list-address.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { Notes } from '#app/ui/triage/Notes.tsx';
import type { Route } from './+types/note-new.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const page = await prepareNote(ctxOf(args), { submissionId: args.params.submissionId });
  return { page, blank: { note: randomUUID() }, from: listOf(args) };
}

export async function action(args: Route.ActionArgs) {
  const { submissionId } = args.params;
  const form = await readForm(args.request, ['note', 'text']);
  const added = await attempt(form, () =>
    addNote(ctxOf(args), { submissionId, noteId: form.get('note'), text: form.get('text') }),
  );
  if (!added.ok) return added.refused;
  const back = `${link('triage/submission', { submissionId })}?done=note-written#notes`;
  throw redirect(carry(back, listOf(args)));
}

export default function NewNote({ loaderData, actionData, params }: Route.ComponentProps) {
  const { page, blank, from } = loaderData;
  const state = actionData ?? formState(blank);
  return (
    <Page
      title="Write a note"
      errors={state.errors}
      backHref={carry(`${link('triage/submission', { submissionId: params.submissionId })}#notes`, from)}
      backText="Submission"
    >
      <TwoThirds>
        <PageHeading caption={`Submission ${page.reference}`}>Write a note</PageHeading>
        <form method="post" noValidate>
          <input type="hidden" name="note" value={valueOf(state, 'note')} />
          <Textarea
            name="text"
            label="Note"
            hint="For officers who may read this report. The partner is never shown it. It cannot be changed or taken back."
            rows={8}
            value={valueOf(state, 'text')}
            error={errorOf(state, 'text')}
          />
          <Button preventDoubleClick>Save note</Button>
        </form>
        <h2 className="govuk-heading-m">Notes</h2>
        <Notes notes={page.notes} />
      </TwoThirds>
    </Page>
  );
}
