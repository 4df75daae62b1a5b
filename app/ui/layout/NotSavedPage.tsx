import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { KeptForOwner } from './KeptForOwner.tsx';
import type { NotSaved, TypedAnswer } from './not-saved-kinds.ts';
import { Page } from './Page.tsx';
import { PageHeading } from './PageHeading.tsx';
import { TwoThirds } from './TwoThirds.tsx';

/** What was posted to something that is not there any more: all that was typed, and the ways on. */
export function NotSavedPage({ of }: { of: NotSaved }) {
  const t = useMessages();
  const title = t(`reports.notSaved.${of.kind}.title`);
  return (
    <Page title={title}>
      <TwoThirds>
        <PageHeading>{title}</PageHeading>
        {of.kind === 'not_own' ? (
          <>
            <p className="govuk-body">{t('reports.notSaved.not_own.text')}</p>
            <KeptForOwner to={of.to} sealed={of.sealed} />
          </>
        ) : of.kind === 'too_many' ? (
          <>
            <p className="govuk-body">{t('reports.notSaved.too_many.text')}</p>
            <p className="govuk-body">{t('reports.notSaved.too_many.danger')}</p>
            <ButtonLink href={of.enteredFor ? '/submissions/new-for-partner' : '/reports'}>
              {t('reports.notSaved.too_many.look')}
            </ButtonLink>
          </>
        ) : (
          <>
            <p className="govuk-body">{t(of.why ?? `reports.notSaved.${of.kind}.text`)}</p>
            <Typed answers={of.answers} />
            <WaysOn of={of} />
          </>
        )}
        <p className="govuk-body">{t('frame.failure.emergency')}</p>
      </TwoThirds>
    </Page>
  );
}

function Typed({ answers }: { answers: TypedAnswer[] }) {
  const t = useMessages();
  if (answers.length === 0) return null;
  return (
    <section aria-labelledby="typed">
      <h2 className="govuk-heading-m" id="typed">
        {t('reports.notSaved.typed')}
      </h2>
      <p className="govuk-body">{t('reports.notSaved.copy')}</p>
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

function WaysOn({ of }: { of: Extract<NotSaved, { addTo: string | null }> }) {
  const t = useMessages();
  if (of.enteredFor)
    return <ButtonLink href="/submissions/new-for-partner">{t('reports.notSaved.forPartner')}</ButtonLink>;
  if (of.addTo !== null && of.answers.length === 0)
    return <ButtonLink href={`/reports/${of.addTo}`}>{t('reports.notSaved.look')}</ButtonLink>;
  if (of.addTo !== null)
    return (
      <form method="post" action={`/reports/${of.addTo}/add`}>
        <input type="hidden" name="from" value="kept" />
        <input
          type="hidden"
          name="text"
          value={of.answers.map(({ label, words }) => `${label}\n${words}`).join('\n\n')}
        />
        <Button>{t('reports.notSaved.add')}</Button>
      </form>
    );
  return (
    // In a new tab, so that this page stays to copy from.
    <form method="post" action="/reports/new" target="_blank">
      <Button>{t('reports.notSaved.start')}</Button>
    </form>
  );
}
