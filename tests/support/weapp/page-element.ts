import type { WxNode } from './simulate'

/** One element a page shows: what WeChat's compiler made of the WXML, as a test looks at it. */
export type PageElement = {
  node: WxNode
  tag: string
  attrs: Record<string, unknown>
  /** Event name → bound here. */
  events: ReadonlySet<string>
  parent: PageElement | undefined
  children: PageElement[]
  /** All text inside, parts joined by nothing. */
  text: string
}

const isText = (node: WxNode) => !node.childNodes && typeof node.textContent === 'string'

// Built-in components are registered under their own tag; a component of the package under an id.
const isOwnComponent = ({ _vt }: WxNode) => Boolean(_vt?.componentId) && _vt?.componentId !== _vt?.tagName

const isVirtual = (node: WxNode) => node._vt?.tagName === 'virtual' || isOwnComponent(node)

const childrenOf = (node: WxNode): WxNode[] =>
  (isOwnComponent(node) ? node.shadowRoot?.childNodes : node.childNodes) ?? []

const isShown = (attrs: Record<string, unknown>) => !/display:\s*none/.test(String(attrs.style ?? ''))

const elementOf = (node: WxNode, parent: PageElement | undefined): PageElement => {
  const attrs = Object.fromEntries((node._vt?.attrs ?? []).map(({ name, value }) => [name, value]))
  const events = new Set(Object.values(node._vt?.event ?? {}).map(({ name }) => name))
  const tag = String(node._vt?.tagName ?? '')
  return { node, tag, attrs, events, parent, children: [], text: '' }
}

const grow = (node: WxNode, into: PageElement) => {
  for (const child of childrenOf(node)) {
    if (isText(child)) {
      into.text += child.textContent ?? ''
      continue
    }
    if (isVirtual(child)) {
      grow(child, into)
      continue
    }
    const element = elementOf(child, into)
    if (!isShown(element.attrs)) continue
    const before = into.text
    grow(child, element)
    into.children.push(element)
    into.text = before + element.text
  }
}

/** The page's elements as a tree; hidden ones left out. */
export const readPage = (host: WxNode): PageElement => {
  const root = elementOf(host, undefined)
  if (host.shadowRoot) grow(host.shadowRoot, root)
  return root
}

/** Every element under `root`, in page order. */
export const allElements = (root: PageElement): PageElement[] =>
  root.children.flatMap((child) => [child, ...allElements(child)])
