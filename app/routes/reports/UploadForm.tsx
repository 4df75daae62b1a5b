import { acceptedNames, fileLimits } from '#app/domain/intake/attachments/file-kinds.ts';
import { fileRefusals } from '#app/domain/intake/attachments/refusals.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { FileUpload } from '#app/ui/govuk/FileUpload.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import type { FieldError } from '#app/ui/layout/Form.tsx';
import { sentenceIn } from '#app/messages/words.ts';
import { useMessages } from '#app/ui/messages.ts';

export type UploadFormProps = {
  action: string;
  description: string;
  /** Of `description` at most one, of `file` one for each file that was refused. */
  errors: readonly FieldError[];
  /** How many of the same upload were taken all the same. */
  uploaded: number;
};

/**
 * Files and what they show. With the portal's script each is sent by itself and shows how far it is; without it the
 * button sends the form.
 */
export function UploadForm({ action, description, errors, uploaded }: UploadFormProps) {
  const t = useMessages();
  const of = (field: string) =>
    errors.filter((error) => error.field === field).map(({ message }) => sentenceIn(t, message));
  const [wrongDescription] = of('description');
  const refused = of('file');
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
      data-done={t.files.progress.done}
      data-failed={t.files.progress.failed}
      data-problem={t.common.thereIsAProblem}
      data-error-prefix={t.common.errorPrefix}
    >
      <h2 className="govuk-heading-m">{t.files.add}</h2>
      {uploaded > 0 ? <p className="govuk-body">{t.files.uploaded({ count: uploaded })}</p> : null}
      <Input
        name="description"
        label={t.files.description}
        hint={t.files.descriptionHint}
        error={wrongDescription}
        value={description}
        autoComplete="off"
        spellCheck
      />
      <FileUpload
        name="file"
        label={t.files.file}
        hint={t.files.fileHint}
        error={
          refused.length === 0
            ? undefined
            : refused.map((message) => (
                <span className="portal-upload__refused portal-file-name" key={message}>
                  {message}
                </span>
              ))
        }
        accept={acceptedNames}
        multiple
      />
      <ul className="govuk-list portal-upload__files" />
      <template>
        <li>
          <strong className="portal-file-name" />
          <progress className="portal-upload__bar" max={100} value={0} aria-label={t.files.progress.label} />
          <span className="portal-upload__status" />
        </li>
      </template>
      <p className="govuk-visually-hidden" role="status" />
      <Button variant="secondary">{t.files.upload}</Button>
    </form>
  );
}
