import { acceptedNames, fileLimits } from '#app/domain/intake/attachments/file-kinds.ts';
import { fileRefusals } from '#app/domain/intake/attachments/refusals.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { FileUpload } from '#app/ui/govuk/FileUpload.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { sentenceIn } from '#app/messages/words.ts';
import { useMessages } from '#app/ui/messages.ts';

export type UploadFormProps = {
  action: string;
  description: string;
  /** By field: `description`, `file`. */
  errors: Readonly<Record<string, string>>;
};

/** One file and what it shows. With the portal's script it shows how far the file is; without it the button sends the form. */
export function UploadForm({ action, description, errors }: UploadFormProps) {
  const t = useMessages();
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={action}
      noValidate
      data-module="portal-upload"
      data-most={fileLimits.bytes}
      data-too-large={t.sentences[fileRefusals.tooLarge]}
      data-sending={t.files.progress.sending}
      data-checking={t.files.progress.checking}
      data-failed={t.files.progress.failed}
    >
      <h2 className="govuk-heading-m">{t.files.add}</h2>
      <Input
        name="description"
        label={t.files.description}
        hint={t.files.descriptionHint}
        error={errors.description && sentenceIn(t, errors.description)}
        value={description}
        autoComplete="off"
        spellCheck
      />
      <FileUpload
        name="file"
        label={t.files.file}
        hint={t.files.fileHint}
        error={errors.file && sentenceIn(t, errors.file)}
        accept={acceptedNames}
      />
      <div className="portal-upload">
        <progress
          className="portal-upload__bar"
          max={100}
          value={0}
          aria-label={t.files.progress.label}
          hidden
        />
        <p className="govuk-body portal-upload__status" role="status" />
      </div>
      <Button variant="secondary" preventDoubleClick>
        {t.files.upload}
      </Button>
    </form>
  );
}
