import { z } from 'zod';
import { clockTargetsSchema } from './clocks.ts';
import { fiveByFivePackSchema } from '#app/domain/kernel/five-by-five.ts';
import { cautiousConfidence, confidenceMatrixSchema } from '#app/domain/kernel/confidence.ts';
import { cautiousRetention, retentionSchema } from './retention.ts';
import { roleNames, roles } from '#app/domain/kernel/actor.ts';
import { namesImmigrationEnforcement } from '#app/domain/kernel/recipients.ts';
import { readOwnContact } from '../kernel/own-contacts.ts';
import { workingHoursSchema } from './clocks-calendar.ts';

const text = z.string().trim().min(1);
export const codeSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A code is lower case with hyphens');
export const daySchema = z.iso.date();

/** The contrast that small text needs on white (WCAG 2.2, 1.4.3). */
const readableContrast = 4.5;

const forceSchema = z.strictObject({
  name: text,
  shortName: text,
  portalName: text,
  /**
   * The domains of the force's own mail: a police account has an address at one of them and at no other. None in a pack that
   * was loaded before they were named: nobody of the police is invited until it is loaded again.
   */
  mailDomains: z
    .array(
      z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'A mail domain is lower case, like police.example'),
    )
    .default([]),
  /** Numbers and addresses of the force's own offices, beside its mail: nobody is alerted because two reports name one. */
  ownContacts: z
    .array(
      text.refine(
        (written) => readOwnContact(written) !== null,
        'No telephone number, mail or web address of its own, or office address with its full postcode',
      ),
    )
    .default([]),
  /** The force's own colour, "#rrggbb", for the header and for links: readable on white and under white. */
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .refine((colour) => contrastOnWhite(colour) >= readableContrast, 'The colour is too light on white'),
  /** The markings of submissions and their exports, and of aggregate figures. */
  markings: z.strictObject({ submission: text, aggregate: text }),
});

/** Who is on the duty list of High submissions, in the order in which they are told. */
export const dutyPositions = ['duty_officer', 'deputy', 'fib_supervisor', 'duty_inspector'] as const;
export const dutyPositionSchema = z.enum(dutyPositions);
export type DutyPosition = z.infer<typeof dutyPositionSchema>;

/** One step of what happens while nobody has claimed a High submission; minutes since it was submitted. */
const escalationStepSchema = z.strictObject({
  code: codeSchema,
  afterMinutes: z.int().nonnegative(),
  positions: z.array(dutyPositionSchema).min(1),
  /** The MDS lead is told who holds it, without content. */
  tellMdsLead: z.boolean(),
});
export type EscalationStep = z.infer<typeof escalationStepSchema>;

/**
 * What the force says of personal information: its data protection officer, and the ground in law on which it holds what
 * partners report of others and what it keeps of whoever has an account. None in a pack that was loaded before.
 */
const dataProtectionSchema = z.strictObject({
  officer: z.strictObject({ name: text, email: z.email() }),
  reports: text,
  accounts: text,
});

const signpostSchema = z.strictObject({
  code: codeSchema,
  name: text,
  phone: text,
  text,
  /** Where its own opening hours are found; the portal promises none. */
  url: z.url({ protocol: /^https$/ }).nullable(),
});

/** Said everywhere to whoever is in danger or knows of it: the force's own words, which it has confirmed. */
const emergencySchema = z
  .strictObject({
    number: z.string().regex(/^\d+$/),
    /** One sentence that says the number, which pages of partners and of the public make a link. */
    call: text,
    /** Beside each such link: whoever controls a phone may read its list of calls. */
    listed: text,
    notWatched: text,
    /** For whoever cannot speak, hear or be heard; a link leads to the service's own page. */
    otherWays: z
      .array(
        z.strictObject({
          who: text,
          how: text,
          link: z.strictObject({ url: z.url({ protocol: /^https$/ }), name: text }).optional(),
        }),
      )
      .min(1),
  })
  .refine(({ number, call }) => call.includes(number), 'The sentence does not say the number to call');
export type EmergencyWords = z.infer<typeof emergencySchema>;

/** Who outside the force always gets items, as the force names them, and which post there receives them. */
const recipientSchema = z
  .strictObject({
    code: codeSchema,
    kind: z.enum(['rocu', 'other_force', 'other_agency', 'immigration_enforcement']),
    name: text,
    post: text,
  })
  .refine(
    ({ kind, name }) => kind === 'immigration_enforcement' || !namesImmigrationEnforcement(name),
    'Its kind is immigration_enforcement, to which nothing goes on one person’s word',
  );

/** Whoever is in a group of the force's directory holds the role, in those areas alone where it names any. */
const directoryGroupSchema = z
  .strictObject({
    /** As the directory writes it in its claim: a name, or an id where it gives ids. */
    group: text,
    role: z.enum(roleNames.filter((role) => roles[role].side === 'police')),
    areas: z.array(text).default([]),
  })
  .refine(({ role, areas }) => areas.length === 0 || roles[role].byArea, {
    error: 'Only SPOCs and area leads are limited to areas',
  })
  .refine(({ role, areas }) => role !== 'area_lead' || areas.length > 0, {
    error: 'A group of area leads names their areas',
  });
export type DirectoryGroup = z.infer<typeof directoryGroupSchema>;

const named = z.array(z.strictObject({ code: text, name: text }));

/**
 * A community that the plan names. Which languages and nationalities belong to it is the pack's reading, for the force
 * to confirm; the codes are those of the form (ISO 639-1, ISO 3166-1 alpha-2).
 */
const communitySchema = z.strictObject({
  code: codeSchema,
  name: text,
  languages: named.min(1),
  nationalities: named.min(1),
});

const risingFromZero = (steps: EscalationStep[]): boolean =>
  steps[0]?.afterMinutes === 0 &&
  steps.every((step, index) => index === 0 || step.afterMinutes > (steps[index - 1]?.afterMinutes ?? 0));

const tellsEverybody = (steps: EscalationStep[]): boolean => {
  const told = new Set(steps.flatMap((step) => step.positions));
  return dutyPositions.every((position) => told.has(position));
};

/** The settings of a force that the portal reads while it runs: kept as one row, without the larger lists. */
export const packSettingsSchema = z.strictObject({
  code: codeSchema,
  force: forceSchema,
  workingHours: workingHoursSchema,
  clocks: clockTargetsSchema,
  /** After how many days an unanswered question to the partner no longer stops the clocks. */
  clarification: z.strictObject({ pauseEndsAfterDays: z.int().positive() }),
  /** How soon a step that one person took alone on a High item must be approved by another, in minutes of real time. */
  approvalAfterwards: z.strictObject({ minutes: z.int().positive() }),
  /**
   * Which confidence an item has by source and assessment. A grade keeps the one it was given with, so a change here
   * alters no grade that stands. A pack that was loaded before the table was the force's own names none.
   */
  confidence: confidenceMatrixSchema.default(cautiousConfidence),
  /** Of the grading scheme before 3x5x2, where reports of its time are handled; null where there are none. */
  fiveByFive: fiveByFivePackSchema.nullable().default(null),
  escalation: z
    .array(escalationStepSchema)
    .refine(risingFromZero, 'The first step is at 0 minutes and each later one later')
    .refine(tellsEverybody, 'Every position of the duty list must be told at some step'),
  drafts: z.strictObject({ expireAfterDays: z.int().positive() }),
  /** How long what the portal holds is kept. A pack that was loaded before names none. */
  retention: retentionSchema.default(cautiousRetention),
  dataProtection: dataProtectionSchema.nullable().default(null),
  sessions: z.strictObject({
    idleMinutes: z.int().positive(),
    absoluteHours: z.int().positive(),
    sharedComputerIdleMinutes: z.int().positive(),
    sharedComputerAbsoluteHours: z.int().positive(),
  }),
  /**
   * Where "Exit this page" leads: somebody else's everyday page, which says nothing of the person who opens it. A pack
   * that was loaded before there was the button names none.
   */
  exit: z
    .strictObject({ url: z.url({ protocol: /^https$/ }) })
    .default({ url: 'https://www.bbc.co.uk/weather' }),
  emergency: emergencySchema,
  /** Who else can be called where this portal can't help. */
  signposts: z.array(signpostSchema),
  /** A pack that was loaded before items left the force names none. */
  recipients: z
    .array(recipientSchema)
    .refine((all) => new Set(all.map(({ code }) => code)).size === all.length, 'Two recipients have one code')
    .default([]),
  /** With single sign-on: which groups of the directory are which roles. Who is in none of them gets in nowhere. */
  directoryGroups: z.array(directoryGroupSchema).default([]),
  communities: z.array(communitySchema),
  /** The version of the form that partners are asked to agree, of the shape that the area of the form gives it; or null. */
  proposedForm: z.json().default(null),
  /** Of the area and postcode data, shown where the data is used. */
  attribution: text,
  /** How the areas of the force have changed, in words. */
  history: z.array(text),
});
export type PackSettings = z.infer<typeof packSettingsSchema>;

/** The part of a colour's light, 0 to 1, as WCAG 2.2 defines relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of a colour, "#rrggbb", with white: from 1 (white) to 21 (black). */
export function contrastOnWhite(colour: string): number {
  return 1.05 / (luminance(colour) + 0.05);
}
