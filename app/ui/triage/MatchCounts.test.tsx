import { describe, expect, it } from 'vitest';
import { matchesInShort } from './MatchCounts.tsx';

describe('the count of matches beside their heading', () => {
  it('counts what is elsewhere as well, since only that may be there', () => {
    expect(matchesInShort({ found: 2, strong: 1, elsewhere: 0 })).toBe('2');
    expect(matchesInShort({ found: 0, strong: 0, elsewhere: 1 })).toBe('0 and 1 elsewhere');
  });
});
