import { RouterContextProvider } from 'react-router';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Conflict, Forbidden, Invalid } from '#app/domain/kernel/failures.ts';
import { postedContext } from '../server/context.ts';
import {
  day,
  expectedVersion,
  moment,
  oneOf,
  secret,
  shownAtTimes,
  text,
  tick,
} from '#app/domain/kernel/fields.ts';
import { formAction, formStateOf } from './form-action.ts';

const schema = z.object({
  words: text({ missing: 'Enter words', name: 'Words', limit: 20 }),
  kinds: z.array(z.string()).min(1, 'Select a kind'),
  on: day({ missing: 'Enter a day', wrong: 'Day must be a real date' }),
  password: secret('Enter a password'),
});
const posted = 'words=+Two+men. &kinds=a&kinds=b&on-day=3&on-month=may&on-year=2016&password=p&other=x';

function route(body: string) {
  const request = new Request('http://portal.example/things', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
  });
  return { request, context: new RouterContextProvider(), params: { id: '7' } };
}

describe('the action of a form', () => {
  it('gives the use case what its schema reads, and goes on to the address that it gives', async () => {
    const seen: unknown[] = [];
    const action = formAction(schema, async (input, { params }: ReturnType<typeof route>) => {
      seen.push(input, params);
      return Promise.resolve('/things?done=added');
    });
    await expect(action(route(posted))).rejects.toMatchObject({ status: 302 });
    expect(seen).toEqual([
      { words: 'Two men.', kinds: ['a', 'b'], on: '2016-05-03', password: 'p' },
      { id: '7' },
    ]);
  });

  it('gives the form back with everything typed but secrets, and each error at its first control', async () => {
    const action = formAction(schema, () => Promise.resolve('/'));
    expect(await action(route('words=+&on-day=31&on-month=2&on-year=2016&password=p'))).toMatchObject({
      data: {
        values: { words: ' ', 'on-day': '31', 'on-month': '2', 'on-year': '2016' },
        errors: [
          { field: 'words', message: 'Enter words', control: 'words' },
          { field: 'kinds', message: 'Select a kind', control: 'kinds' },
          { field: 'on', message: 'Day must be a real date', control: 'on-day' },
        ],
        collision: null,
      },
      init: { status: 422 },
    });
  });

  it('says what is wrong in the order of the page, whoever found it and in whichever order', async () => {
    const problems = { password: 'Too short', '': 'Nothing is saved', on: 'Too late', words: 'Too rude' };
    const action = formAction(schema, () => Promise.reject(new Invalid(problems)));
    const answer = await action(route(posted));
    const fields = 'data' in answer && answer.data.errors.map(({ field }) => field);
    expect(fields).toEqual(['', 'words', 'on', 'password']);
  });

  it.each([
    ['a text', 'kinds=a&on-day=3&on-month=5&on-year=2016&password=p'],
    ['all boxes of a day', 'words=x&kinds=a&password=p'],
    ['one box of it', 'words=x&kinds=a&on-day=3&on-month=5&password=p'],
    ['everything', ''],
  ])('takes no form that lacks %s, and gives it back with what arrived', async (_what, body) => {
    const action = formAction(schema, () => Promise.resolve('/'));
    expect(await action(route(body))).toMatchObject({
      data: {
        errors: [{ field: '', message: expect.stringContaining('did not arrive') as string }],
        values: body === '' ? {} : { kinds: ['a'] },
        lacks: true,
      },
      init: { status: 422 },
    });
  });

  it('takes a form without what its page shows only at times, and without what nobody has chosen', async () => {
    const atTimes = z.object({
      note: shownAtTimes(),
      kinds: z.array(z.string()),
      warned: tick(),
      status: oneOf(['open', 'closed'], 'Select a status'),
    });
    const action = formAction(atTimes, (input) => Promise.resolve(Response.json(input)));
    const taken = await action(route('status=open'));
    expect(taken instanceof Response && (await taken.json())).toEqual({
      note: '',
      kinds: [],
      warned: false,
      status: 'open',
    });
    expect(await action(route(''))).toMatchObject({ data: { errors: [{ message: 'Select a status' }] } });
  });

  it('does the same for what the use case refuses', async () => {
    const action = formAction(schema, () => Promise.reject(new Invalid({ on: 'The office is closed' })));
    const answer = await action(route(posted));
    expect(answer).toMatchObject({
      data: {
        values: { kinds: ['a', 'b'] },
        errors: [{ field: 'on', message: 'The office is closed', control: 'on-day' }],
      },
      init: { status: 422 },
    });
    expect(JSON.stringify(answer)).not.toContain('password');
  });

  it('lets any other failure go on, and keeps what was typed for its page', async () => {
    const action = formAction(schema, () => Promise.reject(new Forbidden()));
    const given = route(posted);
    await expect(action(given)).rejects.toThrow(Forbidden);
    expect(given.context.get(postedContext)).toEqual({
      words: ' Two men. ',
      kinds: ['a', 'b'],
      'on-day': '3',
      'on-month': 'may',
      'on-year': '2016',
    });
  });

  it('gives the form back on a conflict where it says what it expects to find', async () => {
    const conflict = () => Promise.reject(new Conflict('Recalled meanwhile'));
    await expect(formAction(schema, conflict)(route(posted))).rejects.toThrow(Conflict);
    const versioned = formAction(
      z.object({ words: z.string(), expectedVersion: expectedVersion() }),
      conflict,
    );
    expect(await versioned(route('words=Two+men&expectedVersion=3'))).toMatchObject({
      data: {
        values: { words: 'Two men', expectedVersion: '3' },
        errors: [{ field: '', message: 'Recalled meanwhile' }],
        collision: { changes: [] },
      },
      init: { status: 409 },
    });
  });

  it('makes a schema from the address where it is given a function', async () => {
    const action = formAction(
      ({ params }: ReturnType<typeof route>) => z.object({ [`of-${params.id}`]: z.string() }),
      (input) => Promise.resolve(Response.json(input)),
    );
    const answer = await action(route('of-7=x&of-8=y'));
    expect(answer instanceof Response && (await answer.json())).toEqual({ 'of-7': 'x' });
  });

  it('takes several forms told apart by a field', async () => {
    const intents = z.discriminatedUnion('intent', [
      z.object({ intent: z.literal('add'), words: z.string() }),
      z.object({ intent: z.literal('end'), at: moment('it ended') }),
    ]);
    const action = formAction(intents, (input) => Promise.resolve(Response.json(input)));
    const added = await action(route('intent=add&words=x&at-time=9am'));
    expect(added instanceof Response && (await added.json())).toEqual({ intent: 'add', words: 'x' });
    expect(await action(route('intent=end&at-day=1&at-month=1&at-year=2016&at-time=soon'))).toMatchObject({
      data: {
        errors: [
          {
            field: 'at-time',
            message: 'The time at which it ended must be a time of day, like 17:00 or 5pm',
          },
        ],
      },
    });
  });
});

describe('what the router keeps of actions', () => {
  it('holds a form that came back, or something else', () => {
    const state = { values: {}, errors: [], collision: null };
    expect(formStateOf({ 'routes/things': state })).toBe(state);
    expect(formStateOf({ 'routes/things': { found: [] } })).toBeNull();
    expect(formStateOf(null)).toBeNull();
  });
});
