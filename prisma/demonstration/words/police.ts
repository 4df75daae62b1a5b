/** What officers write in the demonstration. A question asks only for what the partner already knows. */
export const provenance = {
  direct: [
    'First-hand: seen by the person who passed it to a partner organisation.',
    'First-hand account of events that the person lived through, passed on by a partner organisation.',
  ],
  indirect: [
    'Second-hand: told to the person by others, passed on by a partner organisation.',
    'Overheard or told, passed on by a partner organisation. The first teller is not known.',
  ],
  unknown: [
    'Received by a partner organisation without a name. How it became known cannot be judged.',
    'Written material shown to a partner organisation. Who wrote it is not known.',
  ],
} as const;

export const doubts = [
  'Earlier accounts from the same place were not borne out, and there is a dispute over rent.',
  'The account changed in important points when it was repeated.',
] as const;

export const disbelief = [
  'The business closed before the dates given, so this is thought to be untrue.',
  'The same words were sent about three other addresses. This is thought to be malicious.',
] as const;

export const usage = [
  'May be used openly in a joint visit with licensing. Do not say that there was a report.',
  'May be acted on openly once FIB has agreed the day.',
] as const;

export const conditions = [
  'Do not visit the address before speaking to FIB.',
  'For local patrol knowledge only. Do not act in a way that shows how this became known.',
  'May be read out at the daily meeting. Not to be copied to other agencies.',
  'Do not stop the vehicle on this alone.',
] as const;

export const questions = [
  'Do you already know on which days this happens?',
  'You wrote that people are collected. Do you already know what colour the vehicle is?',
  'Did the address you gave have a flat number, as far as you already know?',
  'You mention a second person. Do you already have a name or a nickname for them?',
  'Is the date you gave the day it happened or the day you learned of it?',
] as const;

export const replies = [
  'It was on weekdays, as far as we know. We know nothing more about the times.',
  'We do not know more than we wrote, I am sorry.',
  'Yes, it is the flat on the first floor. That is all that we have.',
  'The name was not given to us. We will not ask again.',
  'It is the day on which it happened.',
] as const;

export const spokenReplies = [
  'Answered by telephone: the partner knows nothing beyond the report.',
  'Answered by telephone: the second house, not the first.',
] as const;

export const goOn = [
  'No answer after two weeks. Going on with what there is.',
  'The answer is no longer needed.',
] as const;

export const rejections = [
  'Thank you for sending this. It is about a noise complaint, which the council deals with. We have not kept it as intelligence.',
  'Thank you. This describes something that happened outside the United Kingdom and that we cannot act on. The helpline can tell you who to turn to.',
  'Thank you. From what you wrote we cannot tell what may be wrong here. If you come to know more in your ordinary work, please send a new report.',
] as const;

export const withdrawals = [
  'Sent by mistake: it is the same report as yesterday’s.',
  'The person it is about has asked us not to go on with it.',
  'We had the wrong address and will send it again.',
] as const;

export const askedToWithdraw = 'The family is safe now and is afraid of what police would do.';
export const withdrawalKept =
  'Thank you. Because of the danger you described we cannot let this go. We will speak to you before we do anything that could be noticed.';
export const withdrawalGranted =
  'Spoken to the partner and to children’s services: the child is safe elsewhere.';

export const reroutes = {
  known: 'The officer knows the place from an earlier report: it lies in this area.',
  back: 'This goes beyond one area. FIB should assess it.',
} as const;

export const handOvers = [
  'I am on leave from tomorrow. Grade and sanitise are still to be done.',
  'You dealt with the earlier report about this address.',
] as const;
export const releases = [
  'Called to another incident. Not started yet.',
  'On a course for the rest of the week.',
] as const;
export const takeOver = 'The officer who had it is ill. The clock is running.';

export const ownAnswers = [
  'Thank you. What you sent fitted with what was known already and has been used.',
  'Thank you for your report. It has helped us to understand what is happening in this part of town.',
  'Thank you. Your report was clear and came at the right time.',
] as const;

export const links = [
  { item: 'Protect 2', reason: 'The partner says that an earlier answer made people ready to speak.' },
  { item: 'Prevent 1', reason: 'Came in after partners were shown what to look out for.' },
  { item: 'PCC 3.3.6', reason: 'Followed an outreach visit to a community group.' },
  { item: 'PCC 3.3.5', reason: 'The victim was offered support at once.' },
] as const;

/** A link by rule that is taken away again, and why. */
export const unlinked = {
  item: 'PCC 1.4.1',
  reason:
    'Sent by the web form only because the centre was shut that day. It says nothing about reporting online.',
} as const;
