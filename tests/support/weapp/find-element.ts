import { allElements, type PageElement } from './page-element'

/** What a test points at: a text shown (or aria label, or placeholder), or `.class`. */
export type Target = string

const nameOf = ({ attrs }: PageElement) =>
  [attrs.ariaLabel, attrs['aria-label'], attrs.placeholder].map((name) => String(name ?? ''))

const hasClass = ({ attrs }: PageElement, name: string) =>
  String(attrs.class ?? '')
    .split(/\s+/)
    .includes(name)

const deepest = (found: PageElement[]) => found.filter((one) => !found.some((other) => isInside(other, one)))

const isInside = (inner: PageElement, outer: PageElement): boolean =>
  inner.parent !== undefined && (inner.parent === outer || isInside(inner.parent, outer))

const squeeze = (text: string) => text.replace(/\s+/g, '')

/** Elements the target names: by class, else by whole text, else by label, else by part of the text; deepest ones only. */
export const findElements = (root: PageElement, target: Target): PageElement[] => {
  const all = allElements(root)
  if (/^\.[\w-]+$/.test(target)) return all.filter((element) => hasClass(element, target.slice(1)))
  const wanted = squeeze(target)
  const tests: ((element: PageElement) => boolean)[] = [
    ({ text }) => squeeze(text) === wanted,
    (element) => nameOf(element).some((name) => squeeze(name) === wanted),
    ({ text }) => squeeze(text).includes(wanted),
    (element) => nameOf(element).some((name) => squeeze(name).includes(wanted)),
  ]
  for (const test of tests) {
    const found = deepest(all.filter(test))
    if (found.length > 0) return found
  }
  return []
}

const fields = new Set(['input', 'textarea', 'picker', 'switch', 'slider'])

/** The field a label names: by its placeholder or aria label, else the first field after the label's text. */
export const findField = (root: PageElement, label: string): PageElement | undefined => {
  const all = allElements(root)
  const named = all.find((element) => fields.has(element.tag) && nameOf(element).some((name) => name.includes(label)))
  if (named) return named
  const [text] = findElements(root, label)
  return text && all.slice(all.indexOf(text)).find(({ tag }) => fields.has(tag))
}

/** The element itself or the nearest around it that listens to `event`. */
export const listening = (element: PageElement, event: string): PageElement | undefined => {
  if (element.events.has(event)) return element
  return element.parent && listening(element.parent, event)
}
