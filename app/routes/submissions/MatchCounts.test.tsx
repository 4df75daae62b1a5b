import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { MatchCounts, matchesInShort } from './MatchCounts.tsx';

describe('the count of matches beside their heading', () => {
  it('counts what is elsewhere as well, since only that may be there', () => {
    expect(matchesInShort({ found: 2, strong: 1, elsewhere: 0, many: [] })).toBe('2');
    expect(matchesInShort({ found: 0, strong: 0, elsewhere: 1, many: [] })).toBe('0 and 1 elsewhere');
    expect(matchesInShort({ found: 61, strong: 0, elsewhere: 2, many: ['Maria Popescu'] })).toBe(
      '61 or more and 2 elsewhere',
    );
  });

  it('says of what there is too much to list it all', () => {
    const counts = { found: 61, strong: 1, elsewhere: 0, many: ['Maria Popescu', '+447700900321'] };
    const shown = renderToStaticMarkup(<MatchCounts counts={counts} />);
    expect(shown).toContain('At least 61 possible matches, 1 of them strong.');
    expect(shown).toContain('something like “Maria Popescu” or “+447700900321”');
    expect(renderToStaticMarkup(<MatchCounts counts={{ ...counts, many: [] }} />)).not.toMatch(
      /At least|Very many/,
    );
  });
});
