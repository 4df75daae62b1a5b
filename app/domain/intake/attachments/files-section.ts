import type { DocumentEntry, DocumentSection, SubmittedDocument } from '../../form/document.ts';
import { formWords, type FormWords } from '../../form/words.ts';
import type { ListedFile } from './draft-files.server.ts';
import { kindAndSize } from './file-kinds.ts';
import { isRefused } from './file-states.ts';

export const filesSectionId = 'files';

/** The document as it is kept: with its files at the end, where there are any. */
export function withSentFiles(document: SubmittedDocument, files: readonly ListedFile[]): SubmittedDocument {
  return files.length === 0 ? document : withFiles(document, files);
}

/** The document with its files at the end, an empty section where there are none. */
export function withFiles(
  document: SubmittedDocument,
  files: readonly ListedFile[],
  t: FormWords = formWords,
): SubmittedDocument {
  return { ...document, sections: [...document.sections, filesSection(files, t)] };
}

/**
 * The files of a report as a section of the document as shown: how many, and of each what it shows and what kind it is.
 * Their own names stay out, as they may name somebody.
 */
function filesSection(files: readonly ListedFile[], t: FormWords): DocumentSection {
  const sent = files.filter(({ state }) => !isRefused(state));
  const entry = (part: string, label: string, answer: string[]): DocumentEntry => ({
    questionId: `${filesSectionId}-${part}`,
    label,
    answer,
    state: 'answered',
  });
  const entries = [
    entry('count', t.files.count, [String(sent.length)]),
    ...files.map((file) =>
      entry(String(file.number), t.files.title({ number: file.number }), [
        ...(file.description === '' ? [] : [file.description]),
        kindAndSize(file.kind, file.size),
        ...(isRefused(file.state) ? [t.files.refused[file.state]] : []),
      ]),
    ),
  ];
  return {
    sectionId: filesSectionId,
    kind: 'pages',
    title: t.files.section,
    pages: files.length === 0 ? [] : [{ pageId: filesSectionId, entries }],
    cards: [],
  };
}
