import { Tag } from '#app/ui/govuk/Tag.tsx';
import { formatDateWithWeekday, formatTime } from '#app/ui/format/date.ts';
import { useMessages } from '#app/ui/messages.ts';

/** Nobody may take invented reports for real ones, nor the demonstration's time for today's. */
export function DemonstrationBanner({ now }: { now: Date }) {
  const t = useMessages();
  const time = `${formatTime(now)} on ${formatDateWithWeekday(now)}`;
  return (
    <div className="portal-demonstration">
      <p className="govuk-width-container portal-demonstration__text">
        <Tag className="portal-demonstration__tag">{t.frame.demonstration.tag}</Tag>{' '}
        {t.frame.demonstration.text({ time })}
      </p>
    </div>
  );
}
