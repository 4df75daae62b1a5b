import { kindAndSize } from '#app/domain/intake/attachments/file-kinds.ts';
import type { OwnFile } from '#app/domain/intake/attachments/own-files.server.ts';
import { isRefused } from '#app/domain/intake/attachments/file-states.ts';
import { SummaryCard } from '#app/ui/govuk/SummaryCard.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { useMessages } from '#app/ui/messages.ts';

export type OwnFilesProps = {
  /** `addedAt` of a file that came after the report was sent. */
  files: readonly (OwnFile & { addedAt?: Date | null })[];
  headingLevel: 2 | 3;
  /** Left out once the report is sent. A refused file has nothing left to remove. */
  removeHref?: (fileId: string) => string;
};

/** A reporter's own files: what each is, what it shows, and whether it was checked. */
export function OwnFiles({ files, headingLevel, removeHref }: OwnFilesProps) {
  const t = useMessages();
  return files.map((file) => (
    <SummaryCard
      key={file.id}
      title={file.name ?? t.files.nameLost}
      titleClassName="portal-file-name"
      headingLevel={headingLevel}
      rows={[
        {
          key: t.files.shows,
          value: file.description === '' ? t.files.noDescription : file.description,
        },
        { key: t.files.kind, value: kindAndSize(file.kind, file.size) },
        file.addedAt ? { key: t.files.addedAt, value: <DateTime at={file.addedAt} /> } : false,
        {
          key: t.files.check,
          value: (
            <>
              {t.files.state[file.state]}
              {isRefused(file.state) ? <p className="govuk-body">{t.files.notKept}</p> : null}
            </>
          ),
        },
      ]}
      actions={
        removeHref && !isRefused(file.state) ? [{ text: t.files.remove, href: removeHref(file.id) }] : []
      }
    />
  ));
}
