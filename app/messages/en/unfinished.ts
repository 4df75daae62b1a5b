/** What was begun in a report and is not finished. */
export const unfinished = {
  here: 'You have not finished this. We keep what you typed, but it is not part of the report until you complete it.',
  forget: 'Remove what is not finished',
  title: 'You have not finished these',
  text: 'Finish or remove each one before you send the report.',
  removeAll: 'Remove them all',
  removeAllTitle: 'Do you want to remove everything you have not finished?',
  removeAllText: 'What you typed here is deleted. Answers that you saved before stay.',
  keepAll: 'Keep them',
  removeTitle: 'Do you want to remove what you have not finished?',
  removeNew: 'What you typed here is deleted. The rest of the report stays.',
  removeChange: 'What you typed here is deleted. Answers that you saved before stay.',
  remove: 'Remove it',
  keep: 'Keep it',
};
