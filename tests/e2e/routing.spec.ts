import { people } from './people.ts';
import { expect, test } from './portal-test.ts';
import { reportSent } from './report-sent.ts';
import { minimal } from './write-report.ts';

const ruleName = 'Vehicle seen again';

/** The rule holds for what this journey reports and no other, as those beside it share its portal. */
const told = { ...minimal, sourceKind: 'self', exploitationTypes: ['sexual'] };

test('a rule is written, replayed, published by a second supervisor and followed', async ({ as, look }) => {
  test.setTimeout(240_000);
  const reporter = await as(people.reporter);
  await reportSent(reporter, told);

  const author = await as(people.supervisor);
  await author.getByRole('link', { name: 'Routing' }).first().click();
  await expect(author.getByRole('heading', { level: 1 })).toHaveText(/Routing rules, version 2$/);
  await look(author);
  await author.getByRole('button', { name: 'Start a draft from version 2' }).click();
  await author.getByRole('button', { name: 'Add a rule' }).click();
  await author.getByRole('button', { name: 'Save rule' }).click();
  await expect(author.getByRole('alert')).toContainText('Enter a name');
  await look(author);
  await author.getByLabel('Name', { exact: true }).fill(ruleName);
  await author.getByLabel('A vehicle was reported before').selectOption({ label: 'Yes' });
  await author.getByRole('group', { name: 'Type of exploitation' }).getByLabel('Sexual').check();
  await author.getByRole('group', { name: 'Send it to' }).getByLabel('Force SPOC', { exact: true }).check();
  await author.getByLabel('The duty list, at once').check();
  await author.getByLabel('Reason', { exact: true }).fill('A vehicle was reported before. {queue} looks.');
  await author.getByRole('button', { name: 'Save rule' }).click();
  await expect(author.getByText('Rule saved in the draft')).toBeVisible();

  // The duty list is told of what is High only: the draft says so, and cannot go on until it is put right.
  await expect(author.getByRole('heading', { name: 'to put right before publication' })).toBeVisible();
  await expect(author.getByRole('button', { name: 'Ask for publication' })).toHaveCount(0);
  await look(author);
  await author.getByRole('button', { name: `Move up ${ruleName}` }).click();
  await expect(author.getByRole('heading', { name: `18. ${ruleName}` })).toBeVisible();
  await author.getByRole('link', { name: `Change (18. ${ruleName}` }).click();
  await author.getByLabel('The duty list, at once').uncheck();
  await author.getByRole('button', { name: 'Save rule' }).click();
  await expect(author.getByText('The rules hold together.')).toBeVisible();

  await author.getByRole('button', { name: 'Replay over past submissions' }).click();
  await author.getByLabel('The last 100', { exact: true }).check();
  await author.getByRole('button', { name: 'Replay', exact: true }).click();
  await expect(author.getByText('Replay finished')).toBeVisible();
  await expect(author.getByRole('heading', { name: /of 100 submissions would have been/ })).toBeVisible();
  await look(author);
  await author.getByRole('link', { name: 'The draft', exact: true }).click();
  await author.getByRole('button', { name: 'Ask for publication' }).click();
  await expect(author.getByText('Another FIB supervisor can now publish')).toBeVisible();
  await look(author);

  const second = await as('duty.inspector@police.example');
  await second.goto('/');
  await second
    .getByRole('link', { name: '1 draft of the routing rules that waits for your decision' })
    .click();
  await expect(second.getByRole('heading', { level: 1 })).toContainText('Draft of routing rules');
  await second.goto('/routing');
  await second.getByRole('button', { name: 'Decide about the draft' }).click();
  await expect(second.getByText(ruleName)).toBeVisible();
  await look(second);
  await second.getByRole('button', { name: 'Confirm' }).click();
  await expect(second.getByRole('alert')).toContainText('Select whether to publish or reject');
  await second.getByLabel('Publish', { exact: true }).check();
  await second.getByLabel('Why?').fill('One SPOC sees the pattern.');
  await second.getByRole('button', { name: 'Confirm' }).click();
  await expect(second.getByRole('heading', { level: 1 })).toHaveText(/Routing rules, version 3$/);
  await expect(second.getByRole('row').filter({ hasText: 'One SPOC sees' })).toContainText('Version 3');
  await look(second);

  const next = await reportSent(reporter, told);
  const spoc = await as('force.spoc@police.example');
  await spoc.goto('/queues/force-spoc?view=unassigned');
  await spoc.getByRole('link', { name: next }).click();
  await spoc.getByRole('heading', { name: 'Why here?' }).click();
  await expect(spoc.getByText('A vehicle was reported before. Force SPOC looks.').first()).toBeVisible();
  await expect(spoc.getByText(/version 3 of the rules/)).toBeVisible();
});
