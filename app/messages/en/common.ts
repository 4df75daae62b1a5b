/** Words that partner pages share. */
export const common = {
  continue: 'Continue',
  save: 'Save and continue',
  back: 'Back',
  cancel: 'Cancel',
  change: 'Change',
  remove: 'Remove',
  signIn: 'Sign in',
  signOut: 'Sign out',
  notProvided: 'Not provided',
  optional: '(optional)',
  thereIsAProblem: 'There is a problem',
  errorPrefix: 'Error: ',
  nav: { home: 'Home', reports: 'Reports', organisation: 'Your organisation' },
  demonstration: {
    label: 'Demonstration',
    text: 'Demonstration: everything here is invented. The portal’s time is {{time}}.',
  },
  footer: {
    signposts: 'Who to contact',
    about: 'About this service',
    help: 'Help',
    privacy: 'Privacy',
    cookies: 'Cookies',
    accessibility: 'Accessibility',
  },
  skipToMain: 'Skip to main content',
} as const;
