import { counted } from '#app/domain/kernel/counted.ts';

/** Pages on which a partner lead looks after the own organisation. */
export const organisation = {
  title: 'Your organisation',
  members: 'Members',
  membersText:
    'People in your organisation who can sign in or have been invited to. If someone leaves or changes role, open their name and suspend their account at once.',
  name: 'Name',
  email: 'Email address',
  roles: 'Can do',
  status: 'Status',
  invite: 'Invite someone',
  sites: 'Sites',
  sitesText: 'Where your organisation takes reports. Ask the force to add a site or correct one.',
  site: 'Site',
  area: 'Area',
  areaNone: 'No area recorded',
  accreditation: 'Accreditation',
  /** How the accreditation of a site stands; before the day, which follows. */
  accredited: {
    accredited: 'Accredited since',
    until: 'until',
    to_come: 'Accredited from',
    ended: 'No longer accredited: ended on',
    withdrawn: 'No longer accredited: withdrawn on',
    never: 'Not accredited',
  },
  ownContacts: 'Your own numbers and addresses',
  ownContactsText:
    'Police do not connect two reports because both name one of these. Ask the force to add one or correct it.',
  agreement: 'Agreement',
  agreementText: 'This is what your organisation and the force agreed about sharing information.',
  agreementReference: 'Reference',
  agreementNone: 'None recorded',
  agreementFrom: 'First day',
  agreementUntil: 'Last day',
  agreementOpen: 'No end agreed',
  agreementEnds: ({ days }: { days: number }) =>
    days === 0
      ? 'The agreement ends today. Speak to the force about a new one. You can still send reports.'
      : days === 1
        ? 'The agreement ends tomorrow. Speak to the force about a new one. You can still send reports.'
        : `The agreement ends in ${days} days. Speak to the force about a new one.`,
  agreementEnded:
    'The agreement has ended. You can still send reports as before. Speak to the force about a new one now.',
  submissions: 'Reports your organisation has sent',
  submissionsText:
    'You see that a report exists and what its status is. Only the person who sent it can read it.',
  submissionsTextAuthors:
    'You see who sent each report and what its status is. Only the person who sent it can read it.',
  submissionsTextCover:
    'You see who sent each report and what its status is. The agreement lets you read them, and answer questions for the person who sent them.',
  awaited: 'Answers the police are waiting for',
  awaitedText: 'The police have asked these people a question. We have emailed them.',
  awaitedUnnamed:
    'We have emailed the person who sent each report. Your agreement with the police does not let you see who that is.',
  awaitedCount: ({ count, since }: { count: number; since: string }) =>
    counted(count, {
      one: `${count} report, asked on ${since}`,
      other: `${count} reports, the first asked on ${since}`,
    }),
  quarters: 'What came of your reports',
  /** Null: fewer than five, or a total from which fewer than five are left, which is not said. */
  quarter: ({
    from,
    to,
    sent,
    used,
  }: {
    from: string;
    to: string;
    sent: number | null;
    used: number | null;
  }) =>
    sent === null
      ? `${from} to ${to}: fewer than 5 sent`
      : used === null
        ? `${from} to ${to}: ${sent} sent. We do not say how many were used`
        : `${from} to ${to}: ${sent} sent, ${used} used`,
  quartersText:
    'We show a quarter once, 3 months after it ends, with what had come of its reports by then. Used means that we used a report, recorded a crime, told the people responsible for safeguarding, or passed it to another force or agency. We do not show a number below 5, or one that would give away a number below 5.',
  submissionsNone: 'Your organisation has not sent a report yet',
  submissionsNoneText: 'When a member sends one, you see its reference and status here.',
  submissionsNoMore: 'There are no older reports',
  newest: 'Newest reports',
  reference: 'Reference',
  sentOn: 'Sent',
  older: 'Older reports',
  immigration: {
    title: 'Reports that went to immigration enforcement',
    text: 'How often the police agreed to pass something from one of your organisation’s reports to immigration enforcement. Two people decide each time: one asks, and a supervisor who did not ask agrees.',
    quarter: 'Quarter',
    times: 'Times',
    months: ({ first, last }: { first: string; last: string }) => `${first} to ${last}`,
    meaning: 'What is counted, and what is not',
    counted:
      'Each time counts in the quarter in which it was agreed to. If the police take it back afterwards it still counts, because it may have been read. A quarter is shown once it is over.',
    notSaid:
      'The police do not say here which report it was, when in the quarter, or whether it had a condition. If you need to know, ask the force.',
    notCounted:
      'Not counted: what others did with information that the police gave them, and what immigration enforcement learned elsewhere. The number does not promise anything about what the police will do.',
  },
  role: { reporter: 'Writes reports', partner_lead: 'Manages the organisation' },
  memberStatus: {
    invited: 'Invited',
    active: 'Active',
    suspended: 'Suspended',
    withdrawn: 'Invitation withdrawn',
  },
  /** One member, as the lead sees them. */
  member: {
    title: 'Member',
    own: 'This is your own account. Another lead or the police can suspend it.',
    byPolice: 'The police suspended this account, so only they can restore it. Ask them if that is wrong.',
    reason: 'Reason',
    reasonHint: 'The police keep it and may read it',
    suspend: {
      active: {
        heading: 'Suspend account',
        text: 'They are signed out at once and cannot sign in. What they have sent stays.',
      },
      invited: {
        heading: 'Withdraw invitation',
        text: 'Its link stops working at once.',
      },
    },
    dangerCover:
      'They have not sent a report that says someone is in danger. Give it to a colleague who can send it now, or call 999.',
    danger:
      'They have not sent a report that says someone is in danger, and nobody else can read it. Ask them to send it before you suspend the account, or call 999.',
    asked: ({ count }: { count: number }) =>
      count === 1
        ? 'The police are waiting for their answer about 1 report. We email everyone who can see it.'
        : `The police are waiting for their answer about ${count} reports. We email everyone who can see them.`,
    notSent: ({ count }: { count: number }) =>
      count === 1
        ? 'They have started 1 report and not sent it.'
        : `They have started ${count} reports and not sent them.`,
    notSentCover: 'The agreement lets a colleague finish what they started.',
    notSentAlone:
      'The agreement lets nobody else read what they started. It is deleted if nobody sends it in time.',
    handTo: 'Who takes it on',
    handToNobody: 'Any colleague, from “Reports of colleagues”',
    restore: 'Restore account',
    restoreText: {
      suspended: 'They can sign in again with their old password.',
      withdrawn: 'A new invitation is sent to the email address above.',
    },
    done: {
      suspended: 'Account suspended. They are signed out',
      withdrawn: 'Invitation withdrawn. Its link no longer works',
      active: 'Account restored',
      invited: 'Invitation sent',
    },
  },
  inviteTitle: 'Invite someone to write reports',
  inviteText:
    'We email them a link to set a password. They can then write and send reports for your organisation.',
  inviteWho: 'Only invite people who work for your organisation and need this for their work.',
  inviteName: 'Full name',
  inviteEmail: 'Email address at work',
  inviteEmailHint: 'Their own address, not one that several people read',
  inviteSend: 'Send invitation',
  invited: 'Invitation sent',
  lostFactor: {
    link: 'A colleague has lost their second factor',
    title: 'A colleague has lost their second factor',
    lead: 'If somebody has lost their passkey or authenticator app and has no recovery code left, you can ask the force to let them start again. First make sure that it is really them who asks, and not by email.',
    who: 'Who has lost it?',
    reason: 'How do you know that it is lost, and that it is them?',
    reasonHint: 'The force reads this. Do not write anything about a report.',
    ask: 'Ask the force',
    asked: 'We have asked the force. If they agree, they tell your colleague a code by phone or in person',
  },
};
