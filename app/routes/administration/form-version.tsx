import { conditionWords } from '#app/domain/form/condition-words.ts';
import { openingId } from '#app/domain/form/opening.ts';
import {
  findPage,
  questionsOf,
  type FormDefinition,
  type Question,
  type Section,
} from '#app/domain/form/definition.ts';
import { versionToRead, versionsToRead } from '#app/domain/form/form-versions.server.ts';
import { formWords } from '#app/domain/form/words.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { FormPage, ItemPage } from '#app/ui/form/FormPage.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/form-version.ts';

export const handle = { access: 'forms.read', section: 'formVersions' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const versions = await versionsToRead(ctxOf(args));
  const definition = versionToRead(versions, args.params.version);
  return { definition, at: args.url.searchParams.get('at') };
}

type Shown = {
  id: string;
  title: string;
  section: Section;
  page: Parameters<typeof FormPage>[0]['page'] | null;
};

/** Every page of a version in its order; of a list the page on which an entry is added. */
function pagesOf(definition: FormDefinition): Shown[] {
  const found = findPage(definition, openingId);
  const opening = found ? [{ id: openingId, title: found.page.title, ...found }] : [];
  const ofSections = definition.sections.flatMap((section): Shown[] =>
    section.kind === 'list'
      ? [{ id: section.id, title: section.addTitle, section, page: null }]
      : section.pages.map((page) => ({ id: page.id, title: page.title, section, page })),
  );
  return [...opening, ...ofSections];
}

/** What the definition alone cannot offer: a stand-in for the reporter's sites and for entries that they added. */
const standIns = (questions: readonly Question[]) =>
  Object.fromEntries(
    questions
      .filter(({ kind }) => kind === 'site' || kind === 'entry')
      .map(({ id, kind }) => [
        id,
        [
          {
            value: 'any',
            label: kind === 'site' ? 'A site of their organisation' : 'An entry that they added',
          },
        ],
      ]),
  );

/** What suffices where somebody is in danger, in the words of the questions. */
function Lane({ definition }: { definition: FormDefinition }) {
  const lane = definition.dangerLane;
  if (lane === undefined) return null;
  const questions = questionsOf(definition);
  return (
    <>
      <h2 className="govuk-heading-m">{lane.title}</h2>
      <p className="govuk-body">
        Where somebody is in danger these questions suffice. Everything else is added after sending.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {lane.questions.map((id) => (
          <li key={id}>{questions.find((question) => question.id === id)?.label}</li>
        ))}
      </ul>
    </>
  );
}

/** A version of the form, page by page as its reporters are asked. Nothing typed here goes anywhere. */
export default function FormVersion({ loaderData: { definition, at } }: Route.ComponentProps) {
  const { version } = definition;
  const addressOf = (id: string) =>
    link('administration/form-version', { version: `${version}` }, { at: id });
  const pages = pagesOf(definition);
  const shown = pages.find(({ id }) => id === at) ?? pages[0];
  if (shown === undefined) return null;
  const { section, page, title } = shown;
  const questions = page?.questions ?? (section.kind === 'list' ? section.questions : []);
  const fields = { values: {}, errors: {}, offered: standIns(questions), t: formWords };
  const next = pages[pages.indexOf(shown) + 1];
  return (
    <Page title={`Version ${version} of the form: ${title}`} backHref={link('administration/form-versions')}>
      <TwoThirds>
        <PageHeading
          caption={`Version ${version} of the form, page ${pages.indexOf(shown) + 1} of ${pages.length}`}
        >
          {title}
        </PageHeading>
        {page?.showWhen ? (
          <InsetText>Only asked after {conditionWords(definition, page.showWhen, formWords)}.</InsetText>
        ) : null}
        {page ? <FormPage page={page} {...fields} /> : null}
        {section.kind === 'list' ? <ItemPage section={section} first {...fields} /> : null}
        {next ? (
          <p className="govuk-body">
            <a className="govuk-link" href={addressOf(next.id)}>
              Next page: {next.title}
            </a>
          </p>
        ) : null}
        <Lane definition={definition} />
        <h2 className="govuk-heading-m">Every page</h2>
        <ol className="govuk-list govuk-list--number">
          {pages.map(({ id, title: name }) => (
            <li key={id}>
              <a className="govuk-link" href={addressOf(id)}>
                {name}
              </a>
            </li>
          ))}
        </ol>
      </TwoThirds>
    </Page>
  );
}
