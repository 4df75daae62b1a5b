import type { Posted } from '#app/domain/form/read-posted.ts';
import type { PlainAction } from '#app/domain/submission/actions.ts';
import type { PostedGrade } from '#app/domain/triage/items/grade-item.server.ts';
import type { Means, OutsideStep } from '#app/domain/kernel/recipients.ts';
import type { Outcome } from '#app/domain/kernel/outcomes.ts';
import type { PlanDeed } from './plan-work.ts';

/** What somebody does with a report. Items are counted from 1, people named by e-mail address, queues by code. */
export type Deed =
  /** `reportedBy`: by an officer, for the partner who telephoned or wrote on paper. */
  | { do: 'start'; reportedBy?: string; channel?: 'telephone' | 'paper' }
  | { do: 'save_page'; pageId: string; posted: Posted }
  | { do: 'save_item'; sectionId: string; posted: Posted }
  | { do: 'submit' }
  | { do: 'tell_high' }
  | { do: 'open' }
  | { do: 'act'; action: PlainAction | 'accept'; comment: string }
  | { do: 'hand_over'; colleague: string; comment: string }
  | { do: 'reroute'; queue: string; comment: string }
  | { do: 'create_item'; title: string }
  | { do: 'grade'; item: number; posted: PostedGrade }
  | { do: 'sanitise'; item: number; text: string }
  | { do: 'approve'; item: number; version: number }
  | { do: 'disseminate'; item: number; queue: string; conditions: string }
  /** Let out of the force; `body` and `post` where the pack does not name who `recipient` is. */
  | {
      do: 'let_out';
      item: number;
      recipient: string;
      body: string;
      post: string;
      reason: string;
      conditions: string;
    }
  | { do: 'tell_lead'; item: number; reason: string; conditions: string }
  /** `sentTo`: the code of a queue or of a recipient outside the force, or `mds_lead`. */
  | { do: 'acknowledge'; item: number; sentTo: string }
  | {
      do: 'record_step';
      item: number;
      sentTo: string;
      step: OutsideStep;
      means: Means;
      with: string;
      note: string;
    }
  | { do: 'recall'; item: number; sentTo: string; reason: string }
  | { do: 'ask'; comment: string }
  | { do: 'reply'; comment: string }
  | { do: 'read_reply' }
  | { do: 'reject'; comment: string }
  | { do: 'withdraw'; comment: string }
  | { do: 'refuse_withdrawal'; comment: string }
  | { do: 'close'; outcome: Outcome; comment: string }
  | { do: 'link'; item: string; reason: string }
  | { do: 'unlink'; item: string; reason: string }
  | { do: 'read_answer' }
  | PlanDeed;

/** A deed with its time and who does it: an e-mail address, or null for the portal itself. */
export type Step = Deed & { at: Date; by: string | null };

/** Writes down deeds one after the other, each later than the one before. */
export type Course = {
  steps: Step[];
  /** The time of the last step. */
  now: () => Date;
  /** Lets time pass: between so many minutes of the course's own kind of time. */
  wait: (from: number, to: number) => void;
  /** Lets so many minutes of a working day pass while others, such as the partner, take their time. */
  rest: (from: number, to: number) => void;
  by: (who: string | null, ...deeds: Deed[]) => void;
};
