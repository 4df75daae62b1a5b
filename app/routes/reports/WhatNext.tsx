import type { ReportPromise } from '#app/domain/submission/partner-promise.server.ts';
import type { Due, HowLong, Reckoning } from '#app/domain/submission/promise.ts';
import type { Words } from '#app/messages/words.ts';
import { formatDate, formatDateTime, formatDateWithWeekday } from '#app/ui/format/date.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { useMessages } from '#app/ui/messages.ts';

type Promised = { promise: ReportPromise };

const dueText = ({ at, wholeDay }: Due): string =>
  wholeDay ? formatDateWithWeekday(new Date(at)) : formatDateTime(new Date(at));

const howLongText = (t: Words, { unit, count }: HowLong): string => t.promise.howLong[unit]({ count });

const withinText = (t: Words, howLong: HowLong): string =>
  t.promise.within({ howLong: howLongText(t, howLong) });

/** How the day was worked out, in one sentence. */
function reckonedText(t: Words, reckoning: Reckoning): string {
  if (reckoning.kind === 'wait')
    return t.promise.reckonedWait({ count: reckoning.days, at: formatDate(new Date(reckoning.from)) });
  const { howLong, since, from, bankHolidays, waited } = reckoning;
  const inDays = howLong.unit === 'working_days';
  const at = inDays ? formatDate(new Date(from)) : formatDateTime(new Date(from));
  const days = bankHolidays.map((day) => formatDate(new Date(day)));
  return t.promise.reckoned({
    howLong: howLongText(t, howLong),
    since: t.promise.since[since]({ at }),
    leftOut: [
      ...(days.length > 0 ? [t.promise.bankHolidays({ days })] : []),
      ...(waited ? [t.promise.waited] : []),
    ],
  });
}

/** Who has a report, what comes next, by when, and how that day was worked out. */
export function WhatNext({ promise: { holder, next, due, outcomeBy, reckoning } }: Promised) {
  const t = useMessages();
  return (
    <SummaryList
      rows={[
        { key: t.promise.who, value: t.promise.holders[holder] },
        { key: t.promise.next, value: t.promise.comes[next] },
        due !== null &&
          reckoning !== null && {
            key: t.promise.by,
            value: (
              <>
                <strong>
                  {reckoning.kind === 'clock' && !due.wholeDay
                    ? `${withinText(t, reckoning.howLong)} `
                    : null}
                  <time dateTime={new Date(due.at).toISOString()}>{dueText(due)}</time>
                </strong>
                <br />
                <span className="portal-secondary">{reckonedText(t, reckoning)}</span>
              </>
            ),
          },
        outcomeBy !== null && {
          key: t.promise.then,
          value: (
            <>
              {t.promise.outcomeBy}{' '}
              <time dateTime={new Date(outcomeBy.at).toISOString()}>{dueText(outcomeBy)}</time>
            </>
          ),
        },
      ]}
    />
  );
}

/** The apology, and the one press that raises it. */
export function MissedPromise({ promise: { missed, next, due, raised, mayRaise } }: Promised) {
  const t = useMessages();
  if (!missed || due === null || (next !== 'opening' && next !== 'outcome')) return null;
  return (
    <InsetText>
      <p className="govuk-body">{t.promise.missed[next]({ by: dueText(due) })}</p>
      {raised ? (
        <p className="govuk-body">
          {t.promise[raised.late ? 'raisedLate' : 'raised']({
            at: formatDateTime(new Date(raised.at)),
            by: formatDateWithWeekday(new Date(raised.seenToBy)),
          })}
        </p>
      ) : null}
      {mayRaise ? (
        <>
          <p className="govuk-body">{t.promise.raiseHint}</p>
          <Form>
            <Button preventDoubleClick>{t.promise.raise}</Button>
          </Form>
        </>
      ) : null}
    </InsetText>
  );
}

/** The same in a list: what comes next and by when, or that it has not come. */
export function NextInShort({ promise: { next, due, missed, raised } }: Promised) {
  const t = useMessages();
  if (due === null || next === 'nothing') return null;
  if (!missed)
    return (
      <>
        {t.promise.short[next]} <DateTime at={due.at} dateOnly={due.wholeDay} />
      </>
    );
  const by = due.wholeDay ? formatDate(new Date(due.at)) : formatDateTime(new Date(due.at));
  return (
    <>
      <strong>{t.promise.overdue({ by })}</strong>
      {raised && !raised.late ? (
        <>
          <br />
          {t.promise.withSupervisor({ by: formatDate(new Date(raised.seenToBy)) })}
        </>
      ) : null}
    </>
  );
}
