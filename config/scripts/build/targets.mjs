const rules = ['package-lock.json', 'tsconfig.json', 'config/scripts/lib', 'config/scripts/build']
const phone = [
  'src',
  'types',
  'config/index.ts',
  'config/dev.ts',
  'config/prod.ts',
  'config/phone',
  'babel.config.js',
  'project.config.json',
]

/** What each target reads (repository paths), writes (under dist/), and the module that builds it. */
export const targets = {
  functions: {
    label: '云函数',
    inputs: [
      'cloudfunctions',
      'types',
      'config/functions.ts',
      'config/data/questions',
      'config/scripts/functions-bundle',
      'config/phone',
      ...rules,
    ],
    outputs: ['cloudfunctions', 'cloudbaserc.json'],
    build: async () => (await import('./functions.mjs')).buildFunctions(),
  },
  localcloud: {
    label: '本地云',
    inputs: ['localcloud', ...rules],
    outputs: ['localcloud/main.js', 'localcloud/worker.js'],
    build: async () => (await import('./localcloud.mjs')).buildLocalcloud(),
  },
  manifest: {
    label: '云清单',
    inputs: [
      'config/functions.ts',
      'config/database.ts',
      'config/database',
      'config/data',
      'src/app.config.ts',
      'types',
      ...rules,
    ],
    outputs: ['cloud.json', 'indexes.json', 'database.rules.json'],
    build: async () => (await import('./manifest.mjs')).buildManifest(),
  },
  seed: {
    label: '演示数据',
    inputs: ['config/seed', 'config/data', 'config/local.env', 'types', ...rules],
    // The city is told on the day it is built, and its campaign ends some days later.
    period: () => Math.floor(Date.now() / (3 * 86_400_000)),
    outputs: [],
    build: async () => (await import('./seed.mjs')).buildSeed(),
  },
  'empty-app': {
    label: '空壳小程序（比大小用）',
    inputs: ['config/scripts/empty-app', ...rules],
    outputs: ['empty-app/app.json'],
    build: async () => (await import('./phone.mjs')).buildEmptyApp(),
  },
  weapp: {
    label: '小程序',
    inputs: [...phone, '.env', '.env.production', '.env.local', ...rules],
    outputs: ['weapp/app.json'],
    build: async () => (await import('./phone.mjs')).buildPhone('weapp'),
  },
  h5: {
    label: '网页版',
    inputs: [...phone, '.env', '.env.production', '.env.local', ...rules],
    outputs: ['h5/index.html'],
    build: async () => (await import('./phone.mjs')).buildPhone('h5'),
  },
}
