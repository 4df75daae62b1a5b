/** Reports of colleagues, and taking one over. */
export const colleagues = {
  title: 'Reports of colleagues',
  intro:
    'Your organisation’s agreement lets you stand in for colleagues who are away or have left. We record what you open and do here under your name.',
  drafts: 'Not sent yet',
  draftsNone: 'No colleague has an unsent report.',
  writer: 'Started by',
  takeOver: 'Take over',
  takeOverOf: ({ name }: { name: string }) => `the report that ${name} started`,
  takeOverHint: 'If you take over a report, you finish and send it. Your colleague can no longer change it.',
  sentBy: 'Sent by',
  byPolice: 'Entered by police',
  sentNone: 'No colleague has sent a report yet.',
  older: 'Older reports',
};

export const takeOver = {
  title: ({ name }: { name: string }) => `Do you want to take over the report that ${name} started?`,
  pageTitle: 'Do you want to take over this report?',
  danger:
    'This report says that someone is or could soon be in danger. It has not been sent, so the police do not know.',
  saved: ({ name, saved, deleted }: { name: string; saved: string; deleted: string }) =>
    `${name} last saved it on ${saved}. It is deleted on ${deleted} if nobody saves it again.`,
  text: ({ name }: { name: string }) =>
    `If you take it over, you finish and send it. ${name} may be writing in it now. They will not be able to save any more, and an email tells them that a colleague has taken it over.`,
  confirm: 'Take over report',
  leave: 'Leave it',
};
