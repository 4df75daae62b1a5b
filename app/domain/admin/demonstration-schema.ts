import { z } from 'zod';
import { roleNames, roles } from '#app/domain/kernel/actor.ts';
import { organisationKinds } from '#app/domain/kernel/report-labels.ts';
import type { ForcePack } from './pack-schema.ts';
import { codeSchema, daySchema, dutyPositions, dutyPositionSchema } from '../force/pack-settings.ts';

const siteSchema = z.strictObject({
  name: z.string().min(1),
  /** Code of the area in which it stands. */
  area: z.string().min(1),
  accreditedOn: daySchema.nullable(),
});

const organisationSchema = z.strictObject({
  code: codeSchema,
  name: z
    .string()
    .regex(/\bExample\b|\bSample\b|\bSpecimen\b/, 'A fictional organisation says so in its name'),
  kind: z.enum(organisationKinds),
  networkMember: z.boolean(),
  agreementReference: z.string().nullable(),
  agreementReviewOn: daySchema.nullable(),
  /** What the agreement allows besides, when it was agreed and by whom. */
  agreed: z
    .strictObject({
      on: daySchema,
      by: z.string().min(1),
      fullCopy: z.boolean(),
      cover: z.boolean(),
    })
    .optional(),
  sites: z.array(siteSchema),
});

const accountSchema = z.strictObject({
  email: z.string().regex(/^[a-z0-9.-]+@[a-z0-9.-]+\.example$/, 'A demonstration address ends in .example'),
  displayName: z.string().min(1),
  /** Codes of the organisation and name of its site; null on the police side, or without a site. */
  organisation: z.string().nullable(),
  site: z.string().nullable(),
  /** Numbers that Ofcom keeps free for drama. */
  phone: z
    .string()
    .regex(/^01632 960\d{3}$/)
    .nullable(),
  roles: z.array(z.strictObject({ role: z.enum(roleNames), area: z.string().nullable() })).min(1),
  /** One account for each role is named as the way in when the demonstration starts. */
  presents: z.enum(roleNames).nullable(),
});

const contentsSchema = z.strictObject({
  organisations: z.array(organisationSchema),
  accounts: z.array(accountSchema),
  dutyList: z.array(z.strictObject({ account: z.string(), position: dutyPositionSchema })),
});
export type Demonstration = z.infer<typeof contentsSchema>;
type DemonstrationAccount = Demonstration['accounts'][number];

function accountFaults(
  account: DemonstrationAccount,
  { organisations }: Demonstration,
  areas: Set<string>,
): string[] {
  const organisation = organisations.find(({ code }) => code === account.organisation);
  const side = organisation === undefined ? 'police' : 'partner';
  const faults = [
    account.organisation !== null && organisation === undefined && 'names an unknown organisation',
    account.site !== null &&
      !organisation?.sites.some(({ name }) => name === account.site) &&
      'names an unknown site',
    account.roles.some(({ role }) => roles[role].side !== side) && 'holds a role of the other side',
    account.roles.some(({ area }) => area !== null && !areas.has(area)) && 'has a role in an unknown area',
    account.roles.some(({ role, area }) => area !== null && !roles[role].byArea) &&
      'limits a role that has no areas',
    account.presents !== null &&
      !account.roles.some(({ role }) => role === account.presents) &&
      'presents a role it does not hold',
  ];
  return faults.filter((fault) => fault !== false).map((fault) => `${account.email} ${fault}`);
}

function faultsOf(demonstration: Demonstration, pack: ForcePack): string[] {
  const { accounts, organisations, dutyList } = demonstration;
  const areas = new Set(pack.areas.map(({ code }) => code));
  const emails = new Set(accounts.map(({ email }) => email));
  const presented = accounts.flatMap(({ presents }) => presents ?? []);
  const fibStaff = new Set(
    accounts
      .filter((account) =>
        account.roles.some(({ role }) => role === 'fib_officer' || role === 'fib_supervisor'),
      )
      .map(({ email }) => email),
  );
  return [
    ...accounts.flatMap((account) => accountFaults(account, demonstration, areas)),
    ...organisations.flatMap(({ name, sites }) =>
      sites.filter(({ area }) => !areas.has(area)).map(() => `${name} has a site in an unknown area`),
    ),
    ...(emails.size === accounts.length ? [] : ['Two accounts have the same address']),
    ...roleNames
      .filter((role) => presented.filter((one) => one === role).length !== 1)
      .map((role) => `One account must present the role ${role}`),
    ...dutyPositions
      .filter((position) => !dutyList.some((entry) => entry.position === position))
      .map((position) => `Nobody is on the duty list as ${position}`),
    ...dutyList
      .filter(({ account }) => !fibStaff.has(account))
      .map(({ account }) => `${account} is on the duty list and not of FIB`),
  ];
}

/** The demonstration's organisations, accounts and duty list; passwords are made when it is loaded. */
export function demonstrationSchema(pack: ForcePack) {
  return contentsSchema.superRefine((demonstration, context) => {
    for (const message of faultsOf(demonstration, pack)) context.addIssue({ code: 'custom', message });
  });
}
