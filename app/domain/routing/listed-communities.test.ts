import { expect, it } from 'vitest';
import { listedCommunities } from './listed-communities.ts';
import type { RuleSet } from './rules.ts';

it('are what rules that link to the plan ask for, and nothing that they leave out', () => {
  const ruleSet: RuleSet = {
    version: 1,
    onDissemination: [],
    rules: [
      {
        code: 'listed',
        when: {
          any: [
            { fact: 'languages', includesAny: ['ro', 'vi'] },
            {
              all: [
                { fact: 'nationalities', includesAny: ['RO'] },
                { not: { fact: 'languages', includesAny: ['pl'] } },
              ],
            },
          ],
        },
        then: { planItems: ['Prevent 2'] },
        reason: 'Listed.',
      },
      {
        code: 'elsewhere',
        when: { fact: 'languages', includesAny: ['sq', 'ro'] },
        then: { priority: 'medium' },
        reason: 'Not of the plan.',
      },
    ],
  };
  expect(listedCommunities(ruleSet)).toEqual({ languages: ['ro', 'vi'], nationalities: ['RO'] });
});
