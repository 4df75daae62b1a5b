import { describe, expect, it } from 'vitest';
import { relationFault, type Standing } from './relations.ts';

const to = (kind: Standing['kind'], outgoing: boolean, otherId = 'x'): Standing => ({
  kind,
  outgoing,
  otherId,
});

describe('linking two reports', () => {
  it('lets a report be related in several ways, each once', () => {
    expect(relationFault('same_person', [to('same_vehicle', true, 'b')], [], 'b')).toBeNull();
    expect(relationFault('same_person', [to('same_person', false, 'b')], [], 'b')).toContain('already');
  });
  it('lets a duplicate have one original, which is none itself', () => {
    expect(relationFault('duplicate_of', [], [], 'b')).toBeNull();
    expect(relationFault('duplicate_of', [], [to('duplicate_of', false)], 'b')).toBeNull();
    expect(relationFault('duplicate_of', [to('duplicate_of', true)], [], 'b')).toContain(
      'an original already',
    );
    expect(relationFault('duplicate_of', [to('duplicate_of', false)], [], 'b')).toContain(
      'cannot be a duplicate',
    );
    expect(relationFault('duplicate_of', [], [to('duplicate_of', true)], 'b')).toMatch(
      /Link to its original$/,
    );
  });
});
