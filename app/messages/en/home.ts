/** The page where everybody starts: what waits, and what the sections are for. */
export const home = {
  title: 'Home',
  greeting: 'Hello, {{name}}',
  waiting: 'Waiting for you',
  nothing: 'Nothing waits for you at the moment.',
  sections: 'What you can do here',
  waits: {
    unclaimedHigh_one: '{{count}} High submission that nobody has claimed',
    unclaimedHigh_other: '{{count}} High submissions that nobody has claimed',
    urgent_one: '{{count}} High submission in work: {{queue}}',
    urgent_other: '{{count}} High submissions in work: {{queue}}',
    overdue_one: '{{count}} overdue: {{queue}}',
    overdue_other: '{{count}} overdue: {{queue}}',
    newInformation_one: '{{count}} with new information to read: {{queue}}',
    newInformation_other: '{{count}} with new information to read: {{queue}}',
    unassigned_one: '{{count}} not claimed yet: {{queue}}',
    unassigned_other: '{{count}} not claimed yet: {{queue}}',
    mine_one: '{{count}} that you have claimed: {{queue}}',
    mine_other: '{{count}} that you have claimed: {{queue}}',
    toAcknowledge_one: '{{count}} item to acknowledge: {{queue}}',
    toAcknowledge_other: '{{count}} items to acknowledge: {{queue}}',
    rosterGaps_one: '{{count}} gap in the duty roster in the next 14 days',
    rosterGaps_other: '{{count}} gaps in the duty roster in the next 14 days',
    questions_one: '{{count}} question from the police',
    questions_other: '{{count}} questions from the police',
    drafts_one: '{{count}} report that is not sent yet',
    drafts_other: '{{count}} reports that are not sent yet',
    beingReviewed_one: '{{count}} report that the police are looking at',
    beingReviewed_other: '{{count}} reports that the police are looking at',
    invited_one: '{{count}} member who has not accepted the invitation',
    invited_other: '{{count}} members who have not accepted the invitation',
    highOverdue_one: '{{count}} High submission past its time and not claimed',
    highOverdue_other: '{{count}} High submissions past their time and not claimed',
    agreements_one: '{{count}} sharing agreement to review within 30 days',
    agreements_other: '{{count}} sharing agreements to review within 30 days',
    accountsInvited_one: '{{count}} account whose invitation is not accepted',
    accountsInvited_other: '{{count}} accounts whose invitation is not accepted',
  },
  hints: {
    reporter:
      'Write a report about possible modern slavery, send it, and follow what becomes of it. You never grade what you report: the police do.',
    partner_lead:
      'Look after your organisation’s members and sites, and see that its reports were received. You do not see what they say.',
    fib_officer:
      'Claim submissions, read and grade them, write sanitised text, pass it to the areas and answer the partner.',
    fib_supervisor:
      'Everything an FIB officer does, and: approve what needs a second person, move submissions between queues, and take what nobody has claimed.',
    spoc: 'Work on the submissions of your queue, and acknowledge the sanitised items that the Force Intelligence Bureau sends you.',
    area_lead:
      'See the figures and clocks of your area and who holds what. You do not see the text of submissions.',
    source_custodian:
      'You decide whether a sealed source record may be opened. Nobody has asked yet: requests will be listed here.',
    mds_lead: 'See what partners report, by month, against the delivery plan, and who holds what is urgent.',
    plan_contributor: 'Add evidence to the actions of the delivery plan.',
    administrator: 'Look after partner organisations and accounts. You do not see reports.',
    auditor: 'Read the audit trail: who did and read what. You see nothing else.',
  },
} as const;
