import js from '@eslint/js';
import globals from 'globals';
import importX from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import tseslint from 'typescript-eslint';

/** Files outside an area may not import its raw tables: only app/domain and app/platform know Prisma. */
const noDatabase = {
  patterns: [
    {
      group: ['**/platform/db/**', '@prisma/*', 'pg', 'pg-boss'],
      message: 'Only app/domain and app/platform know the database.',
    },
  ],
};

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
  'desks',
  'admin',
];

/** A test may look at what its subject does from any area, such as the page on which it shows. */
const areaZones = areas.slice(0, -1).map((area, index) => ({
  target: `./app/domain/${area}/**/!(*.test).ts`,
  from: areas.slice(index + 1).map((later) => `./app/domain/${later}`),
  message: `The area "${area}" stands before that one (eslint.config.js, areas).`,
}));

export default tseslint.config(
  {
    ignores: [
      'build/',
      'var/',
      '.react-router/',
      'app/platform/db/generated/',
      'node_modules/',
      'playwright-report/',
      'test-results/',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      globals: { ...globals.node },
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'import-x/no-cycle': 'error',
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
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
    },
  },
  {
    files: ['app/routes/**', 'app/ui/**', 'emails/**'],
    rules: { 'no-restricted-imports': ['error', noDatabase] },
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
  { files: ['app/**/*.tsx', 'emails/**/*.tsx'], ...jsxA11y.flatConfigs.recommended },
  { files: ['app/ui/enhance/**'], languageOptions: { globals: { ...globals.browser } } },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'tests/**'],
    rules: {
      'max-lines': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // A fixture of Playwright that needs no other one is a function of ({}, use).
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
    },
  },
  { files: ['eslint.config.js'], ...tseslint.configs.disableTypeChecked },
);
