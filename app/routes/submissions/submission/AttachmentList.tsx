import type { Attachment } from '#app/domain/intake/attachments/attachments-of.server.ts';
import { fileKinds, kindAndSize } from '#app/domain/intake/attachments/file-kinds.ts';
import type { FileState } from '#app/domain/intake/attachments/file-states.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { SummaryCard } from '#app/ui/govuk/SummaryCard.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import type { SummaryAction } from '#app/ui/govuk/SummaryList.tsx';
import { Tag, type TagColour } from '#app/ui/govuk/Tag.tsx';

export type AttachmentListProps = {
  files: readonly Attachment[];
  hrefs: {
    view: (attachmentId: Id<'Attachment'>) => string;
    original: (attachmentId: Id<'Attachment'>) => string;
  };
};

const states: Record<FileState, { text: string; colour: TagColour; more?: string }> = {
  clean: { text: 'No virus found', colour: 'green' },
  quarantined: {
    text: 'In quarantine',
    colour: 'yellow',
    more: 'Not scanned yet. It is tried again by itself, and nobody can open the file until it is found clean.',
  },
  virus: { text: 'Refused', colour: 'red', more: 'It contained a virus and was not kept.' },
  password: { text: 'Refused', colour: 'red', more: 'It was password protected and was not kept.' },
  unscannable: {
    text: 'Refused',
    colour: 'red',
    more: 'The scanner could not look into it, and it was not kept.',
  },
  unreadable: {
    text: 'Refused',
    colour: 'red',
    more: 'The photo could not be opened, and it was not kept. Its sender was asked for a JPG.',
  },
};

/** The files of a submission, for officers who may read the original text. Opening one is recorded. */
export function AttachmentList({ files, hrefs }: AttachmentListProps) {
  if (files.length === 0) return <p className="govuk-body">No files were sent with this report.</p>;
  return (
    <>
      {files.some(({ viewable }) => viewable !== null) ? (
        <InsetText>
          Opening a file is recorded. Documents may name people and keep who wrote them: sanitise before you
          pass one on.
        </InsetText>
      ) : null}
      {files.map((file) => (
        <SummaryCard
          key={file.id}
          title={`File ${file.number}`}
          headingLevel={3}
          rows={[
            { key: 'What it shows', value: file.description === '' ? 'Not said' : file.description },
            { key: 'Its own name', value: <OwnName name={file.name} /> },
            { key: 'Kind', value: kindAndSize(file.kind, file.size) },
            file.addedAt !== null && { key: 'Added after sending', value: <DateTime at={file.addedAt} /> },
            { key: 'Virus check', value: <State file={file} /> },
          ]}
          actions={actionsOf(file, hrefs)}
        />
      ))}
    </>
  );
}

function OwnName({ name }: { name: string | null }) {
  return name === null ? (
    'It does not open. Tell whoever runs the portal.'
  ) : (
    <span className="portal-file-name">{name}</span>
  );
}

function State({ file }: { file: Attachment }) {
  const { text, colour, more } = states[file.state];
  const noCopy = file.state === 'clean' && file.viewable === null;
  return (
    <>
      <Tag colour={colour}>{text}</Tag>
      {more ? <p className="govuk-body-s">{more}</p> : null}
      {noCopy ? (
        <p className="govuk-body-s">No copy without metadata could be made. FIB can open the original.</p>
      ) : null}
    </>
  );
}

function actionsOf(file: Attachment, hrefs: AttachmentListProps['hrefs']): SummaryAction[] {
  const view = fileKinds[file.kind].copy === null ? 'Download' : 'Download copy without metadata';
  return [
    ...(file.viewable === null ? [] : [{ text: view, href: hrefs.view(file.id) }]),
    ...(file.mayOpenOriginal
      ? [{ text: 'Download original with metadata', href: hrefs.original(file.id) }]
      : []),
  ];
}
