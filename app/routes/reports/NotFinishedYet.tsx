import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { useMessages } from '#app/ui/messages.ts';

/** Over a form that shows what was typed and is not finished. `forget`: where it can be taken out; null where it is finished. */
export function NotFinishedYet({ forget }: { forget: string | null }) {
  const t = useMessages();
  if (forget === null) return null;
  return (
    <InsetText>
      <p className="govuk-body">{t.unfinished.here}</p>
      <a className="govuk-link" href={forget}>
        {t.unfinished.forget}
      </a>
    </InsetText>
  );
}
