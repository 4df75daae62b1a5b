import { describe, expect, it } from 'vitest';
import { safeNext } from './safe-next.ts';

describe('safeNext', () => {
  it.each([
    '//other.example',
    '/\\other.example',
    'https://other.example',
    'javascript:alert(1)',
    '',
    null,
    'queues',
  ])('sends %s home', (wanted) => {
    expect(safeNext(wanted)).toBe('/');
  });
  it('keeps a path of the portal with its query', () => {
    expect(safeNext('/queues/fib?view=mine')).toBe('/queues/fib?view=mine');
  });
});
