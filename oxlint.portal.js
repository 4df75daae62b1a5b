import { dirname, join, relative } from 'node:path';

/** What only this project asks. Everything else is oxlint's own (.oxlintrc.json); tests/lint-rules.test.ts tries each. */

/** The areas of the domain in their order: each may import from those before it, never from those after it. */
const areas = [
  'kernel',
  'audit',
  'force',
  'notify',
  'people',
  'form',
  'plan',
  'submission',
  'routing',
  'intake',
  'connections',
  'triage',
  'figures',
  'reminders',
  'retention',
  'desks',
  'admin',
];

/** Dependencies point down: routes -> http/ui -> domain -> platform. */
const layers = [
  {
    of: 'app/platform',
    never: ['app/domain', 'app/http', 'app/ui', 'app/routes', 'emails'],
    message: 'platform is the lowest layer.',
  },
  {
    of: 'app/domain',
    never: ['app/http', 'app/ui', 'app/routes'],
    message: 'domain knows no Request and no page.',
  },
  {
    of: 'app/domain',
    never: ['prisma/packs'],
    message: 'Packs hold data; their schemas are in the domain.',
  },
  { of: 'app/http', never: ['app/routes'], message: 'http stands below the routes.' },
  { of: 'app/ui', never: ['app/routes', 'app/platform'], message: 'ui stands between routes and domain.' },
  {
    of: 'app/ui',
    // Parts of every page lead to other pages: by the wrapper, so that a pattern stands in routes.ts alone.
    never: ['app/http'],
    except: 'app/http/link.ts',
    message: 'Of http, ui knows link.ts alone.',
  },
  {
    of: 'emails',
    never: ['app/http', 'app/routes', 'app/platform'],
    message: 'A message carries no content and knows no database.',
  },
];

const isTest = (file) => /\.test\.tsx?$/.test(file);
const within = (file, folder) => file === folder || file.startsWith(`${folder}/`);
const areaOf = (file) => areas.indexOf(/^app\/domain\/([^/]+)\//.exec(file)?.[1] ?? '');

/** Why a file may not import another, both from the project's root, or null where it may. */
function refusal(file, imported) {
  const layer = layers.find(
    ({ of, never, except }) =>
      within(file, of) && imported !== except && never.some((folder) => within(imported, folder)),
  );
  if (layer) return layer.message;
  // A test may look at what its subject does from any area, such as the page on which it shows.
  const area = areaOf(file);
  return area >= 0 && areaOf(imported) > area && !isTest(file)
    ? `The area "${areas[area]}" stands before that one (oxlint.portal.js, areas).`
    : null;
}

const fileOf = ({ filename, cwd }) => relative(cwd, filename);

const imports = {
  create(context) {
    const file = fileOf(context);
    const look = ({ source }) => {
      const from = source?.value;
      if (typeof from !== 'string' || !/^[#.]/.test(from)) return;
      const imported = from.startsWith('#') ? from.slice(1) : join(dirname(file), from);
      const message = refusal(file, imported);
      if (message) context.report({ node: source, message });
    };
    return {
      ImportDeclaration: look,
      ImportExpression: look,
      ExportNamedDeclaration: look,
      ExportAllDeclaration: look,
    };
  },
};

const bodyReaders = '/^(formData|text|json|arrayBuffer|blob|bytes|body|clone)$/';

/** A rule that refuses what selectors find, in the application's own files but for some folders. */
const refusing = (selectors, message, except) => ({
  create(context) {
    const file = fileOf(context);
    if (!within(file, 'app') || isTest(file) || except.some((folder) => within(file, folder))) return {};
    return Object.fromEntries(
      selectors.map((selector) => [selector, (node) => context.report({ node, message })]),
    );
  },
});

export default {
  meta: { name: 'portal' },
  rules: {
    imports,
    /** A body is limited, decoded and stripped of unknown names in one place. */
    'body-in-http': refusing(
      [
        `MemberExpression[object.name=/[rR]equest$/][property.name=${bodyReaders}]`,
        `MemberExpression[object.property.name=/[rR]equest$/][property.name=${bodyReaders}]`,
        `VariableDeclarator[init.name=/[rR]equest$/] > ObjectPattern > Property[key.name=${bodyReaders}]`,
        `VariableDeclarator[init.property.name=/[rR]equest$/] > ObjectPattern > Property[key.name=${bodyReaders}]`,
        `Property[key.name=/[rR]equest$/] > ObjectPattern > Property[key.name=${bodyReaders}]`,
        'MemberExpression[property.name="formData"]',
      ],
      'Only readPairs and withUpload in app/http read a body.',
      ['app/http'],
    ),
    /** Who may do what has a name in permissions.ts, beside the roles that bring it. Which role owns a row is the row's to say. */
    'no-role': refusing(
      ['CallExpression[callee.name="has"] > Literal'],
      'Ask for a permission (app/domain/kernel/permissions.ts), not for a role.',
      ['app/domain/kernel'],
    ),
    /** As if its key would change, which holds up whoever inserts what refers to the row, and two such stop each other. */
    'no-key-lock': refusing(
      ['TemplateElement[value.raw=/FOR UPDATE/]'],
      'Lock a row FOR NO KEY UPDATE, unless it is deleted.',
      ['app/domain/retention', 'app/domain/intake/drafts/expire-drafts.server.ts'],
    ),
    /** Its list of 250 files exports each from its own: Node 24 takes two seconds and 200 MB to join them. */
    'date-fns-by-file': refusing(
      ['ImportDeclaration[source.value="date-fns"]'],
      'Import each function of date-fns from its own file, as date-fns/addDays.',
      [],
    ),
  },
};
