export const identity = {
  signIn: {
    title: 'Sign in',
    email: 'Email address',
    password: 'Password',
    shared: 'I am using a public or shared computer',
    sharedHint:
      'You will be signed out sooner, after 10 minutes without use. What you have typed and not saved is then lost',
    submit: 'Sign in',
    noAccount: 'Accounts are by invitation. Ask your organisation’s lead or the force if you need one.',
    callWithout: 'You do not need to sign in to do that.',
  },
  demonstration: {
    title: 'Who you can be in this demonstration',
    password: ({ password }: { password: string }) => `Every account has the password ${password}`,
    mail: 'Read the mail of the demonstration',
    role: 'Role',
    account: 'Email address',
    what: 'What they do',
    /** As police name it. */
    roleName: ({ role }: { role: string }) => role,
  },
  stay: {
    title: 'You are still signed in',
    until: ({ minutes }: { minutes: number }) => `You are signed out after ${minutes} minutes without use.`,
    close: 'You can close this page and go on where you were.',
    note: ({ minutes }: { minutes: number }) =>
      `You are signed out after ${minutes} minutes without use. Each page you have saved is kept, and what you are typing comes back after you sign in again.`,
    noteShared: ({ minutes }: { minutes: number }) =>
      `You are signed out after ${minutes} minutes without use. Each page you have saved is kept. What you are typing is lost, because you said that others use this computer.`,
    noteLink: 'Stay signed in (opens in a new tab)',
  },
  ending: {
    title: 'You are about to be signed out',
    soonOne: 'You will be signed out in %{count} minute, because you have not used the portal for a while.',
    soonOther:
      'You will be signed out in %{count} minutes, because you have not used the portal for a while.',
    lastOne:
      'You will be signed out in %{count} minute, because you have been signed in for as long as is allowed.',
    lastOther:
      'You will be signed out in %{count} minutes, because you have been signed in for as long as is allowed.',
    kept: 'Each page you have saved is kept.',
    save: 'Save this page now.',
    stay: 'Stay signed in',
    goOn: 'Go on',
    signOut: 'Sign out',
    failed: 'That did not work. Check your connection and try again.',
    endedTitle: 'You have been signed out',
    endedText:
      'Each page you have saved is kept, and what you were typing comes back when you sign in again.',
    signInAgain: 'Sign in again',
  },
  kept: {
    save: {
      title: 'Sign in to keep what you typed',
      text: 'You were signed out while you were writing. What you typed is kept on this page until you close it. Sign in and save it.',
    },
    again: {
      title: 'Sign in to keep what you typed',
      text: 'You were signed out before this was sent. What you typed is kept on this page until you close it. Sign in and send it.',
    },
    send: {
      title: 'Your report has not been sent',
      text: 'You were signed out before you pressed “Send report”. Your answers are saved. Sign in and send the report.',
    },
    undone: {
      title: 'You have been signed out',
      text: 'You were signed out before this page was sent, so nothing has been done. If you typed something, it is kept on this page until you close it. Sign in to go back.',
    },
    notOwn: {
      title: 'What was typed belongs to another account',
      text: 'You are signed in. What was typed on this computer before was typed under another account, so it is not shown to you. It is kept on this page for up to 12 hours, until the page is closed. Whoever typed it can sign in here and save it; you are signed out then.',
    },
    after: {
      save: {
        title: 'You are signed in',
        text: 'What you typed is kept. Nothing of it has been saved yet.',
        button: 'Save what I typed',
      },
      again: {
        title: 'You are signed in',
        text: 'What you typed is kept. Nothing of it has been sent yet.',
        button: 'Go back to what I typed',
      },
      send: {
        title: 'Your report has not been sent',
        text: 'You are signed in again and your answers are saved, but the police have not received the report. Send it now.',
        button: 'Send report',
        look: 'Check your answers again first',
      },
      undone: {
        title: 'You are signed in',
        text: 'You had been signed out before the page was sent, so nothing has been done. Go back to it and do it now, if you want to.',
        typed: 'Copy what you typed before you go back.',
        button: 'Go back to the page',
      },
    },
    goOn: 'Go on with your own account',
  },
  invitation: {
    title: 'Create a password',
    lead: 'This is your account for the partner intelligence portal.',
    account: ({ email }: { email: string }) => `Your email address is ${email}`,
    password: 'Create a password',
    passwordHint: 'Use 12 characters or more. Three random words work well',
    submit: 'Save password',
  },
};
