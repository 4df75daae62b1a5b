import { formWords } from '#app/domain/form/words.ts';
import { counted } from '#app/domain/kernel/counted.ts';

/** Pages on which a reporter adds files to a report, and what is said of files afterwards. */
export const files = {
  title: 'Files',
  intro:
    'You can add photos or documents that you already have. Do not go and take any. Do not add case files, or anything that says who told you.',
  safety:
    'A photo can show when and where it was taken. Officers see a copy without that. Only the Force Intelligence Bureau can open the original, and we record it when they do.',
  addTitle: 'Add files to a report you sent',
  sentAtOnce:
    'Each file goes to the police as soon as it is uploaded, and stays with the report: you cannot take it out again.',
  fullSent: 'The report has 10 files, the most it can have.',
  addedAt: 'Added',
  backToReport: 'Go back to the report',
  list: 'Files you have added',
  none: 'You have not added any files.',
  add: 'Add files',
  description: 'What do they show? (optional)',
  descriptionHint:
    'For example, the van in front of the house on Tuesday. Do not name who told you. Upload files that show different things one after another.',
  file: 'Choose files',
  fileHint:
    'You can choose several. JPG, PNG, HEIC, PDF, DOCX or TXT, each smaller than 25MB, up to 10 in a report. Save an older Word document (DOC) as a PDF first.',
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
    quarantined: 'Not checked yet. Nobody can open the file until it is. Your report does not wait for that',
    ...formWords.files.refused,
  },
  notKept: 'We did not keep it. We tell the officers who read the report that we refused a file.',
  done: {
    added: 'Upload complete',
    waiting: 'Upload complete. Not checked for viruses yet',
    already: 'You have added this already',
    sent: 'Sent to the police',
    removed: 'File removed',
  },
  /** What is wrong with one of several. */
  of: ({ name, sentence }: { name: string; sentence: string }) => `${name}: ${sentence}`,
  /** Beside files that were refused. */
  uploaded: ({ count }: { count: number }) =>
    counted(count, {
      one: 'The other file was uploaded. It is in the list.',
      other: `The other ${count} files were uploaded. They are in the list.`,
    }),
  progress: {
    label: 'Upload',
    sending: 'Uploading',
    checking: 'Checking for viruses',
    done: 'Uploaded',
    failed: 'Not uploaded, because the connection was lost. Press “Upload” to try again',
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
