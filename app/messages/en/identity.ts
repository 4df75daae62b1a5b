export const identity = {
  signIn: {
    title: 'Sign in',
    email: 'Email address',
    password: 'Password',
    shared: 'I am using a public or shared computer',
    sharedHint: 'You will be signed out sooner, after 10 minutes without use',
    submit: 'Sign in',
    emailMissing: 'Enter your email address',
    passwordMissing: 'Enter your password',
    noAccount: 'Accounts are by invitation. Ask your organisation’s lead or the force if you need one.',
    emergency: 'If someone is in danger now, call 999. You do not need to sign in to do that.',
    limited:
      'Too many attempts to sign in. Wait a few minutes and try again. If someone is in danger, call 999. To report something else, call 101.',
  },
  kept: {
    title: 'Sign in to keep what you typed',
    text: 'You were signed out while you were writing. What you typed is kept on this page until you close it. Sign in and save it.',
    back: 'You are signed in',
    backText: 'What you typed is kept. Nothing of it has been saved yet.',
    save: 'Save what I typed',
  },
  invitation: {
    title: 'Create a password',
    lead: 'This is your account for the partner intelligence portal.',
    account: 'Your email address is {{email}}',
    password: 'Create a password',
    passwordHint: 'Use 12 characters or more. Three random words work well',
    passwordMissing: 'Enter a password',
    submit: 'Save password',
    done: 'Your password is saved. Sign in to start.',
  },
} as const;
