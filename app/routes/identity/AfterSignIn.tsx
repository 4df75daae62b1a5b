import type { KeptAs } from '#app/http/forms/kept-as.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { EmergencyCall } from '#app/ui/layout/Emergency.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';

/** `as`: how it goes on (`afterSessionEnd` of the route it was posted to); `typed`: what was typed, where it is only shown. */
export type AfterSignInProps = {
  as: KeptAs;
  form: { to: string; pairs: [string, string][] };
  typed: string[];
};

/** The way on with a form that came after its session had ended. Only what its button names is done with it. */
export function AfterSignIn({ as, form: { to, pairs }, typed }: AfterSignInProps) {
  const t = useMessages();
  const words = t.identity.kept.after[as];
  return (
    <Page title={words.title}>
      <TwoThirds>
        <PageHeading>{words.title}</PageHeading>
        <p className="govuk-body">{words.text}</p>
        {as === 'send' || as === 'again' ? (
          <p className="govuk-body">
            <EmergencyCall />
          </p>
        ) : null}
        {as === 'undone' ? (
          <>
            <Typed words={typed} />
            <ButtonLink href={to}>{words.button}</ButtonLink>
          </>
        ) : (
          <form method="post" noValidate action={to}>
            {pairs.map(([name, value], index) => (
              <input key={index} type="hidden" name={name} value={value} />
            ))}
            {as === 'again' ? <input type="hidden" name="from" value="kept" /> : null}
            <Button preventDoubleClick>{words.button}</Button>
          </form>
        )}
        {as === 'send' ? (
          <p className="govuk-body">
            <a className="govuk-link" href={to}>
              {t.identity.kept.after.send.look}
            </a>
          </p>
        ) : null}
      </TwoThirds>
    </Page>
  );
}

function Typed({ words }: { words: string[] }) {
  const t = useMessages();
  if (words.length === 0) return null;
  return (
    <section aria-labelledby="typed">
      <h2 className="govuk-heading-m" id="typed">
        {t.reports.notSaved.typed}
      </h2>
      <p className="govuk-body">{t.identity.kept.after.undone.typed}</p>
      {words.map((text, index) => (
        <p key={index} className="govuk-body portal-verbatim">
          {text}
        </p>
      ))}
    </section>
  );
}
