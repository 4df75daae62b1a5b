/** The page for what was posted and could not be saved. */
export const notSaved = {
  sent: {
    title: 'This report has been sent already',
    text: 'You sent it from another tab or window, so we could not save this page. You can add what you typed here to the report you sent.',
    bare: 'You sent it from another tab or window. What you did on this page was not needed or came too late.',
  },
  deleted: {
    title: 'This report has been deleted',
    text: 'It was deleted after you opened this page, so we could not save the page. What you typed is below. None of it has been sent to the police.',
    bare: 'It was deleted in another tab or window, or because nobody had saved it for a long time. It was not sent, so the police have none of it.',
  },
  refused: {
    title: 'This could not be added to the report',
    text: 'You cannot add anything more to this report.',
    bare: 'You cannot add anything more to this report.',
  },
  not_sent: {
    title: 'This report has not been sent',
    goOn: 'Carry on with the report (opens in a new tab)',
  },
  taken_over: {
    title: 'A colleague has taken over this report',
    text: ({ name }: { name: string }) =>
      `${name} has taken it over, so this page could not be saved in it. You have sent nothing to the police. What you typed is below. Copy it, and tell ${name} if it belongs in the report.`,
    bare: ({ name }: { name: string }) =>
      `${name} has taken it over, so only ${name} can write in it and send it now. You have sent nothing to the police.`,
    now: {
      unsent: ({ name }: { name: string }) => `${name} has not sent it yet.`,
      sent: ({ name }: { name: string }) => `${name} has sent it to the police.`,
      deleted: () => 'It has been deleted since, and was not sent.',
    },
    colleagues: 'Take the report back',
    own: 'Go to your reports',
  },
  too_many: {
    title: 'You have too many reports that are not sent',
    text: 'You have 50 reports that are not sent. Send or delete one of them, then start this one.',
    danger: 'If someone is in danger, go back and say so. We never refuse a report about danger.',
    look: 'Look at the reports that are not sent',
  },
  not_own: {
    title: 'This was typed under another account',
    text: 'This report belongs to another account. We do not show you what was typed, and it has not been saved. This page keeps it until you close it, for up to 12 hours. The person who typed it can sign in here and save it.',
  },
  typed: 'What you typed',
  copy: 'This page keeps it until you leave. It does not show what you typed about who told you.',
  add: 'Add it to the report',
  look: 'Go to the report you sent',
  start: 'Start a report (opens in a new tab)',
  forPartner: 'Enter a report for a partner',
};
