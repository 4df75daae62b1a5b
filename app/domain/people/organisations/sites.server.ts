import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { isId, newId, type Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { reasonGiven } from '../../kernel/fields.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../kernel/failures.ts';
import { may } from '../../kernel/permissions.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import { isBlankDate, readWrittenDate, type DateBoxes } from '../../kernel/written-date.ts';
import { accreditationOf, type AccreditationState } from './accreditation.ts';
import { changeShownOrganisation, type ShownOrganisation } from './shown-organisation.server.ts';
import { tidyName } from './organisation-name.server.ts';

/** `areaId` is empty for a site without an area. `until` is the last day of the accreditation; blank where none was agreed. */
export type SiteInput = ShownOrganisation & {
  name: string;
  areaId: string;
  from: DateBoxes;
  until: DateBoxes;
  by: string;
};

type OfSite = { siteId: Id<'OrganisationSite'> };

export type OpenedSite = {
  organisation: { id: string; name: string; version: number };
  areas: { id: string; name: string }[];
  /** Null for one that is to be added. Days as "2016-01-18". */
  site: {
    id: string;
    name: string;
    areaId: string;
    from: Date | null;
    until: Date | null;
    by: string;
    withdrawnOn: Date | null;
    state: AccreditationState;
  } | null;
};

/** A site of an organisation, or what the page needs to add one. @throws NotFound */
export async function openSite(
  ctx: Ctx,
  { organisationId, siteId }: { organisationId: Id<'Organisation'>; siteId: Id<'OrganisationSite'> | null },
): Promise<OpenedSite> {
  if (!may(ctx.actor, 'organisations.manage')) throw new NotFound();
  const now = ctx.clock.now();
  return transaction(ctx.db, async (tx) => {
    const organisation = await tx.organisation.findUnique({
      where: { id: organisationId },
      select: { id: true, name: true, version: true },
    });
    const site = siteId && (await tx.organisationSite.findFirst({ where: { id: siteId, organisationId } }));
    if (!organisation || (siteId !== null && !site)) throw new NotFound();
    return {
      organisation,
      areas: await tx.area.findMany({
        where: {
          OR: [{ validTo: null }, { validTo: { gt: now } }, ...(site?.areaId ? [{ id: site.areaId }] : [])],
        },
        orderBy: { name: 'asc' },
        select: { id: true, name: true },
      }),
      site: site && {
        id: site.id,
        name: site.name,
        areaId: site.areaId ?? '',
        from: site.accreditedOn,
        until: site.accreditedUntil,
        by: site.accreditedBy ?? '',
        withdrawnOn: site.accreditationWithdrawnOn,
        state: accreditationOf(site, now),
      },
    };
  });
}

/** Adds a site to an organisation, accredited or not. @throws Forbidden, Invalid, NotFound, Conflict */
export async function addSite(ctx: Ctx, input: SiteInput): Promise<void> {
  if (!may(ctx.actor, 'organisations.manage')) throw new Forbidden();
  const { organisationId } = input;
  await transaction(ctx.db, async (tx) => {
    const data = await readSite(tx, input, null);
    await changeShownOrganisation(tx, input);
    const id = newId<'OrganisationSite'>();
    await tx.organisationSite.create({ data: { id, organisationId, ...data } });
    await record(tx, ctx, {
      type: 'organisation.site_added',
      data: { site: data.name },
      subject: { type: 'organisation', id: organisationId },
    });
  });
}

/**
 * Changes a site and its accreditation. A new first day is a new accreditation: one that was withdrawn before stands in the
 * trail. @throws Forbidden, Invalid, NotFound, Conflict
 */
export async function changeSite(ctx: Ctx, { siteId, ...input }: SiteInput & OfSite): Promise<void> {
  if (!may(ctx.actor, 'organisations.manage')) throw new Forbidden();
  const { organisationId } = input;
  await transaction(ctx.db, async (tx) => {
    const before = await tx.organisationSite.findFirst({ where: { id: siteId, organisationId } });
    if (!before) throw new NotFound();
    const read = await readSite(tx, input, siteId);
    const anew = read.accreditedOn?.getTime() !== before.accreditedOn?.getTime();
    const data = { ...read, ...(anew ? { accreditationWithdrawnOn: null } : {}) };
    const plain = (value: unknown) => (value instanceof Date ? value.getTime() : value);
    const fields = Object.entries(data)
      .filter(([name, value]) => plain(before[name as keyof typeof data]) !== plain(value))
      .map(([name]) => name);
    if (fields.length === 0) return;
    await changeShownOrganisation(tx, input);
    await tx.organisationSite.update({ where: { id: siteId }, data });
    await record(tx, ctx, {
      type: 'organisation.site_changed',
      data: { site: data.name, fields },
      subject: { type: 'organisation', id: organisationId },
    });
  });
}

/** Takes the accreditation of a site away from today on, with the reason. @throws Forbidden, Invalid, NotFound, Conflict */
export async function withdrawAccreditation(
  ctx: Ctx,
  { siteId, ...input }: ShownOrganisation & OfSite & { reason: string },
): Promise<void> {
  if (!may(ctx.actor, 'organisations.manage')) throw new Forbidden();
  const reason = reasonGiven(input.reason);
  const { organisationId } = input;
  await transaction(ctx.db, async (tx) => {
    const site = await tx.organisationSite.findFirst({ where: { id: siteId, organisationId } });
    if (!site) throw new NotFound();
    await changeShownOrganisation(tx, input);
    const state = accreditationOf(site, ctx.clock.now());
    if (state !== 'accredited' && state !== 'to_come')
      throw new Conflict('This site is not accredited any more');
    await tx.organisationSite.update({
      where: { id: siteId },
      data: { accreditationWithdrawnOn: new Date(forceDay(ctx.clock.now())) },
    });
    await record(tx, ctx, {
      type: 'organisation.accreditation_withdrawn',
      data: { site: site.name, reason },
      subject: { type: 'organisation', id: organisationId },
    });
  });
}

type SiteData = {
  name: string;
  areaId: Id<'Area'> | null;
  accreditedOn: Date | null;
  accreditedUntil: Date | null;
  accreditedBy: string | null;
};

/** What is to be kept of a form. @throws Invalid */
async function readSite(tx: Tx, input: SiteInput, siteId: Id<'OrganisationSite'> | null): Promise<SiteData> {
  const errors: Record<string, string> = {};
  const { organisationId, areaId } = input;
  const name = tidyName(input.name);
  if (name === '') errors.name = 'Enter the name of the site';
  else if (name.length > 120) errors.name = 'Name must be 120 characters or less';
  else if (
    (await tx.organisationSite.count({ where: { organisationId, name, id: { not: siteId ?? newId() } } })) > 0
  )
    errors.name = 'There is already a site with this name';
  const area = areaId === '' ? null : areaId;
  if (area !== null && !(isId<'Area'>(area) && (await tx.area.count({ where: { id: area } })) > 0))
    errors.areaId = 'Select an area of the force';
  const [from, until] = [readWrittenDate(input.from), readWrittenDate(input.until)];
  const by = input.by.trim() || null;
  if (!isBlankDate(input.from) && from === null)
    errors.from = 'Date from which it is accredited must be a real date, like 30 9 2015';
  if (isBlankDate(input.from) && (by !== null || !isBlankDate(input.until)))
    errors.from = 'Enter the date from which it is accredited, or leave all of it empty';
  if (!isBlankDate(input.until) && until === null)
    errors.until = 'Last day must be a real date, like 30 9 2018';
  else if (from !== null && until !== null && until < from)
    errors.until = 'Last day must be the day from which it is accredited, or later';
  if (from !== null && by === null) errors.by = 'Enter who accredited it';
  if (by !== null && by.length > 120) errors.by = 'Name must be 120 characters or less';
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
  return {
    name,
    areaId: area as Id<'Area'> | null,
    accreditedOn: from === null ? null : new Date(from),
    accreditedUntil: until === null ? null : new Date(until),
    accreditedBy: by,
  };
}
