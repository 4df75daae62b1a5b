import type { Id } from '#app/domain/kernel/id.ts';
import { link } from '#app/http/link.ts';
import { useMessages } from '#app/ui/messages.ts';

/**
 * Whoever goes away to call finds here that nothing was sent, what is kept and where. `code` is null where police enter the
 * report for a partner.
 */
export function KeptInDanger({ draftId, code }: { draftId: Id<'Draft'>; code: string | null }) {
  const t = useMessages();
  if (code === null) return <p className="govuk-body">{t.reports.sendNow.notYet}</p>;
  return (
    <p className="govuk-body">
      {t.reports.sendNow.kept}{' '}
      <a className="govuk-link" href={link('reports/draft', { draftId })}>
        {t.reports.list.draftCode({ code })}
      </a>
    </p>
  );
}
