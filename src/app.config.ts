export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/quiz/index',
    'pages/hazard/index',
    'pages/my/index',
    'pages/my/profile',
    'pages/my/display',
    'pages/my/privacy',
    'pages/my/queue',
    'pages/scan/index',
  ],
  subPackages: [
    {
      root: 'packages/quiz',
      pages: [
        'prizes',
        'prize-draw',
        'paper',
        'result',
        'record',
        'disputes',
        'practice',
        'wrong-book',
        'unit',
        'ranking',
      ],
    },
    {
      root: 'packages/hazard',
      pages: [
        'award',
        'board',
        'mine',
        'view',
        'danger',
        'similar',
        'redact',
        'identity',
        'report-for',
        'fix-list',
        'fix-detail',
      ],
    },
    {
      root: 'packages/volunteer',
      pages: [
        ...['team', 'my-data', 'who-looked', 'index', 'apply'],
        ...['activities', 'activity', 'attendances', 'sign-in'],
        ...['year', 'badge', 'certificate', 'verify', 'honours'],
      ],
    },
    {
      root: 'packages/desk',
      pages: ['index', 'ledger', 'hazard', 'events', 'handovers'],
    },
    {
      root: 'packages/corps',
      pages: [
        ...['teams', 'team', 'corrections', 'queue', 'application', 'roster', 'handovers'],
        ...['roster-version', 'shortlists', 'shortlist', 'review-levels'],
        ...['activities', 'activity', 'activity-new', 'activity-check', 'activity-code', 'absences'],
        ...['years', 'year', 'assess', 'honours', 'honour-new', 'certificates', 'certificate'],
      ],
    },
    {
      root: 'packages/contest',
      pages: [
        ...['campaigns', 'campaign-new', 'contest-results', 'signals'],
        ...['prizes', 'prize-new', 'prize-claims', 'draws', 'draw-new'],
        ...['questions', 'question', 'bank-import', 'laws', 'disputes', 'question-quality'],
      ],
    },
    {
      root: 'packages/office',
      pages: [
        ...['pushes', 'push-new', 'push-result', 'booths', 'booth-new', 'booth-code'],
        ...['awards', 'award', 'award-new'],
        ...['hazard-letters', 'letter', 'letter-new', 'hazard-board', 'coverage', 'rules', 'backups'],
      ],
    },
    {
      root: 'packages/org',
      pages: [
        'invite',
        'first',
        'restore',
        'tree',
        'node',
        'node-move',
        'node-new',
        'enterprise-new',
        'people',
        'invite-new',
        ...['register', 'enterprise', 'enterprise-edit', 'sheet-import', 'managers', 'regulators', 'labels'],
      ],
    },
    { root: 'packages/notice', pages: ['messages'] },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/quiz'] },
    'pages/hazard/index': { network: 'all', packages: ['packages/hazard'] },
  },
  // Drawn by our own pages, see components/tab-bar.tsx.
  tabBar: {
    custom: true,
    color: '#4e5661',
    selectedColor: '#c0322b',
    backgroundColor: '#ffffff',
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/quiz/index', text: '闯关' },
      { pagePath: 'pages/hazard/index', text: '随手拍' },
      { pagePath: 'pages/my/index', text: '我的' },
    ],
  },
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '安康志愿',
    navigationBarBackgroundColor: '#f5f3ef',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f5f3ef',
    backgroundTextStyle: 'dark',
  },
  // A sliding page would take `position: fixed` away from sheets and toasts in a browser.
  animation: false,
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
})
