import { describe, expect, it } from 'vitest';

import { finalStatuses, isFinal, queueKinds, statuses, type Status } from '#app/domain/kernel/statuses.ts';
import { transitions } from './actions.ts';
import { mayBePrimary, pathToClosed } from './path-to-closed.ts';

/** What was opened again goes on from where it ended, here from the earliest; what lost its last item is assessed again. */
function becomes(to: (typeof transitions)[number]['to'], from: Status): Status {
  if (to === 'unchanged') return from;
  if (to === 'as_items_stand') return from === 'clarification' ? from : 'in_assessment';
  return to === 'as_it_ended' ? 'in_assessment' : to;
}

describe('the table as a machine', () => {
  const moves = transitions.flatMap((row) =>
    row.from.map((from) => ({ row, from, to: becomes(row.to, from) })),
  );

  it('reaches every state from submitted', () => {
    const reached = new Set<Status>(['submitted']);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const { from, to } of moves) if (reached.has(from)) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...statuses].sort());
  });

  it.each(statuses)('has a way on from %s, unless it is final', (status) => {
    const onwards = moves.filter(({ from, to }) => from === status && to !== status);
    // Of an end only the portal and a supervisor make a beginning, and never of what its partner took back.
    const others = onwards.filter(({ row }) =>
      row.who.some(({ holder }) => holder !== 'system' && holder !== 'fib_supervisor'),
    );
    expect(others.length === 0).toBe(finalStatuses.includes(status));
    if (isFinal(status))
      expect(
        moves
          .filter(({ from, row }) => from === status && row.to !== 'unchanged')
          .map(({ row }) => row.action),
      ).toEqual(status === 'withdrawn' ? [] : ['reopen']);
  });

  it('leads from every open state to an end', () => {
    const ending = new Set<Status>(finalStatuses);
    for (let size = 0; size !== ending.size;) {
      size = ending.size;
      for (const { from, to } of moves) if (ending.has(to)) ending.add(from);
    }
    expect(ending.size).toBe(statuses.length);
  });

  it('gives one action from one state one result', () => {
    const results = new Map<string, Set<Status>>();
    for (const { row, from, to } of moves) {
      // What was asked is part of what is agreed to.
      const key = `${row.action} ${row.action === 'grant_ending' ? (row.when[0] ?? '') : ''} from ${from}`;
      results.set(key, (results.get(key) ?? new Set()).add(to));
    }
    expect([...results].filter(([, ends]) => ends.size > 1)).toEqual([]);
  });

  it('says in words what it asks for', () => {
    for (const row of transitions) {
      expect(row.label).toMatch(/^[A-Z]/);
      if (row.comment.need === 'required') expect(row.comment.missing).toMatch(/^Enter /);
      if (row.comment.need === 'optional') expect(row.comment.label).toMatch(/\(optional\)$/);
      expect(row.audits.length).toBeGreaterThan(0);
    }
  });

  it('records every change of status as a move', () => {
    for (const row of transitions)
      if (row.to !== 'unchanged') expect(row.audits).toContain('submission.moved');
  });
});

describe('a path to closed', () => {
  it.each(queueKinds)('exists for the officers of a queue of kind %s', (kind) => {
    expect(pathToClosed(kind)).toEqual(['claim', 'accept', 'answer_and_close']);
  });

  it('exists for a restricted submission in FIB only, so no other queue may hold one', () => {
    expect(queueKinds.filter((kind) => mayBePrimary(kind, { restricted: true }))).toEqual(['fib']);
  });

  it('is unknown for an unknown kind of queue', () => {
    expect(pathToClosed('archive')).toBeNull();
    expect(mayBePrimary('archive', { restricted: false })).toBe(false);
  });
});
