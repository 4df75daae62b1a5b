/**
 * What use cases, schemas and the menu say to a partner, by the English sentence itself: they know no other language,
 * and a page looks their sentence up here (`sentenceIn`). The test of the pseudo-locale finds those that are missing.
 */
const said = [
  // The menu
  'Home',
  'Reports',
  'Your organisation',
  // Of every page
  'You are not allowed to do this',
  'Somebody else has changed this since you opened it',
  'There is a problem with what you entered',
  'Too many attempts. Wait and try again',
  'The service is busy. Try again in a few seconds',
  'The form could not be read',
  'The form is too large',
  'Part of the form did not arrive, so nothing is saved yet. Look through all of it, then send it again',
  // Signing in and invitations
  'Enter your email address',
  'Enter your password',
  'Enter a password',
  'Email address or password is wrong',
  'Too many attempts to sign in. Wait a few minutes and try again',
  'Many people are signing in now. Wait a few seconds and try again',
  'Password must be 12 characters or more',
  'Password must be 200 characters or less',
  'Enter a password that is harder to guess',
  'Enter a new password',
  'Enter your current password',
  'Current password is wrong',
  'Enter a new password that is not the current one',
  'Too many wrong passwords. Wait a few minutes and try again',
  'Too many links were asked for. Use the last one that was mailed, or wait an hour and ask again',
  'Email address must be 254 characters or less',
  // A report and its answers
  'You have 50 unsent reports. Send or delete one first',
  'Some of your answers are missing or need to be changed. Go through the list and complete them',
  'This was saved somewhere else after you opened it. Nothing has been overwritten: choose what to keep',
  'There is no open question on this report',
  'This report can no longer be withdrawn: an officer has started to assess it',
  'You have withdrawn this report already',
  'Why you want to withdraw it must be 2,000 characters or less',
  'Enter your answer',
  'Select whether anyone is in danger',
  'Enter what you want to add',
  'Select how you know this',
  'This may name or point to the person who told you. Take that out, because officers who read the report will see it. If it does not, send it as it is',
  'Answer must be 4,000 characters or less',
  'What you want to add must be 15,000 characters or less',
  'You withdrew this report. Start a new one',
  'You no longer say that someone is in danger. Check your answers and send the report',
  'You have already added this. Add anything else as information to the report',
  'Select whether a child is involved',
  'You have added to this report many times. Start a new report',
  // How somebody is reached
  'Enter a telephone number, like 07700 900123 or 0121 496 0123',
  'When it is safe to call must be 300 characters or less',
  'Another way to reach you must be 300 characters or less',
  'Enter a telephone number or another way to reach you, or say that there is no safe number',
  // Files of a report
  'Select a file',
  'The selected file is empty',
  'The selected file must be smaller than 25MB',
  'The selected file must be a JPG, PNG, PDF, DOCX or TXT',
  'The selected file is password protected',
  'The selected file contains a virus',
  'The selected file could not be checked for viruses. Save it in another way, for example as a PDF',
  'The selected file could not be uploaded – try again',
  'You can only add up to 10 files to a report',
  'The files of a report must be smaller than 100MB together',
  'Description must be 200 characters or less',
  // Members of an organisation
  'Enter an email address in the correct format, like name@example.com',
  'There is already an account with this email address',
  'Enter the person’s name',
  'Name must be 100 characters or less',
] as const;

type Sentence = (typeof said)[number];

export const sentences = Object.fromEntries(said.map((sentence) => [sentence, sentence])) as Record<
  Sentence,
  string
>;
