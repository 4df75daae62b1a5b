/** Gives back what was typed into a form whose page can no longer be opened. For officers, so in plain words. */
export function Typed({ message, texts }: { message: string; texts: readonly string[] }) {
  return (
    <>
      <p className="govuk-body">{message}. Nothing was saved.</p>
      <h2 className="govuk-heading-m">What you typed</h2>
      <p className="govuk-body">Copy what you need before you leave this page: it is kept nowhere else.</p>
      {texts.map((text, index) => (
        <div key={index} className="portal-verbatim portal-side govuk-!-margin-bottom-4">
          {text}
        </div>
      ))}
    </>
  );
}
