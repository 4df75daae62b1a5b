import { redirect } from 'react-router';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { itemsOf } from '#app/domain/form/answers.ts';
import { findListSection } from '#app/domain/form/definition.ts';
import { renderDocument } from '#app/domain/form/document.ts';
import { isPastGate } from '#app/domain/form/journey.ts';
import { heldForm } from '#app/domain/form/held-forms.ts';
import { listWords } from '#app/domain/form/words.ts';
import { nextStep } from '#app/domain/intake/drafts/next-step.server.ts';
import { todayOf } from '#app/domain/intake/drafts/drafts.server.ts';
import { unsentDanger } from '#app/http/unsent-danger.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { messagesOf } from '#app/http/messages.ts';
import { openedDraft } from '#app/http/forms/not-saved.ts';
import { stepLink } from '#app/http/report-links.ts';
import { unfinishedLinks } from '#app/http/forms/unfinished.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { SectionProgress } from '#app/ui/form/SectionProgress.tsx';
import { ItemCards } from '#app/ui/form/CheckAnswers.tsx';
import { NotSentYet } from './NotSentYet.tsx';
import { UnfinishedParts } from '#app/ui/form/UnfinishedParts.tsx';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { EnteredFor } from './EnteredFor.tsx';
import type { Route } from './+types/items.ts';

export const handle = { access: 'drafts.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const ctx = ctxOf(args);
  const draft = await openedDraft(args);
  const section = findListSection(draft.definition, args.params.sectionId);
  if (!section) throw new NotFound();
  const checking = { today: todayOf(ctx) };
  if (!isPastGate(draft.definition, draft.answers, checking))
    throw redirect(link('reports/draft', { draftId: draft.id }));
  return {
    draftId: draft.id,
    enteredFor: draft.enteredFor,
    form: draft.definition.key,
    answers: draft.answers,
    danger: unsentDanger(draft),
    sectionId: section.id,
    unfinished: unfinishedLinks(draft, messagesOf(args).form, section.id),
    count: itemsOf(draft.answers, section.id).length,
    full: itemsOf(draft.answers, section.id).length >= section.max,
    notKnown: section.notKnown !== undefined && draft.answers[section.notKnown.id] !== undefined,
    shown:
      renderDocument(draft.definition, draft.answers, messagesOf(args).form).sections.find(
        (shown) => shown.sectionId === section.id,
      ) ?? null,
    next: stepLink(draft.id, await nextStep(ctx.db, draft, draft.answers, section.id, checking)),
  };
}

export default function DraftItems({ loaderData }: Route.ComponentProps) {
  const t = useMessages();
  const { draftId, form, answers, sectionId, count, full, notKnown, shown, next } = loaderData;
  const section = findListSection(heldForm(form), sectionId);
  if (!section) return null;
  const { title } = listWords(section, t.form);
  const links = {
    page: (pageId: string) => link('reports/page', { draftId, pageId }),
    section: (id: string) => link('reports/items', { draftId, sectionId: id }),
    item: (id: string, itemId: string) => link('reports/item', { draftId, sectionId: id, itemId }),
    removeItem: (id: string, itemId: string) =>
      link('reports/item-remove', { draftId, sectionId: id, itemId }),
  };
  return (
    <Page title={title} backHref={link('reports/draft', { draftId })}>
      <TwoThirds>
        <EnteredFor of={loaderData.enteredFor} />
        <SectionProgress
          definition={heldForm(form)}
          answers={answers}
          sectionId={sectionId}
          heading={title}
          hrefOf={(step) => stepLink(draftId, step)}
        />
        <PageHeading>{title}</PageHeading>
        <NotSentYet danger={loaderData.danger} />
        <UnfinishedParts
          parts={loaderData.unfinished}
          removeAll={link('reports/unfinished-remove-all', { draftId })}
        />
        {count === 0 && loaderData.unfinished.length === 0 ? (
          <p className="govuk-body">{notKnown ? t.reports.items.notKnown : t.reports.items.none}</p>
        ) : null}
        {shown && count > 0 ? <ItemCards section={shown} links={links} t={t.form} headingLevel={2} /> : null}
        <div className="govuk-button-group">
          <ButtonLink href={next}>{t.reports.items.continue}</ButtonLink>
          {full ? null : (
            <ButtonLink variant="secondary" href={link('reports/item-new', { draftId, sectionId })}>
              {count === 0 ? listWords(section, t.form).addTitle : t.reports.items.another}
            </ButtonLink>
          )}
        </div>
      </TwoThirds>
    </Page>
  );
}
