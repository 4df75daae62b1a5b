import { randomUUID } from 'node:crypto';
import type { Role } from '#app/domain/kernel/actor.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { Client } from './client.ts';

/**
 * Who knocks at every door: each role once, those who differ from them only in whose the thing is, and nobody. The
 * demonstration's own people, except where it has nobody with just that role.
 */
export const people = {
  nobody: null,
  reporter: 'robin@harbour-trust.example',
  /** Another reporter of the same organisation. */
  colleague: 'second.reporter@harbour-trust.example',
  /** A reporter of another organisation. */
  elsewhere: 'sam@lantern-project.example',
  /** The lead of the reporter's organisation, who writes no reports. */
  lead: 'only.lead@harbour-trust.example',
  officer: 'fib.officer@police.example',
  supervisor: 'fib.supervisor@police.example',
  spocBE: 'spoc.birmingham-east@police.example',
  spocCOV: 'spoc.coventry@police.example',
  forceSpoc: 'force.spoc@police.example',
  areaLead: 'area.lead@police.example',
  custodian: 'source.custodian@police.example',
  mdsLead: 'mds.lead@police.example',
  contributor: 'plan.contributor@police.example',
  administrator: 'administrator@police.example',
  auditor: 'auditor@police.example',
} as const;

export type Person = keyof typeof people;

export const everyone = Object.keys(people) as Person[];

const added: { like: string; email: string; displayName: string; role: Role }[] = [
  { like: people.reporter, email: people.colleague, displayName: 'Second Example', role: 'reporter' },
  { like: people.reporter, email: people.lead, displayName: 'Only Lead Example', role: 'partner_lead' },
];

/** Adds the people that the demonstration lacks, with its password. */
export async function addPeople(db: Db): Promise<void> {
  for (const { like, email, displayName, role } of added) {
    const { organisationId, passwordHash, createdAt } = await db.account.findUniqueOrThrow({
      where: { email: like },
    });
    await db.account.create({
      data: {
        id: randomUUID(),
        email,
        displayName,
        side: 'partner',
        organisationId,
        passwordHash,
        status: 'active',
        createdAt,
        demonstration: true,
        accountRoles: { create: [{ id: randomUUID(), role, areaId: null }] },
      },
    });
  }
}

/** The browser of each person, signed in; a sign-out or a fresh start signs in again. */
export function browsersOf({ client }: { client: () => Client }): (person: Person) => Promise<Client> {
  const browsers = new Map<Person, Client>();
  return async (person) => {
    const email = people[person];
    const browser = browsers.get(person) ?? client();
    browsers.set(person, browser);
    // Signing out leaves the cookie of a known browser.
    if (email !== null && !browser.cookies.has('portal-session')) await browser.signIn(email);
    return browser;
  };
}
