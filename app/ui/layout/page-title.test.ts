import { expect, it } from 'vitest';
import { pageTitle } from './page-title.ts';

const serviceName = 'Partner intelligence portal';

it('names the page and the service', () => {
  expect(pageTitle('Sign in', { serviceName })).toBe('Sign in – Partner intelligence portal');
});

it('starts with the error, as that is read first', () => {
  expect(pageTitle('Sign in', { errors: true, serviceName })).toBe(
    'Error: Sign in – Partner intelligence portal',
  );
});

it('says which page of a list it is', () => {
  const second = pageTitle('Queue', { page: { number: 2, total: 9 }, serviceName });
  expect(second).toBe('Queue (page 2 of 9) – Partner intelligence portal');
});

it('does not count the pages of a list with one page', () => {
  expect(pageTitle('Queue', { page: { number: 1, total: 1 }, serviceName })).toBe(
    'Queue – Partner intelligence portal',
  );
});
