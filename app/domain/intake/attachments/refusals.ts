/** What the person who adds a file is told when it is not taken (GOV.UK Design System, file upload, error messages). */
export const fileRefusals = {
  none: 'Select a file',
  empty: 'The selected file is empty',
  tooLarge: 'The selected file must be smaller than 25MB',
  oneTooLarge:
    'Each file must be smaller than 25MB. One is larger: it was not uploaded, and neither was any chosen after it',
  kind: 'The selected file must be a JPG, PNG, HEIC, PDF, DOCX or TXT',
  name: 'The name of the selected file does not match what is in it. Open it, save it as a JPG, PNG, PDF, DOCX or TXT, and select that',
  markup:
    'The selected file is a web page or a drawing that could run a program. Print it to a PDF, or take a picture of the screen, and select that',
  password: 'The selected file is password protected',
  virus: 'The selected file contains a virus',
  unscannable:
    'The selected file could not be checked for viruses. Save it in another way, for example as a PDF',
  unreadable:
    'The selected photo could not be opened. Send it as a JPG: on an iPhone select it again, press “Options” and then “Most Compatible”. On a computer, open it and save it as a JPG',
  slow: 'The connection was too slow for the selected file, and it was not uploaded – try again where it is better',
  notUploaded: 'The selected file could not be uploaded – try again',
  tooMany: 'You can only add up to 10 files to a report',
  total: 'The files of a report must be smaller than 100MB together',
  description: 'Description must be 200 characters or less',
} as const;
