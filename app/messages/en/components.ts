/** What components say by themselves. A script puts a number in place of `%{count}` while somebody types. */
export const components = {
  error: 'Error',
  warning: 'Warning',
  success: 'Success',
  important: 'Important',
  password: {
    show: 'Show',
    hide: 'Hide',
    showLabel: 'Show password',
    hideLabel: 'Hide password',
    shown: 'Your password is visible',
    hidden: 'Your password is hidden',
  },
  exit: {
    activated: 'Loading.',
    timedOut: 'Exit this page expired.',
    twoMore: 'Shift, press 2 more times to exit.',
    oneMore: 'Shift, press 1 more time to exit.',
  },
  characters: {
    underOne: 'You have %{count} character remaining',
    underOther: 'You have %{count} characters remaining',
    atLimit: 'You have 0 characters remaining',
    overOne: 'You have %{count} character too many',
    overOther: 'You have %{count} characters too many',
  },
};
