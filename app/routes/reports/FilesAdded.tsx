import { fileLimits } from '#app/domain/intake/attachments/file-kinds.ts';
import { isRefused } from '#app/domain/intake/attachments/file-states.ts';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { typedIn, type FormState } from '#app/ui/layout/Form.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { OwnFiles, type OwnFilesProps } from './OwnFiles.tsx';
import { UploadForm } from './UploadForm.tsx';

export type FilesAddedProps = Pick<OwnFilesProps, 'files' | 'removeHref'> & {
  title: string;
  /** Said where no more are taken. */
  full: string;
  /** Where more are sent to, and what came back from there. */
  action: string;
  posted: (FormState & { uploaded?: number }) | undefined;
};

/** The files of a report that are there, and the form for more while more are taken. */
export function FilesAdded({ title, full, files, removeHref, action, posted }: FilesAddedProps) {
  const t = useMessages();
  const taken = files.filter(({ state }) => !isRefused(state)).length;
  return (
    <>
      <section aria-labelledby="files-list" id="files-added">
        <h2 className="govuk-heading-m" id="files-list">
          {title}
        </h2>
        {files.length === 0 ? <p className="govuk-body">{t.files.none}</p> : null}
        <OwnFiles files={files} headingLevel={3} {...(removeHref ? { removeHref } : {})} />
      </section>
      {taken >= fileLimits.files ? (
        <InsetText>{full}</InsetText>
      ) : (
        <UploadForm
          action={action}
          description={typedIn(posted ?? null, 'description')}
          errors={posted?.errors ?? []}
          uploaded={posted?.uploaded ?? 0}
        />
      )}
    </>
  );
}
