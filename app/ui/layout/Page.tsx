import type { ReactNode } from 'react';
import { BackLink } from '#app/ui/govuk/BackLink.tsx';
import { type Breadcrumb, Breadcrumbs } from '#app/ui/govuk/Breadcrumbs.tsx';
import { ErrorSummary } from '#app/ui/govuk/ErrorSummary.tsx';
import { ExitThisPage } from '#app/ui/govuk/ExitThisPage.tsx';
import { NotificationBanner } from '#app/ui/govuk/NotificationBanner.tsx';
import { sentenceIn } from '#app/messages/words.ts';
import { useMessages } from '#app/ui/messages.ts';
import type { KeyName } from '#app/ui/keyboard/keys.ts';
import { useKeys } from '#app/ui/keyboard/use-keys.tsx';
import { type FieldError, useFormState } from './Form.tsx';
import { type Marking, useFrame } from './frame-context.ts';
import { MarkingBanner } from './MarkingBanner.tsx';
import { pageTitle } from './page-title.ts';

/** An error of a form. An empty field is about the whole form. */
export type PageError = FieldError;

export type PageProps = {
  /** What kind of page this is, in words. Never content of a report, a name or a reference: see `pageTitle`. */
  title: string;
  /** Those of the form that came back, when left out. */
  errors?: readonly PageError[] | undefined;
  /** The id of a field's first control, where it is not the field's name: `{ born: 'born-day' }`. */
  fieldIds?: Readonly<Record<string, string>> | undefined;
  backHref?: string | undefined;
  backText?: string | undefined;
  /** The key that presses the way back. */
  backKey?: KeyName | undefined;
  breadcrumbs?: readonly Breadcrumb[] | undefined;
  /** The protective marking of what the page shows, where it differs from that of its route. */
  marking?: Marking | undefined;
  /** What was just done, where the page says more than the frame knows. It takes the focus, and is not shown beside errors. */
  success?: ReactNode;
  /** Which page of a list. */
  page?: { number: number; total: number } | undefined;
  children: ReactNode;
};

/** The column of a page: ways back, errors and news, and the main content. */
export function Page({
  title,
  errors: given,
  fieldIds = {},
  backHref,
  backText,
  backKey,
  breadcrumbs,
  marking,
  success,
  page,
  children,
}: PageProps) {
  const t = useMessages();
  const back = useKeys()(backKey);
  const { exitHref, portalName, markings, ...frame } = useFrame();
  const kind = marking ?? frame.marking;
  const posted = useFormState();
  const errors = given ?? posted?.errors ?? [];
  const failed = errors.length > 0;
  const news = success ?? frame.done;
  const serviceName = portalName ?? t.frame.portalName;
  return (
    <>
      <title>
        {pageTitle(title, { errors: failed, errorPrefix: t.common.errorPrefix, page, serviceName })}
      </title>
      {kind ? <MarkingBanner marking={markings[kind]} place="top" /> : null}
      <div className="portal-page govuk-width-container">
        {exitHref ? (
          <ExitThisPage href={exitHref}>
            <span className="govuk-visually-hidden">{t.frame.emergency}</span> {t.frame.exit}
          </ExitThisPage>
        ) : null}
        {breadcrumbs ? <Breadcrumbs items={breadcrumbs} collapseOnMobile /> : null}
        {backHref ? (
          <nav aria-label={t.frame.wayBack}>
            <BackLink href={backHref} {...back.attributes}>
              {backText ?? t.common.back}
              {back.hint}
            </BackLink>
          </nav>
        ) : null}
        <main className="govuk-main-wrapper" id="main-content">
          {failed ? (
            <ErrorSummary
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- as the script does: GOV.UK puts the focus on what is wrong.
              autoFocus
              tabIndex={-1}
              title={t.common.thereIsAProblem}
              errors={errors.map(({ field, message, control }) => ({
                text: sentenceIn(t, message),
                href: field === '' ? undefined : `#${fieldIds[field] ?? control ?? field}`,
              }))}
            />
          ) : null}
          {news && !failed ? <NotificationBanner type="success">{news}</NotificationBanner> : null}
          {children}
        </main>
      </div>
      {kind ? <MarkingBanner marking={markings[kind]} place="bottom" /> : null}
    </>
  );
}
