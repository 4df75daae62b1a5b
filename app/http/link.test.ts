import { describe, expect, it } from 'vitest';
import { link } from './link.ts';

describe('a link', () => {
  it('is made from the pattern of the route, whatever layout it stands in', () => {
    expect(link('home')).toBe('/');
    expect(link('queues/queues')).toBe('/queues');
    expect(link('submissions/action', { submissionId: 'x', action: 'claim' })).toBe(
      '/submissions/x/actions/claim',
    );
  });

  it('encodes what it is given', () => {
    expect(link('plan/status', { code: 'Protect 1 (a/b)' })).toBe('/plan/Protect%201%20(a%2Fb)/status');
    expect(link('queues/queue', { queueCode: 'fib' }, { view: 'mine', q: 'a&b' })).toBe(
      '/queues/fib?view=mine&q=a%26b',
    );
  });

  it('is refused without a parameter of its pattern', () => {
    expect(() => link('queues/queue', {} as { queueCode: string })).toThrow('queueCode');
  });

  it('leaves out what is empty in the query', () => {
    expect(link('high', {}, { after: null })).toBe('/high');
    expect(link('high', {}, { after: '' })).toBe('/high');
  });
});
