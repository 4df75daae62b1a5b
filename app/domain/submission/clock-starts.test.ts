import { describe, expect, it } from 'vitest';
import { clockStarts } from './clock-starts.ts';

const at = (hour: number) => new Date(Date.UTC(2016, 0, 18, hour));
const event = (action: string, hour: number, data: unknown = {}) => ({ action, happenedAt: at(hour), data });
const raised = (hour: number, from: string) => event('raise_to_high', hour, { from });
const submitted = at(9);

describe('what starts the clocks', () => {
  it('is the submission, as long as nothing else has happened', () => {
    const quiet = [
      event('submit', 9),
      event('ask_partner', 10),
      event('add_information', 11, { raised: false }),
    ];
    expect(clockStarts(submitted, 'low', quiet)).toEqual([{ at: submitted, priority: 'low' }]);
  });

  it('is the raising to High as well, while the clocks of before run on', () => {
    expect(clockStarts(submitted, 'high', [raised(12, 'medium')])).toEqual([
      { at: submitted, priority: 'medium' },
      { at: at(12), priority: 'high' },
    ]);
  });

  it('is the opening again alone, whatever ran before, in whichever order one moment is told', () => {
    const reopened = event('reopen', 14);
    for (const [priority, events] of [
      ['low', [raised(14, 'low'), reopened]],
      ['low', [reopened, raised(14, 'low')]],
      ['high', [raised(11, 'low'), reopened]],
    ] as const)
      expect(clockStarts(submitted, priority, events)).toEqual([{ at: at(14), priority: 'high' }]);
  });

  it('is the opening again with the priority that it has, where nobody raised it', () => {
    const reopened = event('reopen', 14);
    expect(clockStarts(submitted, 'low', [event('claim', 10), reopened])).toEqual([
      { at: at(14), priority: 'low' },
    ]);
    expect(clockStarts(submitted, 'high', [reopened, raised(16, 'low')])).toEqual([
      { at: at(14), priority: 'low' },
      { at: at(16), priority: 'high' },
    ]);
  });

  it('is the raising alone where the history does not say from which priority', () => {
    for (const unknown of [event('add_information', 12, { raised: true }), event('raise_to_high', 12, null)])
      expect(clockStarts(submitted, 'high', [unknown])).toEqual([{ at: at(12), priority: 'high' }]);
  });

  it('are those of the lower priority from the beginning, once two persons have lowered it', () => {
    const lowered = (hour: number, lowerTo: string) => event('grant_lowering', hour, { lowerTo });
    expect(clockStarts(submitted, 'low', [raised(12, 'low'), lowered(14, 'low')])).toEqual([
      { at: submitted, priority: 'low' },
      { at: at(12), priority: 'low' },
    ]);
    expect(clockStarts(submitted, 'medium', [lowered(14, 'medium')])).toEqual([
      { at: submitted, priority: 'medium' },
    ]);
    expect(clockStarts(submitted, 'high', [lowered(14, 'medium'), raised(16, 'medium')])).toEqual([
      { at: submitted, priority: 'medium' },
      { at: at(16), priority: 'high' },
    ]);
  });
});
