import { readFileSync } from 'node:fs'
import path from 'node:path'
import { scriptLoader } from './run-scripts'
import { wechatTools, type RenderedPage } from './simulate'

type Options = Record<string, unknown>
type AppJson = {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  tabBar?: { list: { pagePath: string }[] }
}
export type AppInstance = Record<'onLaunch' | 'onShow' | 'onHide' | 'onError', ((options?: object) => void) | undefined>

const readAppJson = (root: string) => JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8')) as AppJson

const routesOf = ({ pages, subPackages = [] }: AppJson) => [
  ...pages,
  ...subPackages.flatMap(({ root, pages: inside }) => inside.map((page) => `${root.replace(/\/$/, '')}/${page}`)),
]

const asComponent = (page: Options): Options => {
  const methods = Object.fromEntries(Object.entries(page).filter(([, value]) => typeof value === 'function'))
  return { data: page.data, methods }
}

/** A built mini program (`dist/weapp`), its scripts running on the given `wx`; pages are rendered by WeChat's compiler. */
export const openPackage = (root: string, wx: object, getPages: () => object[]) => {
  const tools = wechatTools()
  const json = readAppJson(root)
  const made = new Map<string, Options>()
  const rendered = new Map<string, string>()
  let running = ''
  let app: AppInstance | undefined

  const declare = (options: Options) => {
    made.set(running, options)
    ;(globalThis as unknown as { Component: (options: Options) => void }).Component({ ...options })
  }
  const { run } = scriptLoader(root, {
    wx,
    App: (options: AppInstance) => (app = options),
    Page: (options: Options) => declare(asComponent(options)),
    Component: declare,
    Behavior: (definition: object) =>
      (globalThis as unknown as { Behavior: (given: object) => string }).Behavior(definition),
    getApp: () => app,
    getCurrentPages: getPages,
  })
  // A script runs once in a mini program; what it declared serves every later page.
  const runOnce = (file: string) => {
    running = path.relative(root, file)
    const known = made.get(running)
    if (known) declare(known)
    else run(running)
  }

  return {
    routes: routesOf(json),
    tabs: (json.tabBar?.list ?? []).map(({ pagePath }) => pagePath),
    startApp: (): AppInstance => {
      run('app')
      if (!app) throw new Error(`${root}/app.js did not call App()`)
      return app
    },
    render: (route: string): RenderedPage => {
      tools.scripts.runJs = runOnce
      const known = rendered.get(route)
      const id = known ?? tools.simulate.load(path.join(root, route), { rootPath: root, compiler: 'official' })
      rendered.set(route, id)
      const page = tools.simulate.render(id)
      page.attach(tools.body())
      return page
    },
  }
}
