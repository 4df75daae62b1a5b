import { newId } from '#app/domain/kernel/id.ts';
import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form, HiddenField } from '#app/ui/layout/Form.tsx';
import { text, madeWithPage } from '#app/domain/kernel/fields.ts';
import { flash } from '#app/http/forms/flash.ts';
import { addNote, prepareNote } from '#app/domain/triage/actions/notes.server.ts';
import { textLimits } from '#app/domain/kernel/text-limits.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { useLink } from '#app/http/use-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { Notes, writeNote } from './Notes.tsx';
import type { Route } from './+types/note-new.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const page = await prepareNote(ctxOf(args), { submissionId: idsOf(args).submissionId });
  return { page, blank: { noteId: newId<'SubmissionNote'>() } };
}

const form = z.object({
  noteId: madeWithPage<'SubmissionNote'>(),
  text: text({ missing: 'Enter the note', name: 'Note', limit: textLimits.note }),
});

export const action = formAction(form, async (note, args: Route.ActionArgs) => {
  const { submissionId } = idsOf(args);
  await addNote(ctxOf(args), { submissionId, ...note });
  return flash(`${link('submissions/submission', { submissionId })}#notes`, 'note-written');
});

export default function NewNote({ loaderData, params }: Route.ComponentProps) {
  const link = useLink();
  const { page, blank } = loaderData;
  return (
    <Page
      title={writeNote}
      backHref={`${link('submissions/submission', { submissionId: params.submissionId })}#notes`}
      backText="Submission"
    >
      <TwoThirds>
        <PageHeading caption={`Submission ${page.reference}`}>{writeNote}</PageHeading>
        <Form values={blank}>
          <HiddenField name="noteId" />
          <Textarea
            name="text"
            label="Note"
            hint="For officers who may read this report. The partner is never shown it. It cannot be changed or taken back."
            rows={8}
          />
          <Button preventDoubleClick>Save note</Button>
        </Form>
        <h2 className="govuk-heading-m">Notes</h2>
        <Notes notes={page.notes} />
      </TwoThirds>
    </Page>
  );
}
