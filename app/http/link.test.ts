import { describe, expect, it } from 'vitest';
import { link } from './link.ts';

describe('a link', () => {
  it('is made from the pattern of the route, whatever layout it stands in', () => {
    expect(link('home')).toBe('/');
    expect(link('triage/queues')).toBe('/queues');
    expect(link('triage/action', { submissionId: 'x', action: 'claim' })).toBe(
      '/submissions/x/actions/claim',
    );
  });

  it('encodes what it is given', () => {
    expect(link('plan/status', { code: 'Protect 1 (a/b)' })).toBe('/plan/Protect%201%20(a%2Fb)/status');
    expect(link('triage/queue', { queueCode: 'fib' }, { view: 'mine', q: 'a&b' })).toBe(
      '/queues/fib?view=mine&q=a%26b',
    );
  });

  it('leaves out what is empty in the query', () => {
    expect(link('triage/high', {}, { after: null })).toBe('/high');
    expect(link('triage/high', {}, { after: '' })).toBe('/high');
  });
});
