/**
 * Sends an upload form by itself, so that its reader sees how far a large file is. The answer is the page that the form
 * would have led to: its main part takes the place of this one. `show` is told of it.
 */
export function enhanceUpload(form: HTMLFormElement, show: (main: Element) => void): void {
  const input = form.querySelector<HTMLInputElement>('input[type="file"]');
  const bar = form.querySelector('progress');
  const status = form.querySelector('[role="status"]');
  if (!input || !bar || !status) return;
  const { most, tooLarge, sending, checking, failed } = form.dataset;
  let under = false;
  const say = (words = '', problem = false) => {
    status.textContent = words;
    status.classList.toggle('govuk-error-message', problem);
  };
  const fail = () => {
    under = false;
    bar.hidden = true;
    say(failed, true);
  };

  form.addEventListener('submit', (event) => {
    const file = input.files?.[0];
    if (!file && !under) return;
    event.preventDefault();
    if (!file || under) return;
    if (file.size > Number(most)) {
      say(tooLarge, true);
      return;
    }
    under = true;
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.responseType = 'document';
    request.setRequestHeader('Accept', 'text/html');
    request.upload.onprogress = ({ loaded, total }) => (bar.value = total > 0 ? (100 * loaded) / total : 0);
    request.upload.onload = () => say(checking);
    request.onerror = fail;
    request.onabort = fail;
    request.onload = () => {
      const answer = request.responseXML;
      const main = answer?.querySelector('main');
      const here = document.querySelector('main');
      const { pathname, href } = new URL(request.responseURL, location.href);
      if (!answer || !main || !here) fail();
      else if (pathname !== location.pathname) location.assign(href);
      else {
        document.title = answer.title;
        history.replaceState(null, '', href);
        here.replaceWith(main);
        show(main);
      }
    };
    bar.value = 0;
    bar.hidden = false;
    say(sending);
    request.send(new FormData(form));
  });
}
