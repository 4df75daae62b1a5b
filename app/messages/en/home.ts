import { counted } from '#app/domain/kernel/counted.ts';

/** The page where everybody starts: what waits, and what the sections are for. */
export const home = {
  title: 'Home',
  greeting: ({ name }: { name: string }) => `Hello, ${name}`,
  waiting: 'Waiting for you',
  nothing: 'Nothing is waiting for you.',
  sections: 'What you can do here',
  startHere: {
    title: 'Start here',
    done: 'Do not show this again',
    reporter: {
      first:
        'Press “Start a report”. We show you how to leave this site quickly, then ask whether anyone is in danger.',
      second: 'Go through it page by page. We save each page. Nothing is sent until you see a reference.',
      third: 'Come back here to see what happened to it, answer a question or add what you learn later.',
    },
    partner: {
      first: 'Look under “Waiting for you” each time you sign in. It lists what you need to do.',
      second:
        'Open “Your organisation” to see who writes reports for your organisation and to invite colleagues.',
      third: 'If you are not sure what something means, open “Help” at the bottom of the page.',
    },
    police: {
      first: 'This page lists what you need to do, the most urgent first.',
      second: 'Open a section from the menu. “What you can do here” says what each is for in your role.',
      third: 'What you open and do is recorded under your name. Read only what your work needs.',
    },
  },
  waits: {
    unclaimedHigh: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} High submission that nobody here holds`,
        other: `${count} High submissions that nobody here holds`,
      }),
    unreadDanger: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} claimed submission with danger added that nobody has read`,
        other: `${count} claimed submissions with danger added that nobody has read`,
      }),
    approvalsDue: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} item sent at once and not approved yet`,
        other: `${count} items sent at once and not approved yet`,
      }),
    approvals: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} sanitised text to approve`,
        other: `${count} sanitised texts to approve`,
      }),
    requests: ({ count }: { count: number }) =>
      counted(count, { one: `${count} request to decide`, other: `${count} requests to decide` }),
    disposals: ({ count }: { count: number }) =>
      counted(count, { one: `${count} disposal to decide`, other: `${count} disposals to decide` }),
    sourceRequests: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} request to open a sealed source`,
        other: `${count} requests to open a sealed source`,
      }),
    urgent: ({ count, queue }: { count: number; queue: string }) =>
      counted(count, {
        one: `${count} High submission: ${queue}`,
        other: `${count} High submissions: ${queue}`,
      }),
    overdue: ({ count, queue }: { count: number; queue: string }) =>
      counted(count, {
        one: `${count} overdue submission: ${queue}`,
        other: `${count} overdue submissions: ${queue}`,
      }),
    newInformation: ({ count, queue }: { count: number; queue: string }) =>
      counted(count, {
        one: `${count} submission with new information to read: ${queue}`,
        other: `${count} submissions with new information to read: ${queue}`,
      }),
    unassigned: ({ count, queue }: { count: number; queue: string }) =>
      counted(count, {
        one: `${count} submission not claimed yet: ${queue}`,
        other: `${count} submissions not claimed yet: ${queue}`,
      }),
    heldByAway: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} submission held by somebody who is away`,
        other: `${count} submissions held by somebody who is away`,
      }),
    fallen: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} submission that came to FIB because nobody of its queue is here`,
        other: `${count} submissions that came to FIB because nobody of their queue is here`,
      }),
    mine: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} submission that you have claimed`,
        other: `${count} submissions that you have claimed`,
      }),
    toSanitise: ({ count, queue }: { count: number; queue: string }) =>
      counted(count, {
        one: `${count} submission accepted elsewhere to be sanitised: ${queue}`,
        other: `${count} submissions accepted elsewhere to be sanitised: ${queue}`,
      }),
    acknowledgeNow: ({ count, queue }: { count: number; queue: string }) =>
      counted(count, {
        one: `${count} item sent to ${queue} and not acknowledged, High or overdue`,
        other: `${count} items sent to ${queue} and not acknowledged, High or overdue`,
      }),
    highUnacknowledged: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} High item that a queue has not acknowledged in time`,
        other: `${count} High items that queues have not acknowledged in time`,
      }),
    toAcknowledge: ({ count, queue }: { count: number; queue: string }) =>
      counted(count, {
        one: `${count} item to acknowledge: ${queue}`,
        other: `${count} items to acknowledge: ${queue}`,
      }),
    significant: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} significant item to acknowledge`,
        other: `${count} significant items to acknowledge`,
      }),
    recipientAnswers: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} sent item with answers or questions from its recipients`,
        other: `${count} sent items with answers or questions from their recipients`,
      }),
    recipientsToTell: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} recipient to be told that an item was recalled`,
        other: `${count} recipients to be told that an item was recalled`,
      }),
    toPassOn: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} item to be passed on outside the force`,
        other: `${count} items to be passed on outside the force`,
      }),
    acknowledgementOverdue: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} acknowledgement overdue from a recipient`,
        other: `${count} acknowledgements overdue from recipients`,
      }),
    contactsOverdue: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} overdue contact with a victim who wants it`,
        other: `${count} overdue contacts with victims who want them`,
      }),
    contactsToday: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} contact with a victim due today`,
        other: `${count} contacts with victims due today`,
      }),
    contactsUnplanned: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} victim who wants contact and has no contact plan yet`,
        other: `${count} victims who want contact and have no contact plan yet`,
      }),
    rosterGaps: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} gap in the duty roster in the next 14 days`,
        other: `${count} gaps in the duty roster in the next 14 days`,
      }),
    ruleDraft: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} draft of the routing rules that waits for your decision`,
        other: `${count} drafts of the routing rules that wait for your decision`,
      }),
    tasksOverdue: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} task of yours that is overdue`,
        other: `${count} tasks of yours that are overdue`,
      }),
    planProposals: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} proposal for the plan to approve`,
        other: `${count} proposals for the plan to approve`,
      }),
    planReturned: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} proposal of yours for the plan that was returned`,
        other: `${count} proposals of yours for the plan that were returned`,
      }),
    planReviews: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} item of the plan that is due for review`,
        other: `${count} items of the plan that are due for review`,
      }),
    tasksToday: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} task of yours that is due today`,
        other: `${count} tasks of yours that are due today`,
      }),
    sharedTasksOverdue: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} overdue task of your queue or role`,
        other: `${count} overdue tasks of your queue or role`,
      }),
    sharedTasksToday: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} task of your queue or role due today`,
        other: `${count} tasks of your queue or role due today`,
      }),
    questions: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} question from the police`,
        other: `${count} questions from the police`,
      }),
    unsentForPartners: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} report for a partner that you have not sent`,
        other: `${count} reports for partners that you have not sent`,
      }),
    drafts: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} report that is not sent yet`,
        other: `${count} reports that are not sent yet`,
      }),
    beingReviewed: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} report that the police are reviewing`,
        other: `${count} reports that the police are reviewing`,
      }),
    questionsToMembers: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} report from your organisation that needs an answer`,
        other: `${count} reports from your organisation that need an answer`,
      }),
    invited: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} member who has not accepted the invitation`,
        other: `${count} members who have not accepted the invitation`,
      }),
    agreements: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} sharing agreement to review within 30 days`,
        other: `${count} sharing agreements to review within 30 days`,
      }),
    agreementsEnding: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} sharing agreement that ends within 60 days`,
        other: `${count} sharing agreements that end within 60 days`,
      }),
    agreementsEnded: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} sharing agreement that has ended while reports still arrive`,
        other: `${count} sharing agreements that have ended while reports still arrive`,
      }),
    dangerNotSent: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} report about danger not sent by a partner that is suspended or closed: call them`,
        other: `${count} reports about danger not sent by partners that are suspended or closed: call them`,
      }),
    ownAgreementEnding: () => 'Your organisation’s sharing agreement ends within 60 days',
    ownAgreementEnded: () => 'Your organisation’s sharing agreement has ended',
    rolesAsked: ({ count }: { count: number }) =>
      count === 1
        ? '1 request for roles or an address waits for you'
        : `${count} requests for roles or addresses wait for you`,
    settingsAsked: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} change of the settings waits for you`,
        other: `${count} changes of the settings wait for you`,
      }),
    accountsInvited: ({ count }: { count: number }) =>
      counted(count, {
        one: `${count} account whose invitation is not accepted`,
        other: `${count} accounts whose invitation is not accepted`,
      }),
  },
  /** What each section of the menu is for. */
  about: {
    reports: 'Your reports, and what happened to them',
    organisation: 'Who reports for your organisation, where, and what it has sent',
    queues: 'Submissions to claim, assess and answer',
    enter: 'What a partner tells you by phone or on paper',
    sources: 'Requests to open a sealed source, and what was decided',
    retention: 'Reports that are due to be deleted, legal holds, and everything about a person',
    retentionRules: 'How long the portal keeps what it holds',
    duty: 'Who is told of danger, day and night',
    routing: 'Which rule sends a submission to which queue',
    tasks: 'What is to be done, by whom and by when',
    search: 'A vehicle, a number, a name, an address or words in what you may read',
    high: 'Every open submission about danger, and who holds it',
    significant: 'What the Force Intelligence Bureau sends you, to acknowledge',
    reporting: 'What partners report, by month, against the delivery plan',
    figures: 'Figures of closed months',
    plan: 'The delivery plan: actions, evidence, status and owners',
    organisations: 'Partner organisations, their sites and agreements',
    accounts: 'Who may sign in, and with which roles',
    areas: 'Areas and since when they stand',
    formVersions: 'The agreed form, version by version',
    settings: 'Signposts, recipients, alert steps and times of the force',
    jobs: 'Mail and other work in the background, and what was given up',
    audit: 'Who did and read what, and when',
  },
  hints: {
    reporter:
      'Report possible modern slavery, and see what happens to your reports. You never grade them: the police do.',
    partner_lead:
      'Manage who can report for your organisation, and see what happened to its reports. You do not see what they say.',
    fib_officer:
      'Claim submissions, read and grade them, write sanitised text, pass it to the areas and answer the partner.',
    fib_supervisor:
      'Everything an FIB officer does, and: approve what needs a second person, move submissions between queues, and take what nobody has claimed.',
    spoc: 'Work on the submissions of your queue, and acknowledge the sanitised items that the Force Intelligence Bureau sends you.',
    area_lead:
      'See everything that counts to your area, whichever queue holds it: clocks, status and who holds what. You do not see the text of submissions.',
    source_custodian:
      'You decide whether a sealed source record may be opened. Nothing of the report itself is shown to you: you see who asks, and why.',
    mds_lead:
      'See what partners report, by month, against the delivery plan, and who holds what is urgent. Read what FIB sends you as significant.',
    plan_contributor: 'Add evidence to the actions of the delivery plan.',
    administrator: 'Manage partner organisations and accounts. You do not see reports.',
    auditor: 'Read the audit trail: who did and read what. You see nothing else.',
  },
};
