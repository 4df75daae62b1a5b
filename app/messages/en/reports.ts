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
    inDangerTitle: 'Not sent',
    inDanger: 'You wrote that someone is in danger, but you have not sent it. The police do not know.',
    openInDanger: ({ code }: { code: string }) => `Send or delete draft ${code}`,
    draftDanger: 'Says that someone is in danger. Nothing has been sent yet.',
    draftAge: ({ count }: { count: number }) =>
      counted(count, { one: `${count} day old`, other: `${count} days old` }),
    draftStarted: 'Started',
    draftSaved: 'Last saved',
    draftExpires: 'Deleted on',
    draftContinue: 'Continue',
    draftDelete: 'Delete',
    draftOf: ({ code, started }: { code: string; started: string }) => `draft ${code}, started ${started}`,
    questionsTitle: 'Questions for you',
    questions: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} report needs an answer from you`,
        other: `${count} reports need an answer from you`,
      }),
    question: ({ reference }: { reference: string }) => `Answer the question about report ${reference}`,
    sent: 'Sent',
    sentOrder: 'Open reports come first, the newest at the top.',
    filter: 'Show reports by status',
    all: 'All',
    sought: 'Find a report',
    soughtHint: 'Its reference, your own, or part of one',
    search: 'Search',
    found: ({ count }: { count: number }) =>
      counted(count, { one: `${count} report found.`, other: `${count} reports found.` }),
    foundMore: ({ count }: { count: number }) =>
      counted(count, {
        one: `More than ${count} report found. Enter more of the reference.`,
        other: `More than ${count} reports found. These are the newest. Enter more of the reference.`,
      }),
    notFound: 'No report has that reference',
    noneSo: 'No reports have this status',
    showAll: 'Show all reports',
    sentNone: 'You have not sent a report yet.',
    sentNoneText: 'After you send one, you can see here what happens to it.',
    reference: 'Reference',
    sentOn: 'Sent',
    status: 'Status',
    older: 'Older reports',
  },
  colleagues,
  takeOver,
  taskList: {
    title: 'Your report',
    notSent: 'Nothing has been sent yet. Send the report on the last page.',
    saved: ({ date }: { date: string }) =>
      `Your answers are saved after each page. We keep them until ${date}.`,
    check: 'Check and send',
    checkNotYet:
      'You can check and send the report once you have completed every section that is not optional and finished everything you started.',
    later: 'Come back later',
    delete: 'Delete this report',
  },
  found: {
    legend: 'We found these in what you wrote. Add them to your report?',
    hint: 'Tick what is right. You do not have to: the police compare it with other reports either way.',
    hintOnEntry:
      'Tick what is right, and leave the rest of this page empty if that is all. You do not have to tick anything: the police compare it with other reports either way.',
    vehicle: ({ what }: { what: string }) => `Vehicle ${what}`,
    phone: ({ what }: { what: string }) => `Phone number ${what}`,
    email: ({ what }: { what: string }) => `Email address ${what}`,
    website: ({ what }: { what: string }) => `Web address ${what}`,
    place: ({ what }: { what: string }) => `Place at ${what}`,
    person: ({ what }: { what: string }) => `Person, “${what}”`,
    day: ({ what }: { what: string }) => `It happened on ${what}`,
  },
  notSentYet:
    'You said that someone is or could soon be in danger. Nothing has been sent yet: the police receive the report when you press “Send report” on the last page.',
  sendNow: {
    notYet: 'You said that someone is or could soon be in danger. Nothing has been sent yet.',
    kept: 'Nothing has been sent yet. Call first, then carry on here. What you typed is kept in your reports under “Not sent yet”:',
    link: 'Send this now',
    send: 'Send now',
  },
  sealedByOthers:
    'A colleague sealed the name of the source. The portal does not check what you write against that name, because somebody could use that to find it out. Leave out anything that could point to the source.',
  page: {
    step: ({ step, of, name }: { step: number; of: number; name: string }) =>
      name === '' ? `Section ${step} of ${of}` : `Section ${step} of ${of}: ${name}`,
    sections: 'Sections of your report',
    saveAndContinue: 'Save and continue',
    later: 'Save and come back later',
    sealed:
      'What you enter here about the source is sealed as soon as you save it. You will not see it again.',
  },
  conflict: {
    title: 'Choose what to keep',
    text: 'You may have this report open in another tab. For each answer that differs, choose what is saved now or what you have just typed.',
    source:
      'What you typed about who told you is not shown again. If you want to change it, type it again below.',
    saved: 'Keep what is saved now',
    typed: 'Use what I typed',
    removed: 'You removed this entry in another tab. If you save it, it is added again.',
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
    goesTooText: 'It says how this entry is connected to something else in your report.',
    change: ({ entry }: { entry: string }) => `Change ${entry}`,
    keep: 'Keep it',
  },
  check: {
    title: 'Check your answers before you send the report',
    named: 'Your source may be named in these answers',
    namedInFiles: 'The description of a file',
    namedText:
      'Something you sealed about your source also appears here. Officers who read the report will see it. Take it out, unless it means somebody else.',
    outside: ({ postcodes }: { postcodes: string }) =>
      `Outside this force’s area, as far as we know: ${postcodes}. If that is right, our intelligence bureau passes it on to the police there.`,
    usualChange: 'Change these for this report',
    declaration: 'Now send your report',
    send: 'Send report',
    child: 'You wrote that someone may be under 18. Is a child involved?',
    childHint: 'If the child may be in danger, go back and change your first answers before you send',
    childYes: 'Yes',
    childNo: 'No, everyone is 18 or over',
    sealed: 'The name of the person who told you is sealed. Officers who read the report do not see it.',
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
      'Your report has gone to the officers who assess reports. They will read it, decide what can be done and tell you the outcome here.',
    mail: 'We send an email when there is something to read. It says nothing about the report.',
    dont: 'You do not need to do anything else. Do not try to find out more.',
    download: 'Download the receipt and sharing record (PDF)',
    downloadHint:
      'It shows the reference, the times, what kinds of information you shared and on what basis. It does not say what you reported and names nobody, so you can keep it in your records.',
    back: 'Go to your reports',
    sentAt: ({ at }: { at: string }) => `Sent on ${at}`,
  },
  receipt: {
    title: 'Receipt and sharing record',
    intro: 'The police have received a report that you sent through the partner intelligence portal.',
    own: 'Your own reference',
    received: 'Received',
    confirmation: 'Confirmation',
    without: 'Receipt without the content of the report',
    withCopy: 'Receipt without the content of the report. A full copy can be downloaded from the portal',
    shared: 'What you shared',
    kinds: 'Kinds of information',
    kind: {
      account: 'An account of what you know',
      exploitation: 'The kind of exploitation',
      names: 'Names',
      age: 'Age, date of birth or sex',
      origin: 'Nationality or language',
      looks: 'What people look like',
      addresses: 'Places and addresses',
      vehicles: 'Vehicles',
      numbers: 'Phone numbers, email addresses, accounts or bank details',
      businesses: 'Businesses, organisations or employers',
      connections: 'How people, places and things are connected',
      signs: 'Signs of exploitation and control, which may say something about health',
      source: 'How you know it',
      victim: 'What a person who may be a victim wants or needs',
      records: 'Records of other services',
      child: 'That a child is involved',
      sealed: 'Who told you, in a sealed record',
    },
    agreement: 'Information sharing agreement',
    noAgreement: 'None is recorded in the portal',
    agreedAs: ({ reference, on }: { reference: string; on: string | null }) =>
      on === null ? reference : `${reference}, agreed on ${on}`,
    basis: 'Basis',
    usualBasis:
      'Your organisation records its own basis for sharing. Usual ones are UK GDPR Article 6(1)(d), (e) or (f), the Data Protection Act 2018, Schedule 1 paragraphs 10 and 18, and Schedule 2 paragraph 2.',
    policeBasis: 'The police hold it for law enforcement purposes under Part 3 of that Act.',
  },
  copy: {
    title: 'Report as sent',
    keep: 'This is your whole report. Keep it as your organisation’s agreement with the police says. Only show it to people who need it.',
    form: 'Form',
    version: ({ version }: { version: number }) => `Version ${version}`,
    download: 'Download a full copy (PDF)',
    downloadHint: 'It is your whole report. Keep it as your organisation’s agreement says.',
  },
  printed: {
    pageOf: 'Page %{page} of %{pages}',
    unprinted:
      'Characters that could not be printed here: %{count}. A � stands in place of each. Read them in the portal.',
  },
  add: {
    title: 'Add information to a report you sent',
    lead: 'Use this for something you have learned about the same matter since you sent it. For anything else, start a new report.',
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
    part: 'This goes to the police as soon as you send it. Do not try to find out more.',
    parts: 'Add to this report',
    entriesText:
      'If you already know more about the same matter, add it: we get each part as soon as you send it. What you sent stays as it was.',
    partsText:
      'The police have what you sent. You do not need any of this. If you already know it, add it when you can: we get each part as soon as you send it.',
    done: 'We have received what you added. An officer will read it.',
    doneDanger: 'We have received what you added, and the officers on duty are being told now.',
    heading: 'What you added afterwards',
    received: ({ at }: { at: string }) => `Received ${at}`,
    other: 'Add anything else, or say that someone is in danger',
    files: 'Add files',
    answered: ({ question, answer }: { question: string; answer: string }) => `${question} ${answer}`,
  },
  own: {
    entered: 'Entered by police',
    enteredFrom: {
      telephone: 'From a phone call',
      paper: 'From paper',
    },
    title: 'A report you sent',
    titleEntered: 'A report entered for you',
    titleOfOrganisation: 'A report from your organisation',
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
      'The police have gone ahead without an answer to this question. You can still send one. It is added to your report, and an officer reads it.',
    answered: 'We have received your answer.',
    answeredLate:
      'We have received your answer. The police had gone ahead without it, so it was added to your report. An officer will read it.',
    answeredDanger: 'We have received your answer, and the officers on duty are being told now.',
    asSent: 'What you sent',
    asEntered: 'What was entered for you',
    withdrawnText:
      'You withdrew this report. Officers can no longer open it. A record of it stays until the force’s rules say it is deleted.',
    withdraw: 'Withdraw this report',
    withdrawText: 'You can withdraw a report until an officer starts to assess it.',
    withdrawAsk: 'Ask to withdraw this report',
    withdrawAskText:
      'The report says that someone may be in danger, so an officer decides whether you can withdraw it.',
    withdrawAsked: 'You have asked to withdraw this report. An officer will answer.',
    withdrawWhy: 'Why do you want to withdraw it? (optional)',
    withdrawConfirm: 'Do you want to withdraw this report?',
    withdrawButton: 'Withdraw report',
    withdrawAskButton: 'Ask to withdraw',
  },
};

/** What a partner sees of a status. */
export const status = {
  received: 'Received',
  being_reviewed: 'Being reviewed',
  more_needed: 'We need more from you',
  closed: 'Closed',
  withdrawn: 'Withdrawn',
};
/** What a partner sees of an outcome: a word, which is never shown without what it means. */
export const outcome = {
  used: {
    word: 'Used',
    meaning: 'We used what you told us. We cannot say how.',
  },
  crime_recorded: {
    word: 'A crime was recorded',
    meaning: 'We recorded a crime. We cannot say more about it here.',
  },
  safeguarding_action: {
    word: 'Safeguarding action was taken',
    meaning:
      'We told the people responsible for safeguarding. If you have made a referral yourself, carry on with it.',
  },
  passed_on: {
    word: 'Passed to another force or agency',
    meaning: 'They are better placed to act on it.',
  },
  more_needed: {
    word: 'Not enough to act on',
    meaning: 'On its own it was not enough. Please do not try to find out more.',
  },
  no_further_use: {
    word: 'Not used any further',
    meaning: 'We read it and cannot use it any further. Please keep reporting what concerns you.',
  },
  duplicate: {
    word: 'Already known to us',
    meaning: 'We already had this information. Please keep reporting what concerns you.',
  },
  rejected: {
    word: 'Could not be used',
    meaning: 'Our message on the report’s page says why.',
  },
};
