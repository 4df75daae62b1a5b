import { expect, it } from 'vitest';
import { requestIdOf } from './request-id.ts';

const named = (id: string) => new Headers({ 'x-request-id': id });
const own = /^[\da-f]{8}-[\da-f]{4}-4/;

it('is the one that a proxy of our own gave, where that is an id', () => {
  const id = '0f8fad5bd9cb469fa16570867728950e';
  expect(requestIdOf(named(id), true)).toBe(id);
  expect(requestIdOf(named('"} , SELECT'), true)).toMatch(own);
  expect(requestIdOf(new Headers(), true)).toMatch(own);
});

it('is nobody else’s to choose', () => {
  expect(requestIdOf(named('0f8fad5bd9cb469fa16570867728950e'), false)).toMatch(own);
});
