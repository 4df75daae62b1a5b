import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { SubmittedDocument } from '../../form/document.ts';
import { formOfVersion } from '../../form/forms.server.ts';
import { distinctWords } from '../../intake/sources/refuse-sealed-words.server.ts';
import { matcherOf } from '../../intake/sources/telling-words.ts';
import { sealedMatcher } from '../../intake/sources/sealed-words.server.ts';
import { matchesOf, patterns } from '../../kernel/text-patterns.ts';
import type { ContactWays } from '../../people/contact/contact-ways.ts';
import { accountPlace, openWays, reportPlace } from '../../people/contact/sealed-ways.ts';
import { ownWords, shortestOwnWords } from './sanitisation-copied.ts';
import { readSupplements } from '../../submission/supplements.server.ts';
import { narrowingMark, narrowingPlaces, narrows } from './narrowing.ts';
import { checkSanitised, messages, type SanitisationWarning } from './sanitisation.ts';
import { soleSectors } from './sole-sectors.server.ts';

/**
 * A warning with the passage it is about, for the officer at the screen: the passage is never stored with it. `mark`
 * stands for what points at few people, of which the officer says whether it stays; null where nothing is asked.
 */
export type ShownWarning = SanitisationWarning & { passage: string; mark: string | null };

/** A text with more words than this that the report does not have is told that it holds sealed words, not which. */
const mostStrangers = 200;

/** What the text must not hold of each person on the partner's side who wrote something of the report. */
const person = { id: true, displayName: true, email: true, contactSealed: true } as const;

/**
 * The numbers and addresses by which they are reached, of this report or of any. They are opened here to be held against a
 * text, and leave the server only in a passage that the officer wrote.
 */
function contactsOf(ways: readonly ContactWays[]): { phones: string[]; emails: string[] } {
  const texts = ways.flatMap(({ telephone, anotherWay }) => [telephone, anotherWay]).join('\n');
  const written = (pattern: RegExp) => [...matchesOf(pattern, texts)].map((match) => match.written);
  return { phones: written(patterns.phone), emails: written(patterns.email) };
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)];

/**
 * Holds texts that are about to leave FIB against everything that could give the source away: the original, what the
 * partner added and answered, the names and contacts of whoever wrote it, and the words of the sealed record. The check
 * against the record is an event.
 */
export async function checkForRelease(
  tx: Tx,
  ctx: Ctx,
  submissionId: Id<'Submission'>,
  texts: readonly string[],
): Promise<ShownWarning[][]> {
  const submission = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: {
      submittedByAccount: { select: person },
      organisation: {
        select: {
          name: true,
          formerNames: { select: { name: true } },
          organisationSites: { select: { name: true } },
        },
      },
      supplements: { select: { addedByAccount: { select: person } } },
      partnerMessages: {
        where: { direction: 'to_police' },
        select: { text: true, author: { select: person } },
        orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
      },
      submissionContent: { select: { document: true } },
      contactRecord: { select: { sealed: true } },
    },
  });
  const { organisation, submissionContent, partnerMessages, contactRecord } = submission;
  const document = submissionContent?.document as SubmittedDocument;
  // Colleagues answer and add under their own names.
  const writers = [
    submission.submittedByAccount,
    ...submission.supplements.map(({ addedByAccount }) => addedByAccount),
    ...partnerMessages.map(({ author }) => author),
  ];
  const contacts = contactsOf([
    ...(contactRecord?.sealed
      ? [openWays(ctx.keyring, contactRecord.sealed, reportPlace(submissionId))]
      : []),
    ...writers.flatMap(({ id, contactSealed }) =>
      contactSealed === null ? [] : [openWays(ctx.keyring, contactSealed, accountPlace(id))],
    ),
  ]);
  const matcher = await sealedMatcher(tx, ctx, submissionId, matcherOf);
  const supplements = (await readSupplements(tx, submissionId)).map(({ text }) => text);
  const form = await formOfVersion(tx, document.version);
  const sectors = await soleSectors(tx, ctx, form, submissionId);
  const [original = '', ...others] = [
    ...ownWords(form, document),
    ...[...supplements, ...partnerMessages.map(({ text }) => text)].filter(
      (text) => text.length >= shortestOwnWords,
    ),
  ];
  const checked = texts.map((text) => {
    const warnings = checkSanitised({
      raw: original,
      sanitised: text,
      submitterNames: distinct(writers.map(({ displayName }) => displayName)),
      organisationNames: [organisation, ...organisation.formerNames, ...organisation.organisationSites].map(
        ({ name }) => name,
      ),
      partnerContacts: {
        phones: distinct(contacts.phones),
        emails: distinct([...writers.map(({ email }) => email), ...contacts.emails]),
        postcodes: [],
      },
      ...(matcher ? { sealedMatcher: matcher } : {}),
    });
    const copied = others.flatMap((raw) => copiedWarnings(raw, text));
    const narrow = narrowingPlaces(text, { soleSectors: sectors }).map((place) => ({
      ...place,
      message: messages[place.kind],
    }));
    const found = once([...warnings, ...copied, ...narrow]);
    return withoutNames(text, [original, ...others], found).map((warning) => {
      const passage = text.slice(warning.start, warning.end);
      return { ...warning, passage, mark: narrows(warning) ? narrowingMark(warning.kind, passage) : null };
    });
  });
  if (matcher) await recordFound(tx, ctx, submissionId, checked.flat());
  return checked;
}

async function recordFound(
  tx: Tx,
  ctx: Ctx,
  submissionId: Id<'Submission'>,
  warnings: readonly SanitisationWarning[],
): Promise<void> {
  await record(tx, ctx, {
    type: 'source.words_checked',
    data: { found: warnings.filter(({ kind }) => kind === 'sealed_source').length },
    subject: { type: 'submission', id: submissionId },
  });
}

/** The same event for a check whose transaction was given up, though the officer is told what it found. */
export async function recordWordsChecked(
  tx: Tx,
  ctx: Ctx,
  submissionId: Id<'Submission'>,
  warnings: readonly SanitisationWarning[],
): Promise<void> {
  if ((await tx.sourceRecord.count({ where: { submissionId } })) > 0)
    await recordFound(tx, ctx, submissionId, warnings);
}

/** Each warning once about the same passage: the partner may have given the same words to several questions. */
function once(warnings: readonly SanitisationWarning[]): SanitisationWarning[] {
  const found = new Map(
    warnings.map((warning) => [`${warning.kind} ${warning.start} ${warning.end}`, warning]),
  );
  return [...found.values()];
}

/** Whoever tries a list of names learns that one of them is in the sealed record, not which. */
function withoutNames(
  text: string,
  raws: readonly string[],
  warnings: SanitisationWarning[],
): SanitisationWarning[] {
  const known = distinctWords(raws);
  const strangers = [...distinctWords([text])].filter((word) => !known.has(word));
  const others = warnings.filter(({ kind }) => kind !== 'sealed_source');
  if (strangers.length <= mostStrangers || others.length === warnings.length) return warnings;
  const message =
    'Words of this text stand in the sealed record of the source. It has too many words that the report does not have to show which: shorten it.';
  return [...others, { kind: 'sealed_source', start: 0, end: text.length, message }];
}

const copiedWarnings = (raw: string, sanitised: string): SanitisationWarning[] =>
  checkSanitised({ raw, sanitised, submitterNames: [], organisationNames: [] }).filter(
    ({ kind }) => kind === 'copied',
  );
