import { useMessages } from '#app/ui/messages.ts';

/** Gives back what was typed into a form that failed and whose page cannot show it. `message` is of the failure. */
export function Typed({ message, texts }: { message: string; texts: readonly string[] }) {
  const t = useMessages();
  return (
    <>
      <p className="govuk-body">
        {t(message)}. {t('frame.failure.typed.nothingSaved')}
      </p>
      <h2 className="govuk-heading-m">{t('frame.failure.typed.title')}</h2>
      <p className="govuk-body">{t('frame.failure.typed.copy')}</p>
      {texts.map((text, index) => (
        <div key={index} className="portal-verbatim portal-side govuk-!-margin-bottom-4">
          {text}
        </div>
      ))}
    </>
  );
}
