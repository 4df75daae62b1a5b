/** What the person who adds a file is told when it is not taken (GOV.UK Design System, file upload, error messages). */
export const fileRefusals = {
  none: 'Select a file',
  empty: 'The selected file is empty',
  tooLarge: 'The selected file must be smaller than 25MB',
  kind: 'The selected file must be a JPG, PNG, PDF, DOCX or TXT',
  password: 'The selected file is password protected',
  virus: 'The selected file contains a virus',
  unscannable:
    'The selected file could not be checked for viruses. Save it in another way, for example as a PDF',
  notUploaded: 'The selected file could not be uploaded – try again',
  tooMany: 'You can only add up to 10 files to a report',
  total: 'The files of a report must be smaller than 100MB together',
  description: 'Description must be 200 characters or less',
} as const;
