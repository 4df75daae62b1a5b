/**
 * A form that asks a passkey: its button appears where the browser can, and the answer goes with the form. Without this
 * script, and in a browser that cannot, the page's other ways remain.
 */
export function askPasskey(form: HTMLFormElement, window: Window & typeof globalThis): void {
  const { PublicKeyCredential: Credential, navigator } = window;
  const [ask, without, failed] = ['ask', 'without', 'failed'].map((part) =>
    form.querySelector<HTMLElement>(`[data-passkey="${part}"]`),
  );
  const answer = form.querySelector<HTMLInputElement>('input[name="passkey"]');
  const { does, options = '' } = form.dataset;
  const can = 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in Credential;
  if (!ask || !answer || !can) return;
  ask.hidden = false;
  if (without) without.hidden = true;
  form.addEventListener('submit', (event) => {
    // What the page has to refuse makes no passkey on the device, which nobody would take away again.
    const isUnnamed = form.querySelector<HTMLInputElement>('input[name="name"]')?.value.trim() === '';
    if (answer.value !== '' || isUnnamed) return;
    event.preventDefault();
    const asked: unknown = JSON.parse(options);
    const given =
      does === 'create'
        ? navigator.credentials.create({
            publicKey: Credential.parseCreationOptionsFromJSON(
              asked as PublicKeyCredentialCreationOptionsJSON,
            ),
          })
        : navigator.credentials.get({
            publicKey: Credential.parseRequestOptionsFromJSON(asked as PublicKeyCredentialRequestOptionsJSON),
          });
    given.then(
      (credential) => {
        answer.value = JSON.stringify(credential);
        form.submit();
      },
      () => {
        if (failed) failed.hidden = false;
      },
    );
  });
}
