const { openScratch } = require('./tests/support/scratch.cjs')

openScratch()

/** ES-module packages of node_modules that the tests load and Node's require cannot. */
const esmPackages = ['@noble', '@nutui', '@tarojs', 'lodash-es', 'mingo', 'zod/v4/locales']

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  // Beside the scratch folder, which goes with the run.
  cacheDirectory: '<rootDir>/.local/jest',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/prove/', '<rootDir>/tests/bench/'],
  testSequencer: '<rootDir>/tests/support/sequencer.cjs',
  testEnvironment: 'node',
  // The mini program harness puts a DOM on the globals; its timers may look at it once more while a file ends.
  testEnvironmentOptions: { globalsCleanup: 'off' },
  testTimeout: 60_000,
  // One more than the smallest machine's cores: a test that waits for a browser or a timer leaves one idle.
  maxWorkers: 3,
  workerIdleMemoryLimit: '1500MB',
  // A platform pair resolves to its browser half, as in tsc.
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'jsx', 'json', 'node', 'h5.ts', 'h5.tsx'],
  moduleNameMapper: {
    '^types/(.*)$': '<rootDir>/types/$1',
    '^@/(.*)$': '<rootDir>/src/$1',
    '\\.(scss|css|png|jpg|svg)$': '<rootDir>/tests/support/empty-asset.cjs',
  },
  transform: {
    '\\.(ts|tsx|js|mjs|cjs|jsx)$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`, '/dist/', '\\.wasm$'],
}
