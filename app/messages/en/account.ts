/** The page that everybody has of their own account, and how the police reach whoever sends reports. */
export const account = {
  title: 'Your account',
  of: ({ name }: { name: string }) => `Your account: ${name}`,
  name: 'Name as shown to others',
  email: 'Email address',
  organisation: 'Organisation',
  site: 'Site',
  roles: 'What you can do here',
  /** As police name it. */
  role: ({ role, area }: { role: string; area: string | null }) =>
    area === null ? role : `${role}, ${area}`,
  change: 'If your name, email address or organisation is wrong, tell the force.',
  password: {
    title: 'Change your password',
    current: 'Current password',
    password: 'New password',
    ends: 'Wherever else you are signed in, you are signed out once it is saved.',
    submit: 'Save new password',
    changed: 'Your password is changed. You are signed out everywhere else',
  },
  sessions: {
    title: 'Where you are signed in',
    lead: 'If you do not know one of these, sign it out, change your password and tell the force.',
    device: 'Device',
    deviceOn: ({ browser, system }: { browser: string; system: string }) => `${browser} on ${system}`,
    anotherBrowser: 'A browser',
    anotherSystem: 'another system',
    here: 'This device',
    shared: 'Public or shared computer',
    since: 'Signed in',
    lastUse: 'Last used',
    end: 'Sign out',
    endOthers: 'Sign out everywhere else',
    only: 'You are signed in nowhere else.',
    ended: 'Signed out there',
  },
  contact: {
    heading: 'How you can be reached',
    partner:
      'Your reports take this with them when you send them. It is encrypted, and an officer who works on a report opens it only to call you. What you change here does not change reports that you have sent.',
    police: 'It is encrypted, and nobody but you can read it in the portal.',
    telephone: 'Telephone number',
    telephoneOptional: 'Telephone number (optional)',
    telephoneHint: 'A number that only you answer, if you can',
    safeTimes: 'When it is safe to call (optional)',
    safeTimesHint: 'For example, weekdays from 9am to noon. Say also whether a message may be left',
    anotherWay: 'Another way to reach you (optional)',
    anotherWayHint: 'For example, another number, an email address, or a colleague to ask for',
    save: 'Save',
    saved: 'How you can be reached is saved',
  },
  /** Where a report is sent. */
  sending: {
    heading: 'How the police can reach you',
    asked:
      'Someone may be in danger, or you want to be called first. Give a number or another way, so that an officer can reach you about this report.',
    ifDanger:
      'If someone is in danger, give a number or another way, so that an officer can reach you about this report.',
    given: 'From your account. Officers open it only to call you about this report.',
    nothing: 'You have given no number. The police write to you here.',
    safeTimes: 'When it is safe to call',
    anotherWay: 'Another way to reach you',
    change: 'Change it for this report',
    give: 'Give a number or another way',
    none: 'There is no safe number: write to me here',
  },
};
