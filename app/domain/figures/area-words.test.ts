import { describe, expect, it } from 'vitest';
import { areaDefinition } from './area-words.ts';

const changes = [
  { name: 'Dudley', to: ['Example West'] },
  { name: 'Sandwell', to: ['Example West'] },
  { name: 'Solihull', to: [] },
  { name: 'Walsall', to: ['Example North', 'Example West'] },
];

describe('areaDefinition', () => {
  it('says nothing of changes while there are none', () => {
    expect(areaDefinition({ as: 'sent', changes: [] })).toMatch(/^Distinct .* places lie\. What lies in/);
  });

  it('says that the area is that of the day once areas have changed', () => {
    expect(areaDefinition({ as: 'sent', changes })).toContain('lay on the day they were sent');
  });

  it('says where each area of the past counts today', () => {
    const words = areaDefinition({ as: 'now', changes });
    expect(words).toContain('Dudley and Sandwell count as Example West.');
    expect(words).toContain('Walsall has been divided between Example North and Example West:');
    expect(words).toContain('No data says where Solihull lies today');
  });
});
