import { z } from 'zod';
import { openOwnReport, type OwnReport } from '#app/domain/intake/own-reports/open-own-report.server.ts';
import { sightingFromWords } from '#app/domain/intake/own-reports/sighting.ts';
import { saysDanger } from '#app/domain/intake/own-reports/supplement.ts';
import { link } from '#app/http/link.ts';
import { messagesOf } from '#app/http/messages.ts';
import { ctxOf, doneContext } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Words } from '#app/messages/words.ts';
import { raisePromise } from '#app/domain/connections/tasks/raise-promise.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { OwnFiles } from './OwnFiles.tsx';
import { MissedPromise, WhatNext } from './WhatNext.tsx';
import { SubmittedDocument } from '#app/ui/form/SubmittedDocument.tsx';
import { formatDateTime } from '#app/ui/format/date.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmergencyCall } from '#app/ui/layout/Emergency.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { OutcomeWords, PartnerStatusTag } from '#app/ui/layout/PartnerStatusTag.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/submission.ts';

export const handle = { access: 'reports.read' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const report = await openOwnReport(ctxOf(args), {
    submissionId: idsOf(args).submissionId,
    t: messagesOf(args).form,
  });
  return { ...report, done: args.context.get(doneContext) };
}

/** That what was promised has not come. */
export const action = formAction(z.object({}), async (_, args: Route.ActionArgs) => {
  const { submissionId } = idsOf(args);
  const done = await raisePromise(ctxOf(args), { submissionId });
  return flash(
    link('reports/submission', { submissionId }),
    done === 'raised' ? 'promise-raised' : 'promise-raised-before',
  );
});

export default function OwnSubmission({ loaderData: report }: Route.ComponentProps) {
  const t = useMessages();
  const entered = report.enteredFrom !== null;
  const title = !report.own
    ? t.reports.own.titleOfOrganisation
    : entered
      ? t.reports.own.titleEntered
      : t.reports.own.title;
  return (
    <Page
      title={title}
      backHref={report.listed === 'reports' ? link('reports/list') : link('organisation/organisation')}
      success={
        report.done === 'added' ? (
          <Received report={report} />
        ) : report.done === 'answered-danger' ? (
          <ToldInDanger>{t.reports.own.answeredDanger}</ToldInDanger>
        ) : report.done === 'promise-raised-before' && report.promise.raised ? (
          t.promise.doneBefore({ at: formatDateTime(new Date(report.promise.raised.at)) })
        ) : undefined
      }
    >
      <PageHeading caption={t.reports.own.reference({ reference: report.reference })}>{title}</PageHeading>
      <MissedPromise promise={report.promise} />
      <SummaryList
        rows={[
          report.sentBy !== null && { key: t.reports.colleagues.sentBy, value: report.sentBy },
          report.enteredFrom !== null && {
            key: t.reports.own.entered,
            value: t.reports.own.enteredFrom[report.enteredFrom],
          },
          { key: t.reports.own.sentAt, value: <DateTime at={report.submittedAt} /> },
          { key: t.reports.own.status, value: <PartnerStatusTag status={report.status} /> },
          ...(report.outcome
            ? [{ key: t.reports.own.outcome, value: <OutcomeWords outcome={report.outcome} /> }]
            : []),
        ]}
      />
      <h2 className="govuk-heading-m">{t.reports.sent.next}</h2>
      <WhatNext promise={report.promise} />
      <Messages report={report} />
      <ToAdd report={report} />
      <SeenAgain report={report} />
      <Added report={report} />
      <Withdrawal report={report} />
      <ForRecords report={report} />
      <h2 className="govuk-heading-m">{entered ? t.reports.own.asEntered : t.reports.own.asSent}</h2>
      {report.document ? (
        <SubmittedDocument document={report.document} headingLevel={3} t={t.form} />
      ) : (
        <p className="govuk-body">{t.reports.own.withdrawnText}</p>
      )}
      {report.files.length > 0 ? (
        <section aria-labelledby="files">
          <h2 className="govuk-heading-m" id="files">
            {t.files.sent}
          </h2>
          <OwnFiles files={report.files} headingLevel={3} />
        </section>
      ) : null}
    </Page>
  );
}

/** What was just received says danger: that it is known, and that a call is faster. */
function ToldInDanger({ children }: { children: string }) {
  return (
    <>
      <p className="govuk-notification-banner__heading">{children}</p>
      <p className="govuk-body">
        <EmergencyCall />
      </p>
    </>
  );
}

/** The newest addition, just received, with its time. */
function Received({ report }: { report: Pick<OwnReport, 'supplements'> }) {
  const t = useMessages();
  const last = report.supplements.at(-1);
  if (!last) return null;
  return (
    <>
      {saysDanger(last.danger) ? (
        <ToldInDanger>{t.reports.add.doneDanger}</ToldInDanger>
      ) : (
        <p className="govuk-notification-banner__heading">{t.reports.add.done}</p>
      )}
      <p className="govuk-body">{t.reports.add.received({ at: formatDateTime(new Date(last.addedAt)) })}</p>
    </>
  );
}

/**
 * What can be added: an entry as in the form, a file, or words; of a report that was sent in danger, whatever else the form
 * asks. Each goes to the police by itself.
 */
function ToAdd({ report }: { report: Pick<OwnReport, 'id' | 'mayAdd' | 'toAdd' | 'sentAtOnce'> }) {
  const t = useMessages();
  const { id: submissionId, mayAdd, toAdd, sentAtOnce } = report;
  if (!mayAdd) return null;
  const ways = [
    ...toAdd.map(({ part, title }) => ({ title, href: link('reports/add-part', { submissionId, part }) })),
    { title: t.reports.add.files, href: link('reports/add-files', { submissionId }) },
    { title: t.reports.add.other, href: link('reports/add', { submissionId }) },
  ];
  return (
    <section aria-labelledby="more">
      <h2 className="govuk-heading-m" id="more">
        {t.reports.add.parts}
      </h2>
      <p className="govuk-body">{sentAtOnce ? t.reports.add.partsText : t.reports.add.entriesText}</p>
      <ul className="govuk-list govuk-list--spaced">
        {ways.map(({ title, href }) => (
          <li key={href}>
            <a className="govuk-link" href={href}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The way to tell that one happened to see the same again; or that the police ask not to look any more. */
function SeenAgain({ report }: { report: Pick<OwnReport, 'id' | 'maySeeAgain' | 'stopLooking'> }) {
  const t = useMessages();
  if (report.stopLooking)
    return (
      <InsetText>
        <p className="govuk-body">{t.seenAgain.stopped}</p>
        <p className="govuk-body">{t.seenAgain.stoppedAdd}</p>
      </InsetText>
    );
  if (!report.maySeeAgain) return null;
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={link('reports/seen-again', { submissionId: report.id })}>
        {t.seenAgain.link}
      </a>
      <br />
      <span className="portal-secondary">{t.seenAgain.hint}</span>
    </p>
  );
}

/** What was seen again is kept in the words of police. */
function inPartnersWords(t: Words, text: string): string {
  const again = sightingFromWords(text);
  return again ? t.seenAgain.told(again) : text;
}

/** What was added after sending, with what was answered about it. */
function Added({ report: { supplements } }: { report: Pick<OwnReport, 'supplements'> }) {
  const t = useMessages();
  if (supplements.length === 0) return null;
  return (
    <section aria-labelledby="added">
      <h2 className="govuk-heading-m" id="added">
        {t.reports.add.heading}
      </h2>
      {supplements.map(({ id, addedAt, text, danger, knownHow }) => (
        <div key={id}>
          <p className="govuk-body portal-secondary">
            {t.reports.add.received({ at: formatDateTime(new Date(addedAt)) })}
          </p>
          <p className="govuk-body portal-verbatim">{inPartnersWords(t, text)}</p>
          {knownHow === null ? null : (
            <ul className="govuk-list portal-secondary">
              <li>
                {t.reports.add.answered({
                  question: t.reports.add.danger,
                  answer: t.reports.add.dangers[danger],
                })}
              </li>
              <li>
                {t.reports.add.answered({
                  question: t.reports.add.knownHow,
                  answer: t.reports.add.knownHows[knownHow],
                })}
              </li>
            </ul>
          )}
        </div>
      ))}
    </section>
  );
}

function Messages({ report }: { report: Route.ComponentProps['loaderData'] }) {
  const t = useMessages();
  return (
    <section aria-labelledby="messages">
      <h2 className="govuk-heading-m" id="messages">
        {t.reports.own.messages}
      </h2>
      {report.messages.length === 0 ? <p className="govuk-body">{t.reports.own.messagesNone}</p> : null}
      {report.messages.map((message) => (
        <div key={message.id}>
          <p className="govuk-body portal-secondary">
            {message.direction === 'to_partner' ? t.reports.own.fromPolice : t.reports.own.fromYou},{' '}
            <DateTime at={message.sentAt} />
          </p>
          <p className="govuk-body portal-verbatim">{message.text}</p>
        </div>
      ))}
      {report.judging ? (
        <p className="govuk-body">
          {report.judging.useful === null ? null : `${t.judging.said[report.judging.useful]} `}
          <a className="govuk-link" href={link('reports/judge', { submissionId: report.id })}>
            {report.judging.useful === null ? t.judging.link : t.judging.change}
          </a>
        </p>
      ) : null}
      {report.actions.includes('partner_replies') ? (
        <ButtonLink href={link('reports/reply', { submissionId: report.id })}>
          {t.reports.own.answer}
        </ButtonLink>
      ) : null}
    </section>
  );
}

/** What can be kept outside the portal. */
function ForRecords({ report }: { report: Pick<OwnReport, 'id' | 'mayCopy'> }) {
  const t = useMessages();
  return (
    <section aria-labelledby="records">
      <h2 className="govuk-heading-m" id="records">
        {t.reports.own.record}
      </h2>
      <p className="govuk-body">
        <a className="govuk-link" href={link('reports/receipt', { submissionId: report.id })} download>
          {t.reports.sent.download}
        </a>
        . {t.reports.sent.downloadHint}
      </p>
      {report.mayCopy ? (
        <p className="govuk-body">
          <a className="govuk-link" href={link('reports/copy', { submissionId: report.id })} download>
            {t.reports.copy.download}
          </a>
          . {t.reports.copy.downloadHint}
        </p>
      ) : null}
    </section>
  );
}

function Withdrawal({ report }: { report: Pick<OwnReport, 'id' | 'actions' | 'withdrawalRequested'> }) {
  const t = useMessages();
  if (report.withdrawalRequested) return <InsetText>{t.reports.own.withdrawAsked}</InsetText>;
  const asks = report.actions.includes('request_withdrawal');
  if (!asks && !report.actions.includes('withdraw')) return null;
  return (
    <p className="govuk-body">
      {asks ? t.reports.own.withdrawAskText : t.reports.own.withdrawText}{' '}
      <a className="govuk-link" href={link('reports/withdraw', { submissionId: report.id })}>
        {asks ? t.reports.own.withdrawAsk : t.reports.own.withdraw}
      </a>
    </p>
  );
}
