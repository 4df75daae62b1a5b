import { Button } from '#app/ui/govuk/Button.tsx';
import { paragraphIn } from '#app/messages/words.ts';
import { useMessages } from '#app/ui/messages.ts';
import type { FailurePage } from './request-frame.ts';

/** Gives back what was typed into a form that failed and whose page cannot show it. `message` is of the failure. */
export function Typed({ message, typed, again }: Omit<FailurePage, 'status'>) {
  const t = useMessages();
  return (
    <>
      <p className="govuk-body">
        {paragraphIn(t, message)} {t.frame.failure.typed[again ? 'notSure' : 'nothingSaved']}
      </p>
      {again ? (
        <form method="post" action={again.action} noValidate>
          {again.fields.map(([name, value], index) => (
            <input key={index} type="hidden" name={name} value={value} />
          ))}
          <Button preventDoubleClick>{t.frame.failure.typed.again}</Button>
        </form>
      ) : null}
      {typed.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">{t.frame.failure.typed.title}</h2>
          <p className="govuk-body">{t.frame.failure.typed.copy}</p>
        </>
      ) : null}
      {typed.map((text, index) => (
        <div key={index} className="portal-verbatim portal-side govuk-!-margin-bottom-4">
          {text}
        </div>
      ))}
    </>
  );
}
