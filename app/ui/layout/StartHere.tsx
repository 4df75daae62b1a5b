import { link } from '#app/http/link.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { useMessages } from '#app/ui/messages.ts';

export type StartHereProps = {
  /** Whose steps: of a reporter, of a partner who writes no reports, or of police. */
  of: 'reporter' | 'partner' | 'police';
};

/** Three steps for the first time. They go for good with the button. */
export function StartHere({ of }: StartHereProps) {
  const t = useMessages();
  return (
    <section aria-labelledby="start-here">
      <InsetText>
        <h2 className="govuk-heading-m" id="start-here">
          {t.home.startHere.title}
        </h2>
        <ol className="govuk-list govuk-list--number">
          {(['first', 'second', 'third'] as const).map((step) => (
            <li key={step}>{t.home.startHere[of][step]}</li>
          ))}
        </ol>
        <form method="post" action={link('identity/start-here')}>
          <Button variant="secondary" className="govuk-!-margin-bottom-0">
            {t.home.startHere.done}
          </Button>
        </form>
      </InsetText>
    </section>
  );
}
