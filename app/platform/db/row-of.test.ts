import { describe, expectTypeOf, it } from 'vitest';
import type { Id } from '#app/platform/db/id.ts';
import type { SubmissionEvent, SubmissionPerson } from './generated/client.ts';
import type { SubmissionStatus } from './generated/enums.ts';
import type { RowOf } from './row-of.ts';

type Event = RowOf<SubmissionEvent>;

describe('a row of a model', () => {
  const event: Event = {
    id: '00000000-0000-4000-8000-000000000001' as Id<'SubmissionEvent'>,
    submission_id: '00000000-0000-4000-8000-000000000002' as Id<'Submission'>,
    happened_at: '2016-01-18T09:00:00.000Z',
    action: 'submit',
    from_status: null,
    to_status: 'submitted',
    actor_id: null,
    comment: null,
    data: {},
  };

  it('has the names of the columns and every one of them', () => {
    expectTypeOf(event).toExtend<Event>();
    expectTypeOf<Omit<Event, 'comment'>>().not.toExtend<Event>();
    expectTypeOf<keyof Event>().toEqualTypeOf<
      | 'id'
      | 'submission_id'
      | 'happened_at'
      | 'action'
      | 'from_status'
      | 'to_status'
      | 'actor_id'
      | 'comment'
      | 'data'
    >();
  });

  it('has the types of the schema: enums, times as they are written in JSON, NULL only where it may stand', () => {
    expectTypeOf<Event['to_status']>().toEqualTypeOf<SubmissionStatus>();
    expectTypeOf<Event['happened_at']>().toEqualTypeOf<string>();
    expectTypeOf<null>().not.toExtend<Event['to_status']>();
    expectTypeOf<RowOf<SubmissionPerson>['date_of_birth']>().toEqualTypeOf<string | null>();
    expectTypeOf<RowOf<SubmissionPerson>['aliases']>().toEqualTypeOf<string[]>();
  });
});
