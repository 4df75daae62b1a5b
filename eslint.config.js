import parser from '@typescript-eslint/parser';
import { defineConfig } from 'eslint/config';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';

const bodyReaders = '/^(formData|text|json|arrayBuffer|blob|bytes|body|clone)$/';
const readersAlone = 'Only readPairs and withUpload in app/http read a body.';

/** A body is limited, decoded and stripped of unknown names in one place; tests/lint-rules.test.ts tries what this refuses. */
const noBody = [
  `MemberExpression[object.name=/[rR]equest$/][property.name=${bodyReaders}]`,
  `MemberExpression[object.property.name=/[rR]equest$/][property.name=${bodyReaders}]`,
  `VariableDeclarator[init.name=/[rR]equest$/] > ObjectPattern > Property[key.name=${bodyReaders}]`,
  `VariableDeclarator[init.property.name=/[rR]equest$/] > ObjectPattern > Property[key.name=${bodyReaders}]`,
  `Property[key.name=/[rR]equest$/] > ObjectPattern > Property[key.name=${bodyReaders}]`,
  'MemberExpression[property.name="formData"]',
].map((selector) => ({ selector, message: readersAlone }));

/** Who may do what has a name in permissions.ts, beside the roles that bring it. Which role owns a row is the row's to say. */
const noRole = {
  selector: 'CallExpression[callee.name="has"] > Literal',
  message: 'Ask for a permission (app/domain/kernel/permissions.ts), not for a role.',
};

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

/** A test may look at what its subject does from any area, such as the page on which it shows. */
const areaZones = areas.slice(0, -1).map((area, index) => ({
  target: `./app/domain/${area}/**/!(*.test).{ts,tsx}`,
  from: areas.slice(index + 1).map((later) => `./app/domain/${later}`),
  message: `The area "${area}" stands before that one (eslint.config.js, areas).`,
}));

/** What only this project asks: which part may know which other. Everything else is oxlint's (.oxlintrc.json). */
export default defineConfig([
  {
    ignores: [
      'build/',
      'var/',
      '.react-router/',
      'app/platform/db/generated/',
      '*.config.*',
      'prisma/',
      'public/',
      'tests/',
    ],
  },
  {
    files: ['{app,emails}/**/*.{ts,tsx}'],
    languageOptions: { parser },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      // Dependencies point down: routes -> http/ui -> domain -> platform.
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: [
            ...areaZones,
            {
              target: './app/domain',
              from: './prisma/packs',
              message: 'Packs hold data; their schemas are in the domain.',
            },
            {
              target: './app/platform',
              from: ['./app/domain', './app/http', './app/ui', './app/routes', './emails'],
              message: 'platform is the lowest layer.',
            },
            {
              target: './app/domain',
              from: ['./app/http', './app/ui', './app/routes'],
              message: 'domain knows no Request and no page.',
            },
            { target: './app/http', from: ['./app/routes'] },
            { target: './app/ui', from: ['./app/routes', './app/platform'] },
            // Parts of every page lead to other pages: by the wrapper, so that a pattern stands in routes.ts alone.
            { target: './app/ui', from: './app/http', except: ['./link.ts'] },
            {
              target: './emails',
              from: ['./app/http', './app/routes', './app/platform'],
              message: 'A message carries no content and knows no database.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['app/**'],
    ignores: ['app/http/**', 'app/**/*.test.*'],
    rules: { 'no-restricted-syntax': ['error', ...noBody] },
  },
  {
    files: ['app/**'],
    ignores: ['app/http/**', 'app/domain/kernel/**', 'app/**/*.test.*'],
    rules: { 'no-restricted-syntax': ['error', ...noBody, noRole] },
  },
  {
    files: ['app/http/**'],
    ignores: ['app/**/*.test.*'],
    rules: { 'no-restricted-syntax': ['error', noRole] },
  },
]);
