import { formWords } from '#app/domain/form/words.ts';
import { counted } from '#app/domain/kernel/counted.ts';

/** Pages on which a reporter adds files to a report, and what is said of files afterwards. */
export const files = {
  title: 'Files',
  intro:
    'You can add photos or documents that you already have. Do not go and take any. Do not add case files, or anything that says who told you.',
  safety:
    'A photo can show when and where it was taken. Officers see a copy without that. Only the Force Intelligence Bureau can open the original, and we record it when they do.',
  list: 'Files you have added',
  none: 'You have not added any files.',
  add: 'Add a file',
  description: 'What does this file show? (optional)',
  descriptionHint: 'For example, the van in front of the house on Tuesday. Do not name who told you.',
  file: 'Choose a file',
  fileHint:
    'JPG, PNG, PDF, DOCX or TXT, smaller than 25MB. Up to 10 files. Save an older Word document (DOC) as DOCX or PDF first.',
  upload: 'Upload',
  full: 'You have added 10 files, the most a report can have. Remove one to add another.',
  continue: 'Continue',
  shows: 'What it shows',
  kind: 'Kind of file',
  check: 'Virus check',
  noDescription: 'Not said',
  nameLost: 'A file whose name cannot be read',
  remove: 'Remove',
  state: {
    clean: 'No virus found',
    quarantined: 'Not checked yet. You can send the report: nobody can open the file until it is checked',
    ...formWords.files.refused,
  },
  notKept: 'We did not keep it. We tell the officers who read the report that we refused a file.',
  done: {
    added: 'File uploaded',
    waiting: 'File uploaded. It has not been checked for viruses yet',
    already: 'You have added this file already',
    removed: 'File removed',
  },
  progress: {
    label: 'Upload',
    sending: 'Uploading the file',
    checking: 'Checking the file for viruses',
    failed: 'The selected file could not be uploaded – try again',
  },
  removeTitle: 'Do you want to remove this file?',
  removeText: 'It is deleted for good. The rest of the report stays.',
  removeConfirm: 'Remove file',
  keep: 'Keep it',
  task: 'Files',
  taskNone: 'Optional',
  taskNotYet: 'Cannot start yet',
  taskCount: ({ count }: { count: number }) =>
    counted(count, { one: `${count} file`, other: `${count} files` }),
  sent: 'Files you sent',
};
