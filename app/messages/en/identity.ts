export const identity = {
  signIn: {
    title: 'Sign in',
    email: 'Email address',
    password: 'Password',
    shared: 'I am using a public or shared computer',
    sharedHint:
      'We sign you out sooner, after 10 minutes without use. You lose anything you have typed and not saved',
    submit: 'Sign in',
    noAccount: 'You need an invitation to get an account. Ask your organisation’s lead or the force.',
    callWithout: 'You do not need to sign in to do that.',
  },
  /** Whoever signs in whose organisation the force has suspended. */
  suspended: {
    title: 'Your organisation’s access is suspended',
    lead: 'The force has suspended your organisation’s access to the portal. Until that is lifted you cannot read or write anything here.',
    sent: 'The police keep what your organisation has sent. They carry on working on it. Any answers they owe you will be here when your access is restored. We also keep what you have started and not sent.',
    danger: 'Someone is in danger: send a report now',
    dangerText:
      'You can still send a report about danger. The police see that your organisation is suspended.',
    dangerLead:
      'You can send this report even though your organisation’s access is suspended. The police see that it is suspended. You cannot read the report here afterwards.',
    dangerNext: 'Write the reference down. It goes to the police officer on duty.',
    begun:
      'You began a report about danger and have not sent it. You can send it from here, with everything that you have written in it.',
    sendBegun: 'Send the report that you last saved on',
    begunLead: 'Everything that you have written in this report is sent with it.',
    leads:
      'If somebody is in danger, call 999. Your colleagues who write reports can still send one about danger.',
    ask: 'If you do not know why, or need an answer that cannot wait, ask the force. Do not write anything about a report by email.',
  },
  /** Where police sign in with the directory of the force. */
  forceAccount: {
    heading: 'Police officers and staff',
    signIn: 'Sign in with your force account',
    /** On a page that holds what somebody typed, which must stay open. */
    kept: 'Leave this page open, so that what you typed is kept. Sign in in a new tab, then come back here.',
    signInNewTab: 'Sign in with your force account (opens in a new tab)',
    goOn: 'I have signed in',
    notYet: 'You are not signed in yet. Sign in with your force account, or above',
  },
  demonstration: {
    title: 'Who you can be in this demonstration',
    password: ({ password }: { password: string }) => `Every account has the password ${password}`,
    factor:
      'Anyone may know it, so a second factor is only offered here. In real use, police and partner leads must have one.',
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
    close: 'You can close this page and carry on where you were.',
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
    goOn: 'Continue',
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
      text: 'You are signed in. Somebody typed something on this computer under another account, so we do not show it to you. This page keeps it until you close it, for up to 12 hours. The person who typed it can sign in here and save it. That signs you out.',
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
      proved: {
        title: 'You have confirmed that it is you',
        text: 'What you typed is kept. Nothing of it has been sent yet.',
        button: 'Send what I typed',
      },
    },
    goOn: 'Continue with your own account',
  },
  confirm: {
    title: 'Confirm that it is you',
    lead: 'You cannot undo what you are about to do, so we check again that it is you. We do not ask again for 10 minutes.',
    kept: 'What you typed is kept on this page. Nothing of it has been sent yet.',
    password: 'Your password',
    submit: 'Confirm',
    atForce: 'Confirm with your force account',
    atForceNewTab: 'Confirm with your force account (opens in a new tab)',
    goOn: 'I have confirmed',
    notYet: 'You have not confirmed yet. Confirm with your force account, then come back here',
  },
  invitation: {
    title: 'Create a password',
    lead: 'This is your account for the partner intelligence portal.',
    password: 'Create a password',
    submit: 'Save password',
    accepted: {
      title: 'Your account is open',
      text: 'This invitation has been used to create a password. Sign in with your email address and that password.',
      signIn: 'Sign in',
      forgotten: 'I have forgotten my password',
    },
    withdrawn: {
      title: 'This invitation was withdrawn',
      text: 'The person who sent it has withdrawn it.',
      expected: 'If you expected an account, ask the person who invited you.',
      unexpected: 'If you did not expect it, you do not need to do anything.',
    },
    elsewhere: {
      title: 'Sign in with your force account',
      text: 'Police sign in with their force account, so you set no password here.',
    },
    over: {
      title: 'This invitation no longer works',
      text: 'An invitation works once, for 7 days. A newer one replaces it.',
      newest: 'Use the newest invitation in your email. Make sure you open the whole address.',
      ask: 'If there is no newer one, ask the person who invited you to send another.',
      signIn: 'If you have created a password before, sign in with it.',
    },
  },
  /** For every password that is set. */
  passwordHint: 'Use 12 characters or more. Three random words work well',
  forgotten: {
    link: 'I have forgotten my password',
    title: 'Set a new password',
    lead: 'Enter the email address of your account. We email you a link to set a new password.',
    email: 'Email address',
    submit: 'Send the link',
  },
  resetAsked: {
    title: 'Check your email',
    lead: 'If there is an account with the address you entered, we have emailed a link to it. The link works once, for 30 minutes.',
    noneHeading: 'If no email comes within a few minutes',
    spam: 'If it does not arrive, look in your junk mail and check that you entered the right address. You can ask again.',
    invited:
      'If you were invited and have not created a password yet, use the link in your invitation, or ask the person who invited you for another.',
    suspended:
      'We send no link to a suspended account. Ask your organisation’s lead or the force about yours.',
    police: 'Police sign in with their force account and get no link.',
    why: 'This page says the same whether or not there is an account, so that nobody finds out who has one.',
    again: 'Ask for another link',
  },
  reset: {
    title: 'Set a new password',
    ends: 'When you save the new password, you are signed out everywhere.',
    password: 'New password',
    submit: 'Save new password',
    used: {
      title: 'A new password has been set',
      text: 'This link has been used, or your password was changed after it was sent. Sign in with your new password.',
      signIn: 'Sign in',
      notYou:
        'If you have not set a new password, somebody else may read your email. Ask for a new link now, and tell the force.',
      again: 'Ask for a new link',
    },
    over: {
      title: 'This link no longer works',
      text: 'A link for a new password works once, for 30 minutes. Make sure you open the whole address from the email.',
      again: 'Ask for a new link',
    },
  },
};
