// @ts-check
// What is not a matter of imports. Prettier decides how the code looks; nothing here does.
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

const clock =
  'A decision must replay the same. Take the time from the event’s `at`, or ask the Clock port.'
const chance = 'A decision must replay the same. Ask the Random port.'

/** @type {(selector: string, message: string) => { selector: string, message: string }} */
const ban = (selector, message) => ({ selector, message })

export default defineConfig(
  {
    ignores: [
      '**/*.{js,mjs,cjs}',
      'data/',
      'docs/',
      'machines/clauses/ids.ts',
      '.cache/',
      'test/vectors/',
    ],
  },
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // A port is asynchronous even where an adapter of it is not.
      '@typescript-eslint/require-await': 'off',
      // Our objects are closures: no function of theirs needs `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // What nobody awaits, nobody knows to have failed.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
    },
  },
  {
    files: ['machines/**', 'content/**', 'bot/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ban("MemberExpression[object.name='Date'][property.name='now']", clock),
        ban("NewExpression[callee.name='Date'][arguments.length=0]", clock),
        ban("CallExpression[callee.name='Date']", clock),
        ban("MemberExpression[object.name='DateTime'][property.name='now']", clock),
        ban(
          "CallExpression[callee.object.name='DateTime'][callee.property.name=/^(local|utc)$/][arguments.length=0]",
          clock,
        ),
        ban("MemberExpression[object.name='Math'][property.name='random']", chance),
      ],
    },
  },
  {
    files: ['machines/**/machine.ts', 'test/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['test/**'],
    // chai’s assertions are property reads.
    rules: { '@typescript-eslint/no-unused-expressions': 'off' },
  },
)
