import { Invalid } from '../../kernel/failures.ts';

/** What was typed cannot be saved as answers, and is kept as it is: nothing of it is lost with the page. */
export class NotFinished extends Invalid {}

/** What came of saving; null where it is kept as not finished. */
export async function unlessKept<Saved>(saving: Promise<Saved>): Promise<Saved | null> {
  try {
    return await saving;
  } catch (failure) {
    if (failure instanceof NotFinished) return null;
    throw failure;
  }
}
