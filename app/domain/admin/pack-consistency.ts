import { planItems } from '#app/domain/plan/plan-pack-items.ts';
import { proposalFaults } from '#app/domain/form/form-agreement.ts';
import { formFaults } from '#app/domain/form/read-forms.ts';
import { measureIn, type ItemMeasure } from '#app/domain/plan/item-measure.ts';
import { linkedPlanItems, type RuleSet } from '#app/domain/routing/rules.ts';
import type { ForcePack } from './pack-schema.ts';

type Parts = Pick<
  ForcePack,
  | 'force'
  | 'areas'
  | 'queues'
  | 'postcodes'
  | 'routing'
  | 'earlierRouting'
  | 'plan'
  | 'signposts'
  | 'communities'
  | 'directoryGroups'
  | 'forms'
  | 'formAgreements'
>;

function repeated(codes: string[], what: string): string[] {
  const seen = new Set<string>();
  const twice = new Set(codes.filter((code) => seen.size === seen.add(code).size));
  return [...twice].map((code) => `The ${what} “${code}” is there twice`);
}

function queueFaults({ areas, queues }: Parts): string[] {
  const codes = areas.map(({ code }) => code);
  const withQueue = queues.flatMap(({ area }) => area ?? []);
  const kinds = (['fib', 'force_spoc'] as const).filter(
    (kind) => queues.filter((queue) => queue.kind === kind).length !== 1,
  );
  return [
    ...kinds.map((kind) => `There must be one queue of the kind “${kind}”`),
    ...codes.filter((code) => !withQueue.includes(code)).map((code) => `The area “${code}” has no queue`),
    ...withQueue
      .filter((code) => !codes.includes(code))
      .map((code) => `A queue names the unknown area “${code}”`),
    ...repeated(withQueue, 'queue of the area'),
    ...repeated(codes, 'area'),
    ...repeated(
      queues.map(({ code }) => code),
      'queue',
    ),
  ];
}

function postcodeFaults({ areas, postcodes }: Parts): string[] {
  const known = new Set(areas.map(({ code }) => code));
  const goesSomewhere = (code: string) => known.has(code) || code === 'OUT' || /^OUT:\S/.test(code);
  return [
    ...postcodes.flatMap((rule) =>
      [...new Set([rule.primary, ...Object.keys(rule.shares)])]
        .filter((code) => !goesSomewhere(code))
        .map((code) => `The postcode “${rule.code}” goes to the unknown area “${code}”`),
    ),
    ...postcodes
      .filter((rule) => rule.shares[rule.primary] !== rule.primaryShare)
      .map((rule) => `The postcode “${rule.code}” gives two shares for its primary`),
    ...repeated(
      postcodes.map(({ scope, code, validFrom }) => `${scope} ${code} ${validFrom}`),
      'postcode rule',
    ),
  ];
}

function planFaults({ routing, earlierRouting, plan }: Parts): string[] {
  const items = planItems(plan);
  const linkable = new Set(items.filter(({ kind }) => kind !== 'gap').map(({ code }) => code));
  return [
    ...linkedPlanItems(routing)
      .filter((item) => !linkable.has(item))
      .map((item) => `A rule links the unknown plan item “${item}”`),
    ...items.flatMap(({ code, attributes }) => measureFaults(code, measureIn(attributes), routing)),
    ...repeated(
      [...earlierRouting, routing].map(({ version }) => String(version)),
      'version of the rules',
    ),
    ...earlierRouting
      .filter(({ version }) => version > routing.version)
      .map(({ version }) => `Version ${version} of the rules is newer than routing.json`),
    ...repeated(
      items.map(({ code }) => code),
      'plan item',
    ),
  ];
}

/** An item that is not measured is not linked, and one that is measured is linked by what its measure counts. */
function measureFaults(code: string, measure: ItemMeasure | null, routing: RuleSet): string[] {
  const when = {
    linked: routing.rules.some(({ then }) => then.planItems?.includes(code)),
    disseminated: routing.onDissemination.some(({ planItems }) => planItems.includes(code)),
  };
  if (measure === 'linked' || measure === 'disseminated')
    return when[measure] ? [] : [`No rule links the plan item “${code}”, which is measured as ${measure}`];
  const linked = when.linked || when.disseminated;
  return linked ? [`A rule links the plan item “${code}”, which says ${measure ?? 'evidence only'}`] : [];
}

/** A version that comes into force before the one that it follows would never be replaced by it. */
function inForceOutOfTurn(formAgreements: Parts['formAgreements']): string[] {
  const dated = formAgreements
    .flatMap(({ version, inForceFrom }) => (inForceFrom === undefined ? [] : [{ version, inForceFrom }]))
    .sort((one, other) => one.version - other.version);
  return dated
    .filter(({ inForceFrom }, index) => inForceFrom <= (dated[index - 1]?.inForceFrom ?? ''))
    .map(({ version }) => `Version ${version} of the form is in force before the one that it follows`);
}

function agreementFaults({ forms, formAgreements }: Parts): string[] {
  const known = forms.map(({ definition }) => definition.version);
  const agreed = formAgreements.map(({ version }) => version);
  return [
    ...agreed
      .filter((version) => !known.includes(version))
      .map((version) => `An agreement names version ${version} of the form, which is not there`),
    ...repeated(agreed.map(String), 'agreement to the form’s version'),
    ...formAgreements
      .filter(({ on, inForceFrom }) => inForceFrom !== undefined && inForceFrom < on)
      .map(({ version }) => `Version ${version} of the form is in force before it is agreed`),
    ...inForceOutOfTurn(formAgreements),
  ];
}

/** A page of the form points to signposts of the pack. */
function signpostFaults({ forms, signposts }: Parts): string[] {
  const codes = new Set(signposts.map(({ code }) => code));
  return forms.flatMap(({ definition: { version, sections } }) =>
    sections
      .flatMap((section) => (section.kind === 'pages' ? section.pages : []))
      .filter(({ signpost }) => signpost !== undefined && !codes.has(signpost))
      .map(
        ({ id, signpost }) =>
          `Version ${version} of the form: ${id} points to ${signpost}, which is no signpost`,
      ),
  );
}

/** Without one, nobody of the police could be invited. */
const mailFaults = ({ force }: Parts): string[] =>
  force.mailDomains.length === 0
    ? ['The force has no mail domain: name those of its own mail in mailDomains']
    : [];

function directoryFaults({ areas, directoryGroups }: Parts): string[] {
  const known = new Set(areas.map(({ code }) => code));
  return directoryGroups.flatMap(({ group, areas: named }) =>
    named
      .filter((code) => !known.has(code))
      .map((code) => `The directory’s group “${group}” names the unknown area “${code}”`),
  );
}

/** What does not agree between the parts of a pack, one sentence each; empty when all is well. */
export function inconsistencies(pack: Parts): string[] {
  return [
    ...mailFaults(pack),
    ...directoryFaults(pack),
    ...queueFaults(pack),
    ...postcodeFaults(pack),
    ...planFaults(pack),
    ...repeated(
      pack.signposts.map(({ code }) => code),
      'signpost',
    ),
    ...repeated(
      pack.communities.map(({ code }) => code),
      'community',
    ),
    ...signpostFaults(pack),
    ...formFaults(pack.forms),
    ...agreementFaults(pack),
    ...proposalFaults(pack),
  ];
}
