import type { OutsideStep } from '#app/domain/kernel/recipients.ts';

/** What is said of each step with a recipient outside the force: as a task, as a title, once done, and of its fields. */
export const stepWords: Readonly<
  Record<
    OutsideStep,
    { record: string; correct: string; done: string; with: string; when: string; button: string }
  >
> = {
  passed: {
    record: 'Record how it was passed on',
    correct: 'Correct how it was passed on',
    done: 'Passed on',
    with: 'Role or post that got it',
    when: 'was passed on',
    button: 'Record that it was passed on',
  },
  acknowledged: {
    record: 'Record their acknowledgement',
    correct: 'Correct the acknowledgement',
    done: 'Acknowledged',
    with: 'Role or post that acknowledged it',
    when: 'was acknowledged',
    button: 'Record the acknowledgement',
  },
  told_of_recall: {
    record: 'Record that they were told of the recall',
    correct: 'Correct how they were told of the recall',
    done: 'Told of the recall',
    with: 'Role or post that was told',
    when: 'was told',
    button: 'Record that they were told',
  },
};
