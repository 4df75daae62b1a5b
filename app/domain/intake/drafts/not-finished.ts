import { Invalid } from '../../kernel/failures.ts';

/** What was typed cannot be saved as answers, and is kept as it is: nothing of it is lost with the page. */
export class NotFinished extends Invalid {}
