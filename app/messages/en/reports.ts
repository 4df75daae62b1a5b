import { counted } from '#app/domain/kernel/counted.ts';
import { colleagues, takeOver } from './colleagues.ts';
import { notSaved } from './not-saved.ts';

/** Pages on which a reporter writes, sends and follows reports. */
export const reports = {
  list: {
    title: 'Your reports',
    start: 'Start a report',
    startHint: 'Tell us what you know about possible modern slavery. You can save it and come back.',
    drafts: 'Not sent yet',
    draftsWarning: 'Nothing has been sent to the police until you see a reference.',
    draftName: 'Report',
    draftCode: ({ code }: { code: string }) => `Draft ${code}`,
    draftOwn: ({ reference }: { reference: string }) => `Your reference ${reference}`,
    draftDanger: 'Says that someone is in danger. Nothing has been sent yet.',
    draftAge: ({ count }: { count: number }) =>
      counted(count, { one: `${count} day old`, other: `${count} days old` }),
    draftStarted: 'Started',
    draftSaved: 'Last saved',
    draftExpires: 'Deleted on',
    draftContinue: 'Continue',
    draftDelete: 'Delete',
    draftOf: ({ code, started }: { code: string; started: string }) => `draft ${code}, started ${started}`,
    questions: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} report needs an answer from you`,
        other: `${count} reports need an answer from you`,
      }),
    question: ({ reference }: { reference: string }) => `Answer the question about report ${reference}`,
    sent: 'Sent',
    sentOrder: 'What is not closed comes first, the newest at the top.',
    sentNone: 'You have not sent a report yet.',
    sentNoneText: 'When you send one, you can follow here what becomes of it.',
    reference: 'Reference',
    sentOn: 'Sent',
    status: 'Status',
    next: 'Next',
    older: 'Older reports',
  },
  colleagues,
  takeOver,
  taskList: {
    title: 'Your report',
    notSent: 'Nothing has been sent yet. Send the report on the last page.',
    danger: 'You said that someone is or could soon be in danger. Nothing has been sent yet.',
    saved: ({ date }: { date: string }) =>
      `Your answers are saved after each page. We keep them until ${date}.`,
    check: 'Check and send',
    checkNotYet:
      'You can check and send the report when each section that is not optional is completed, and nothing is left unfinished.',
    later: 'Come back later',
    delete: 'Delete this report',
  },
  notSentYet:
    'You said that someone is or could soon be in danger. Nothing has been sent yet: the police receive the report when you press “Send report” on the last page.',
  sealedByOthers:
    'A colleague sealed who the source is. The portal does not look for that name in what you write: if it did, the name could be found out. Leave out whatever could point to the source.',
  page: {
    saveAndContinue: 'Save and continue',
    later: 'Save and come back later',
    sealed:
      'What you enter here about the source is sealed as soon as you save it. This page will not show it again.',
  },
  conflict: {
    title: 'Choose what to keep',
    text: 'You may have this report open in another tab. For each answer that differs, choose what is saved now or what you have just typed.',
    source:
      'What you typed about who told you is not shown again. If you want to change it, type it again below.',
    saved: 'Keep what is saved now',
    typed: 'Use what I typed',
    removed: 'This entry was removed somewhere else. If you save it, it is added again.',
    change: 'What you typed, to change it before you save',
  },
  notSaved,
  items: {
    another: 'Add another',
    saveAndAdd: 'Save and add another',
    none: 'Nothing added yet.',
    notKnown: 'You said that you do not know of any.',
    continue: 'Continue',
    remove: 'Remove this entry',
    removeTitle: ({ entry }: { entry: string }) => `Do you want to remove ${entry}?`,
    removeText: 'What you entered here is deleted. The rest of the report stays.',
    removeAllText: 'All of this is deleted. The rest of the report stays.',
    goesToo: 'This goes with it',
    goesTooText: 'It says how something else in your report is connected to the entry.',
    change: ({ entry }: { entry: string }) => `Change ${entry}`,
    keep: 'Keep it',
  },
  check: {
    title: 'Check your answers before you send the report',
    named: 'Your source may be named in these answers',
    namedInFiles: 'The description of a file',
    namedText:
      'What you sealed about your source, or part of it, also stands here. Officers who read the report will see it. Take it out, unless it means somebody else.',
    declaration: 'Now send your report',
    send: 'Send report',
    sealed:
      'Who told you is kept apart in a sealed record. It is not shown to the officers who read the report.',
  },
  delete: {
    title: 'Do you want to delete this report?',
    text: 'Your answers are deleted for good. Nothing has been sent to the police.',
    confirm: 'Delete report',
    keep: 'Keep it',
  },
  sent: {
    title: 'Report sent',
    reference: 'Your reference',
    next: 'What happens next',
    nextHigh: 'You told us that someone may be in danger. The officers on duty are being told now.',
    nextNormal:
      'The report has gone to the officers who assess reports. They read it, decide what can be done and tell you the outcome here.',
    mail: 'We send an email when there is something to read. It says nothing about the report.',
    dont: 'You do not need to do anything else. Do not try to find out more.',
    download: 'Download the receipt (PDF)',
    downloadHint: 'It holds the reference, the times and no content, so you can keep it in your records.',
    back: 'Go to your reports',
    sentAt: ({ at }: { at: string }) => `Sent on ${at}`,
  },
  receipt: {
    title: 'Receipt',
    intro: 'The police have received a report that you sent through the partner intelligence portal.',
    received: 'Received',
    confirmation: 'Confirmation',
    without: 'Receipt without the content of the report',
    withCopy: 'Receipt without the content of the report. A full copy can be downloaded from the portal',
  },
  copy: {
    title: 'Report as sent',
    keep: 'This is everything that the report says. Keep it as your organisation’s agreement with the police says, and show it to nobody who does not need it.',
    form: 'Form',
    version: ({ version }: { version: number }) => `Version ${version}`,
    download: 'Download a full copy (PDF)',
    downloadHint: 'It holds everything that the report says. Keep it as your organisation’s agreement says.',
  },
  printed: {
    pageOf: 'Page %{page} of %{pages}',
    unprinted:
      'Characters that could not be printed here: %{count}. A � stands in place of each. Read them in the portal.',
  },
  add: {
    title: 'Add information to a report you sent',
    lead: 'Use this for something you have learned about the same matter since you sent the report. For anything else, start a new report.',
    stays: 'What you sent stays as it was. What you add is shown beside it.',
    dont: 'Add only what you already know. Do not ask anyone or try to find out more. Do not write who told you.',
    danger: 'Is anyone in danger?',
    dangers: {
      now: 'Yes, now',
      soon: 'Yes, it could happen soon',
      no: 'No, not that I know of',
      not_asked: 'Not asked: this is your answer to a question',
    },
    text: 'What do you want to add?',
    textHint: 'Say what happened, where and when',
    limit: 'You can enter up to %{count} characters',
    knownHow: 'How do you know this?',
    knownHows: {
      witnessed: 'I saw or heard it myself',
      victim_said: 'The person it happened to told me',
      told: 'Somebody else told me',
      worked_out: 'I worked it out from records or from what I know',
      not_known: 'I do not know',
    },
    send: 'Send this information',
    done: 'We have received what you added. An officer will read it.',
    doneDanger: 'We have received what you added, and the officers on duty are being told now.',
    heading: 'What you added afterwards',
    received: ({ at }: { at: string }) => `Received ${at}`,
    link: 'Add information to this report',
  },
  own: {
    entered: 'Entered by police',
    enteredFrom: {
      telephone: 'From what was told by telephone',
      paper: 'From what was written on paper',
    },
    title: 'A report you sent',
    titleEntered: 'A report entered for you',
    titleOfOrganisation: 'A report of your organisation',
    record: 'For your records',
    reference: ({ reference }: { reference: string }) => `Reference ${reference}`,
    sentAt: 'Sent',
    status: 'Status',
    outcome: 'Outcome',
    messages: 'Messages',
    messagesNone: 'There are no messages yet.',
    fromPolice: 'From the police',
    fromYou: 'From you',
    question: 'Question',
    reply: 'Your answer',
    answer: 'Answer the question',
    answerHint:
      'Say only what you already know. Do not ask anyone or try to find out more. Do not write who told you.',
    answerSend: 'Send answer',
    answerLate:
      'The police have gone on without an answer to this question. You can still send one: it is added to your report and an officer reads it.',
    answered: 'We have received your answer.',
    answeredLate:
      'We have received your answer. The police had gone on without it, so it was added to your report. An officer will read it.',
    answeredDanger: 'We have received your answer, and the officers on duty are being told now.',
    asSent: 'What you sent',
    asEntered: 'What was entered for you',
    withdrawnText:
      'You withdrew this report. Officers can no longer open it. It stays on record until it is deleted under the force’s rules.',
    withdraw: 'Withdraw this report',
    withdrawText: 'You can withdraw a report until an officer starts to assess it.',
    withdrawAsk: 'Ask to withdraw this report',
    withdrawAskText:
      'The report says that someone may be in danger, so an officer decides whether it can be withdrawn.',
    withdrawAsked: 'You have asked to withdraw this report. An officer will answer.',
    withdrawWhy: 'Why do you want to withdraw it? (optional)',
    withdrawConfirm: 'Do you want to withdraw this report?',
    withdrawButton: 'Withdraw report',
    withdrawAskButton: 'Ask to withdraw',
  },
};

/** What a partner sees of a status and an outcome. */
export const status = {
  received: 'Received',
  being_reviewed: 'Being reviewed',
  more_needed: 'We need more from you',
  closed: 'Closed',
  withdrawn: 'Withdrawn',
};
export const outcome = {
  used: 'Used',
  crime_recorded: 'A crime was recorded',
  safeguarding_action: 'Safeguarding action was taken',
  passed_on: 'Passed to another force or agency',
  more_needed: 'More would be needed',
  no_further_use: 'No further use',
  duplicate: 'Already known to us',
  rejected: 'Could not be used',
};
