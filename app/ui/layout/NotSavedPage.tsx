import { link } from '#app/http/link.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { paragraphIn } from '#app/messages/words.ts';
import { useMessages } from '#app/ui/messages.ts';
import { KeptForOwner } from './KeptForOwner.tsx';
import type { NotSaved, TypedAnswer } from './not-saved-kinds.ts';
import { EmergencyCall } from './Emergency.tsx';
import { Page } from './Page.tsx';
import { PageHeading } from './PageHeading.tsx';
import { TwoThirds } from './TwoThirds.tsx';

/** What was posted to something that is not there any more: all that was typed, and the ways on. */
export function NotSavedPage({ of }: { of: NotSaved }) {
  const t = useMessages();
  const title = t.reports.notSaved[of.kind].title;
  return (
    <Page title={title}>
      <TwoThirds>
        <PageHeading>{title}</PageHeading>
        {of.kind === 'not_own' ? (
          <>
            <p className="govuk-body">{t.reports.notSaved.not_own.text}</p>
            <KeptForOwner to={of.to} sealed={of.sealed} />
          </>
        ) : of.kind === 'too_many' ? (
          <>
            <p className="govuk-body">{t.reports.notSaved.too_many.text}</p>
            <p className="govuk-body">{t.reports.notSaved.too_many.danger}</p>
            <ButtonLink href={link(of.enteredFor ? 'submissions/new-for-partner' : 'reports/list')}>
              {t.reports.notSaved.too_many.look}
            </ButtonLink>
          </>
        ) : of.kind === 'not_sent' ? (
          <>
            <p className="govuk-body">{paragraphIn(t, of.why)}</p>
            <Typed answers={of.answers} />
            {/* In a new tab, so that this page stays to copy from. */}
            <ButtonLink href={link('reports/draft', { draftId: of.draftId })} target="_blank">
              {t.reports.notSaved.not_sent.goOn}
            </ButtonLink>
          </>
        ) : of.kind === 'taken_over' ? (
          <>
            <p className="govuk-body">{t.reports.notSaved.taken_over[part(of)]({ name: of.by })}</p>
            <p className="govuk-body">{t.reports.notSaved.taken_over.now[of.now]({ name: of.by })}</p>
            <Typed answers={of.answers} />
            <WaysOnAfterTakeOver of={of} />
          </>
        ) : (
          <>
            <p className="govuk-body">
              {of.why ? paragraphIn(t, of.why) : t.reports.notSaved[of.kind][part(of)]}
            </p>
            <Typed answers={of.answers} />
            <WaysOn of={of} />
          </>
        )}
        <p className="govuk-body">
          <EmergencyCall />
        </p>
      </TwoThirds>
    </Page>
  );
}

/** Which words say it: those for a page that was typed in, or those for whoever only opened or pressed something. */
const part = ({ answers }: { answers: TypedAnswer[] }) => (answers.length > 0 ? 'text' : 'bare');

function Typed({ answers }: { answers: TypedAnswer[] }) {
  const t = useMessages();
  if (answers.length === 0) return null;
  return (
    <section aria-labelledby="typed">
      <h2 className="govuk-heading-m" id="typed">
        {t.reports.notSaved.typed}
      </h2>
      <p className="govuk-body">{t.reports.notSaved.copy}</p>
      <dl className="portal-typed">
        {answers.map(({ label, words }) => (
          <div key={label} className="portal-typed__answer">
            <dt className="govuk-body govuk-!-font-weight-bold">{label}</dt>
            <dd className="govuk-body portal-verbatim">{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function WaysOn({ of }: { of: Extract<NotSaved, { enteredFor: boolean; addTo: string | null }> }) {
  const t = useMessages();
  if (of.enteredFor)
    return (
      <ButtonLink href={link('submissions/new-for-partner')}>{t.reports.notSaved.forPartner}</ButtonLink>
    );
  if (of.addTo !== null) return <AddTo report={of.addTo} answers={of.answers} />;
  return <StartAnew />;
}

function WaysOnAfterTakeOver({ of }: { of: Extract<NotSaved, { kind: 'taken_over' }> }) {
  const t = useMessages();
  if (of.addTo !== null) return <AddTo report={of.addTo} answers={of.answers} />;
  if (of.now === 'deleted') return <StartAnew />;
  return of.covers && of.now === 'unsent' ? (
    <ButtonLink href={link('reports/colleagues')}>{t.reports.notSaved.taken_over.colleagues}</ButtonLink>
  ) : (
    <ButtonLink href={link('reports/list')}>{t.reports.notSaved.taken_over.own}</ButtonLink>
  );
}

function AddTo({ report, answers }: { report: string; answers: TypedAnswer[] }) {
  const t = useMessages();
  if (answers.length === 0)
    return (
      <ButtonLink href={link('reports/submission', { submissionId: report })}>
        {t.reports.notSaved.look}
      </ButtonLink>
    );
  return (
    <form method="post" action={link('reports/add', { submissionId: report })}>
      <input type="hidden" name="from" value="kept" />
      <input
        type="hidden"
        name="text"
        value={answers.map(({ label, words }) => `${label}\n${words}`).join('\n\n')}
      />
      <Button>{t.reports.notSaved.add}</Button>
    </form>
  );
}

function StartAnew() {
  const t = useMessages();
  return (
    // In a new tab, so that this page stays to copy from.
    <form method="post" action={link('reports/new')} target="_blank">
      <Button>{t.reports.notSaved.start}</Button>
    </form>
  );
}
