import { api, refusal } from './answer'
import type { openPackage } from './open-package'
import type { RenderedPage } from './simulate'

export type OpenPage = { route: string; query: Record<string, string>; rendered: RenderedPage }
export type SetDataStats = {
  calls: number
  bytes: number
  /** JSON of the calls since it was last emptied. */
  latest: string[]
  /** JSON of the calls since the last tap: what a toast said is there when the toast is gone. */
  sinceTap: string
}

const parseUrl = (url: string, from: string) => {
  const [name = '', query = ''] = url.split('?')
  const route = name.startsWith('/') ? name.slice(1) : new URL(name, `http://x/${from}`).pathname.slice(1)
  const pairs = query.split('&').filter(Boolean)
  return { route, query: Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string])) }
}

const eventChannel = () => ({ on: () => undefined, once: () => undefined, off: () => undefined, emit: () => undefined })

const lifecycle = ({ rendered: { instance } }: OpenPage, name: string, ...args: unknown[]) => {
  const run = instance[name]
  if (typeof run === 'function') run.apply(instance, args)
}

/** Counts what the page sends to the view, and sends a JSON copy as the bridge does. */
const countSetData = ({ rendered: { instance } }: OpenPage, stats: SetDataStats) => {
  const { setData } = instance
  instance.setData = (data, done) => {
    const text = JSON.stringify(data)
    stats.calls += 1
    stats.bytes += Buffer.byteLength(text)
    stats.latest.push(text)
    stats.sinceTap += text
    setData.call(instance, JSON.parse(text) as Record<string, unknown>, done)
  }
}

/** The page stack of one phone and the wx APIs that move it. */
export const pageStack = (pack: () => ReturnType<typeof openPackage>, stats: SetDataStats) => {
  const stack: OpenPage[] = []
  const current = () => stack.at(-1)

  const show = (url: string) => {
    const { route, query } = parseUrl(url, current()?.route ?? '')
    if (!pack().routes.includes(route)) throw refusal('navigateTo', `page "${route}" is not found`)
    const page: OpenPage = { route, query, rendered: pack().render(route) }
    Object.assign(page.rendered.instance, {
      route,
      __route__: route,
      options: query,
      getOpenerEventChannel: eventChannel,
    })
    countSetData(page, stats)
    stack.push(page)
    for (const [name, ...args] of [['onLoad', query], ['onShow'], ['onReady']] as const) lifecycle(page, name, ...args)
  }
  const drop = () => {
    const page = stack.pop()
    if (!page) return
    lifecycle(page, 'onUnload')
    page.rendered.detach()
  }
  const back = (delta: number) => {
    for (let left = Math.min(delta, stack.length - 1); left > 0; left -= 1) drop()
    const page = current()
    if (page) lifecycle(page, 'onShow')
  }
  const clear = () => {
    while (stack.length > 0) drop()
  }
  const replaceAll = (url: string) => {
    clear()
    show(url)
  }
  type Url = { url: string }
  return {
    current,
    show,
    clear,
    lifecycle: (name: string, ...args: unknown[]) => current() && lifecycle(current() as OpenPage, name, ...args),
    instances: () => stack.map(({ rendered }) => rendered.instance),
    apis: {
      navigateTo: api<Url>('navigateTo', ({ url }) => {
        if (stack.length >= 10) throw refusal('navigateTo', 'webview count limit exceed')
        const page = current()
        if (page) lifecycle(page, 'onHide')
        show(url)
        return { eventChannel: eventChannel() }
      }),
      redirectTo: api<Url>('redirectTo', ({ url }) => {
        drop()
        show(url)
      }),
      navigateBack: api<{ delta?: number }>('navigateBack', ({ delta = 1 }) => back(delta)),
      reLaunch: api<Url>('reLaunch', ({ url }) => replaceAll(url)),
      switchTab: api<Url>('switchTab', ({ url }) => {
        if (!pack().tabs.includes(url.replace(/^\//, '')))
          throw refusal('switchTab', 'can not switch to no-tabBar page')
        replaceAll(url)
      }),
    },
  }
}
