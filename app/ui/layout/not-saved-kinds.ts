/** An answer that was typed and could not be saved, as people read it. */
export type TypedAnswer = { label: string; words: string };

/**
 * Why what was posted could not be saved, or what was opened is not there. `sent`, `deleted`: the draft, in another tab.
 * `refused`: the report takes nothing more. `taken_over`: `by` a colleague, who has done `now` with it; `covers` whether it
 * can be taken back. `not_sent`: it may not be sent from that page any more. `too_many`: more unsent reports than may wait. `not_own`: it was typed under another account, and is
 * sealed for that. `addTo` is the report that it can be added to; `enteredFor` whether an officer entered it for a partner.
 */
export type NotSaved =
  | {
      kind: 'sent' | 'deleted' | 'refused';
      why?: string;
      answers: TypedAnswer[];
      addTo: string | null;
      enteredFor: boolean;
    }
  | {
      kind: 'taken_over';
      by: string;
      now: 'unsent' | 'sent' | 'deleted';
      covers: boolean;
      answers: TypedAnswer[];
      addTo: string | null;
    }
  | { kind: 'not_sent'; why: string; answers: TypedAnswer[]; draftId: string }
  | { kind: 'too_many'; enteredFor: boolean }
  | { kind: 'not_own'; sealed: string; to: string };

/** What a boundary was given, where it is that. */
export function notSavedOf(thrown: unknown): NotSaved | null {
  return typeof thrown === 'object' && thrown !== null && 'kind' in thrown ? (thrown as NotSaved) : null;
}
