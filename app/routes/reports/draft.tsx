import { filesOfDraft } from '#app/domain/intake/attachments/draft-files.server.ts';
import { isRefused } from '#app/domain/intake/attachments/file-states.ts';
import { canSubmit, isPastGate } from '#app/domain/form/journey.ts';
import { heldForm } from '#app/domain/form/held-forms.ts';
import { todayOf } from '#app/domain/intake/drafts/drafts.server.ts';
import { unsentDanger } from '#app/http/unsent-danger.ts';
import { unfinishedParts } from '#app/domain/intake/drafts/unfinished.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { messagesOf } from '#app/http/messages.ts';
import { openedDraft } from '#app/http/forms/not-saved.ts';
import { stepLink, writersHome } from '#app/http/report-links.ts';
import { unfinishedLinks } from '#app/http/forms/unfinished.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { FormTaskList } from '#app/ui/form/FormTaskList.tsx';
import { UnfinishedParts } from '#app/ui/form/UnfinishedParts.tsx';
import { formatDate } from '#app/ui/format/date.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { EnteredFor } from './EnteredFor.tsx';
import { NotSentYet } from './NotSentYet.tsx';
import type { Route } from './+types/draft.ts';

export const handle = { access: 'drafts.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const ctx = ctxOf(args);
  const draft = await openedDraft(args);
  const today = todayOf(ctx);
  const begun = unfinishedParts(draft.definition, draft.answers, draft.unfinished);
  return {
    draftId: draft.id,
    enteredFor: draft.enteredFor,
    form: draft.definition.key,
    answers: draft.answers,
    expiresAt: draft.expiresAt,
    today,
    pastGate: isPastGate(draft.definition, draft.answers, { today }),
    fileCount: (await filesOfDraft(ctx.db, draft.id)).filter(({ state }) => !isRefused(state)).length,
    ready: canSubmit(draft.definition, draft.answers, { today }) && begun.length === 0,
    unfinished: unfinishedLinks(draft, messagesOf(args).form),
    begun: begun.map(({ sectionId }) => sectionId),
    danger: unsentDanger(draft),
  };
}

export default function DraftTaskList({ loaderData }: Route.ComponentProps) {
  const t = useMessages();
  const { draftId, form, answers, ready, danger, expiresAt, today, pastGate, fileCount } = loaderData;
  return (
    <Page title={t.reports.taskList.title} backHref={writersHome(loaderData.enteredFor)}>
      <TwoThirds>
        <EnteredFor of={loaderData.enteredFor} />
        <PageHeading>{t.reports.taskList.title}</PageHeading>
        <NotSentYet danger={danger} />
        {danger === null ? <InsetText>{t.reports.taskList.notSent}</InsetText> : null}
        <UnfinishedParts
          parts={loaderData.unfinished}
          removeAll={link('reports/unfinished-remove-all', { draftId })}
        />
        <FormTaskList
          begun={loaderData.begun}
          definition={heldForm(form)}
          answers={answers}
          checking={{ today }}
          hrefOf={(step) => stepLink(draftId, step)}
          more={[
            {
              title: t.files.task,
              href: pastGate ? link('reports/files', { draftId }) : undefined,
              status: pastGate
                ? { text: fileCount === 0 ? t.files.taskNone : t.files.taskCount({ count: fileCount }) }
                : { text: t.files.taskNotYet, cannotStartYet: true },
            },
          ]}
          t={t.form}
        />
        {ready ? (
          <ButtonLink href={link('reports/check', { draftId })}>{t.reports.taskList.check}</ButtonLink>
        ) : (
          <p className="govuk-body">{t.reports.taskList.checkNotYet}</p>
        )}
        <p className="govuk-body">{t.reports.taskList.saved({ date: formatDate(new Date(expiresAt)) })}</p>
        <p className="govuk-body">
          <a className="govuk-link" href={writersHome(loaderData.enteredFor)}>
            {t.reports.taskList.later}
          </a>
        </p>
        <p className="govuk-body">
          <a className="govuk-link" href={link('reports/draft-delete', { draftId })}>
            {t.reports.taskList.delete}
          </a>
        </p>
      </TwoThirds>
    </Page>
  );
}
