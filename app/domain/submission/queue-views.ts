import { finalStatuses, openStatuses, type Priority, type Status } from '#app/domain/kernel/statuses.ts';
import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { startOfDay } from 'date-fns/startOfDay';
import { startOfWeek } from 'date-fns/startOfWeek';

/** One condition on a submission; the conditions of a view all hold. The query layer writes each as SQL. */
export type ViewCondition =
  | { field: 'status'; in: readonly Status[] }
  | { field: 'priority'; is: Priority }
  | { field: 'newInformation' }
  | { field: 'claimedBy'; is: 'nobody' | 'somebody' | 'me' }
  | { field: 'partnerAsked'; is: boolean }
  | { field: 'dueAt' | 'closedAt'; within: NamedPeriod };

/** Rows in the queue's hands, or rows of which an item was disseminated to the queue. */
export type ViewScope = 'primary' | 'disseminated';

/**
 * - `working`: by priority, then by age; High, where all are, by whether anybody has it, then by when it is due.
 * - `waiting_information`: what was added longest ago and is still unread first.
 * - `latest_closed`: newest first.
 * - `disseminated`: what waits to be acknowledged first, the most urgent and then the one due first on top; then newest
 * first.
 */
export type ViewOrder = 'working' | 'waiting_information' | 'latest_closed' | 'disseminated';

export type QueueView = {
  id: string;
  label: string;
  scope: ViewScope;
  where: readonly ViewCondition[];
  order: ViewOrder;
  /** It is a part of this view, and shown within it. */
  partOf?: 'open';
  /** Said by the page of an empty list. */
  empty: string;
};

const open: ViewCondition = { field: 'status', in: openStatuses };

/**
 * The views of a queue in the order of its navigation, each shown with its count. Of what is open, each submission is
 * unassigned, the officer's own, a colleague's, or waits on its partner; all of them together stand first, with its parts.
 */
export const queueViews = [
  {
    id: 'open',
    label: 'All open',
    scope: 'primary',
    where: [open],
    order: 'working',
    empty: 'Nothing in this queue is open.',
  },
  {
    id: 'urgent',
    label: 'High',
    scope: 'primary',
    where: [open, { field: 'priority', is: 'high' }],
    order: 'working',
    partOf: 'open',
    empty: 'There are no open High submissions.',
  },
  {
    id: 'overdue',
    label: 'Overdue',
    scope: 'primary',
    where: [open, { field: 'dueAt', within: 'past' }],
    order: 'working',
    partOf: 'open',
    empty: 'Nothing is overdue.',
  },
  {
    id: 'due-today',
    label: 'Due today',
    scope: 'primary',
    where: [open, { field: 'dueAt', within: 'rest_of_today' }],
    order: 'working',
    partOf: 'open',
    empty: 'Nothing more is due today.',
  },
  {
    id: 'unassigned',
    label: 'Unassigned',
    scope: 'primary',
    where: [open, { field: 'claimedBy', is: 'nobody' }],
    order: 'working',
    empty: 'Everything is claimed.',
  },
  {
    id: 'new-information',
    label: 'New information',
    scope: 'primary',
    // Closed ones too: what a partner adds is never out of sight.
    where: [{ field: 'newInformation' }],
    order: 'waiting_information',
    empty: 'Nothing that partners have added is unread.',
  },
  {
    id: 'mine',
    label: 'Mine',
    scope: 'primary',
    where: [open, { field: 'claimedBy', is: 'me' }, { field: 'partnerAsked', is: false }],
    order: 'working',
    empty: 'Nothing that you have claimed in this queue waits for you.',
  },
  {
    id: 'waiting-on-partner',
    label: 'Waiting on partner',
    scope: 'primary',
    where: [
      { field: 'partnerAsked', is: true },
      { field: 'claimedBy', is: 'somebody' },
    ],
    order: 'working',
    empty: 'Nothing waits on its partner.',
  },
  {
    id: 'disseminated-to-us',
    label: 'Sent to us',
    scope: 'disseminated',
    where: [],
    order: 'disseminated',
    empty: 'Nothing has been disseminated to this queue.',
  },
  {
    id: 'closed-this-week',
    label: 'Closed this week',
    scope: 'primary',
    where: [
      { field: 'status', in: finalStatuses },
      { field: 'closedAt', within: 'this_week' },
    ],
    order: 'latest_closed',
    empty: 'Nothing has been closed this week.',
  },
] as const satisfies readonly QueueView[];

export type QueueViewId = (typeof queueViews)[number]['id'];

/** The view of this id; null for an id that no view has. */
export const queueViewOf = (id: string): QueueView | null =>
  queueViews.find((view) => view.id === id) ?? null;

/** The facts of a submission by which the views choose. */
export type ViewedSubmission = {
  status: Status;
  priority: Priority;
  claimedBy: string | null;
  dueAt: Date | null;
  closedAt: Date | null;
  newInformationAt: Date | null;
};

/**
 * Whether a submission in the view's scope belongs to the view.
 * @fortests the query layer's SQL is held against it
 */
export function isInView(view: QueueView, submission: ViewedSubmission, me: string, now: Date): boolean {
  return view.where.every((condition) => {
    switch (condition.field) {
      case 'status':
        return condition.in.includes(submission.status);
      case 'priority':
        return submission.priority === condition.is;
      case 'newInformation':
        return submission.newInformationAt !== null;
      case 'claimedBy':
        if (condition.is === 'somebody') return submission.claimedBy !== null;
        return submission.claimedBy === (condition.is === 'me' ? me : null);
      case 'partnerAsked':
        return (submission.status === 'clarification') === condition.is;
      default: {
        const at = submission[condition.field];
        return at !== null && isWithin(periodOf(condition.within, now), at);
      }
    }
  });
}

/** A stretch of time: from the first instant, up to and without the last; null is without an end on that side. */
export type Period = { from: Date | null; before: Date | null };

type NamedPeriod = 'past' | 'rest_of_today' | 'this_week';

/** The stretch of time that a name means now, by the calendar of the United Kingdom. A week begins on Monday. */
export function periodOf(name: NamedPeriod, now: Date): Period {
  if (name === 'past') return { from: null, before: now };
  const local = new TZDate(now, 'Europe/London');
  if (name === 'rest_of_today') return { from: now, before: plain(startOfDay(addDays(local, 1))) };
  const monday = startOfWeek(local, { weekStartsOn: 1 });
  return { from: plain(monday), before: plain(addDays(monday, 7)) };
}

/** An ordinary date, so that nobody downstream depends on the time zone that this one carries. */
const plain = (date: Date): Date => new Date(date.getTime());

const isWithin = ({ from, before }: Period, at: Date): boolean =>
  (from === null || at >= from) && (before === null || at < before);
