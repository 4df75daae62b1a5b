/** Words that partner pages share. */
export const common = {
  continue: 'Continue',
  back: 'Back',
  signOut: 'Sign out',
  notProvided: 'Not provided',
  thereIsAProblem: 'There is a problem',
  errorPrefix: 'Error: ',
  skipToMain: 'Skip to main content',
};
