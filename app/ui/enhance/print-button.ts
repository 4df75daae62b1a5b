/** Puts a button that prints the page in place of the words that say how to do it without one. */
export function printButton(root: HTMLElement, window: Window): void {
  const [without, withScript] = [root.querySelector('p'), root.querySelector('div')];
  if (!without || !withScript) return;
  without.hidden = true;
  withScript.hidden = false;
  withScript.querySelector('button')?.addEventListener('click', () => {
    window.print();
  });
}
