import prettier from 'eslint-config-prettier'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import tseslint from 'typescript-eslint'
import { housePlugin } from './config/lint/house-plugin.mjs'

const only = (selector, message) => ({ selector, message })

const arrowsOnly = [
  only('FunctionDeclaration[generator=false]', 'arrow functions only'),
  only(':not(MethodDefinition, Property) > FunctionExpression[generator=false]', 'arrow functions only'),
  only('Property[kind="init"][method=false] > FunctionExpression[generator=false].value', 'arrow functions only'),
]
const noClass = only('ClassDeclaration:not([superClass.name=/Error$/]), ClassExpression', 'no classes except errors')
// types/zod.ts hands on zod whole: only as a namespace can the phone's bundler shake it.
const noBarrel = only('ExportAllDeclaration:not([source.value="zod"])', 'no barrels')
const noDefault = only('ExportDefaultDeclaration', 'default exports are for Taro pages and config only')
const storeOnly = only(
  'CallExpression[callee.property.name="collection"]',
  'only store.ts, *-store.ts and kit name a collection',
)
const noPhoneDatabase = only('CallExpression[callee.property.name="database"]', 'the phone never touches the database')

const base = [...arrowsOnly, noClass, noBarrel]
const syntax = (...more) => ({ 'no-restricted-syntax': ['error', ...base, ...more] })

const defaultExportFiles = [
  'src/pages/**/*.{ts,tsx}',
  'src/packages/**/*.{ts,tsx}',
  'src/app*.{ts,tsx}',
  'config/*.ts',
  'config/phone/*.ts',
  '*.config.{mjs,ts}',
  'config/scripts/empty-app/**/*.{ts,tsx}',
]

export default tseslint.config(
  { ignores: ['dist/**', '.local/**', '.temp/**', 'coverage/**', 'node_modules/**', '**/*.cjs', '**/babel.config.js'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    plugins: { house: housePlugin },
    languageOptions: { globals: { ...globals.node } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'house/arrows': 'error',
      'house/file-name': 'error',
      'house/reasoned-disable': 'error',
      'max-lines': ['error', 350],
      'max-lines-per-function': ['error', { max: 80, skipComments: true }],
      'prefer-arrow-callback': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      ...syntax(noDefault, storeOnly),
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: { ...globals.browser } },
    rules: { ...reactHooks.configs.flat.recommended.rules, ...syntax(noDefault, storeOnly, noPhoneDatabase) },
  },
  {
    files: ['cloudfunctions/**/store.ts', 'cloudfunctions/**/*-store.ts', 'cloudfunctions/kit/**/*.ts'],
    rules: syntax(noDefault),
  },
  { files: ['localcloud/**/*.ts', 'tests/**/*.{ts,tsx,mjs}'], rules: syntax(noDefault) },
  { files: defaultExportFiles, rules: syntax(storeOnly, noPhoneDatabase) },
  {
    files: ['tests/**/*.{ts,tsx,mjs}'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['config/data/**/*.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['config/scripts/**/*.mjs', 'tests/**/*.{ts,tsx,mjs}', 'localcloud/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.d.ts'],
    rules: { '@typescript-eslint/consistent-type-definitions': 'off', 'no-restricted-syntax': 'off' },
  },
  prettier,
)
