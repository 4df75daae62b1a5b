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
    ends: 'When you save it, you are signed out everywhere else.',
    submit: 'Save new password',
    changed: 'Your password has been changed. You are signed out everywhere else',
  },
  sessions: {
    title: 'Where you are signed in',
    lead: 'If you do not recognise one of these, sign it out, change your password and tell the force.',
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
      'We send this with your reports. It is encrypted, and an officer who works on a report opens it only to call you. If you change it here, reports that you have sent do not change.',
    police: 'It is encrypted, and nobody but you can read it in the portal.',
    telephone: 'Telephone number',
    telephoneOptional: 'Telephone number (optional)',
    telephoneHint: 'A number that only you answer, if you can',
    safeTimes: 'When it is safe to call (optional)',
    safeTimesHint: 'For example, weekdays from 9am to noon. Say also whether a message may be left',
    anotherWay: 'Another way to reach you (optional)',
    anotherWayHint: 'For example, another number, an email address, or a colleague to ask for',
    save: 'Save',
    saved: 'Your contact details have been saved',
  },
  /** Where a report is sent. */
  sending: {
    heading: 'How the police can reach you',
    asked:
      'Someone may be in danger, or you want us to call you first. Give a number or another way for an officer to reach you about this report.',
    ifDanger:
      'If someone is in danger, give a number or another way for an officer to reach you about this report.',
    given: 'From your account. Officers open it only to call you about this report.',
    nothing: 'You have given no number. The police write to you here.',
    safeTimes: 'When it is safe to call',
    anotherWay: 'Another way to reach you',
    change: 'Change it for this report',
    give: 'Give a number or another way',
    none: 'I have no safe number. Write to me here',
  },
};
