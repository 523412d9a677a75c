import { createRequire } from 'node:module'
import path from 'node:path'

/** One node of WeChat's own component framework (exparser), as far as the harness looks at it. */
export type WxNode = {
  id: string
  textContent?: string
  childNodes?: WxNode[]
  shadowRoot?: WxNode
  _vt?: {
    tagName: string
    componentId?: string
    attrs: { name: string; value: unknown }[]
    event: Record<string, { name: string }>
  }
}
export type WxInstance = Record<string, unknown> & {
  setData: (data: Record<string, unknown>, done?: () => void) => void
}
type Exparser = {
  Event: {
    create(name: string, detail: unknown, options: object): object
    dispatchEvent(node: WxNode, event: object): void
  }
}
export type RenderedPage = {
  instance: WxInstance
  _exparserNode: WxNode
  attach(parent: unknown): void
  detach(): void
}
type Simulate = {
  load(componentPath: string, options: { rootPath: string; compiler: 'official' }): string
  render(id: string): RenderedPage
}
type Tools = { simulate: Simulate; exparser: Exparser; body: () => unknown; scripts: { runJs: (file: string) => void } }

/** The framework draws into a DOM and takes it from the globals when it is first loaded. */
const standOnDom = (require: NodeJS.Require) => {
  if ('document' in globalThis) return
  const { JSDOM } = require('jsdom') as { JSDOM: new (html: string) => { window: Record<string, unknown> } }
  const { window } = new JSDOM('<!doctype html><body></body>')
  const names = ['document', 'CustomEvent', 'TouchEvent', 'HTMLElement', 'Element', 'Node']
  Object.assign(globalThis, { window, ...Object.fromEntries(names.map((name) => [name, window[name]])) })
}

const open = (): Tools => {
  const require = createRequire(path.resolve('package.json'))
  standOnDom(require)
  const simulate = require('miniprogram-simulate') as Simulate
  const scripts = require('miniprogram-simulate/src/utils.js') as Tools['scripts']
  const exparser = createRequire(require.resolve('j-component'))('miniprogram-exparser') as Exparser
  return { simulate, exparser, scripts, body: () => (globalThis as { document?: { body: unknown } }).document?.body }
}

let tools: Tools | undefined

/** WeChat's compiler (wcc) and component framework, opened once. */
export const wechatTools = (): Tools => (tools ??= open())
