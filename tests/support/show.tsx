import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

/** Renders into the page; answers what a person finds there. Needs the jsdom environment. */
export const show = async (content: ReactNode) => {
  const host = document.body.appendChild(document.createElement('div'))
  const root = createRoot(host)
  const render = (next: ReactNode) => act(async () => root.render(next))
  await render(content)
  const all = (selector: string) => [...host.querySelectorAll<HTMLElement>(selector)]
  const pressable = (name: string) =>
    all('[role=button],[role=radio],[role=checkbox],[role=tab]').find(
      (element) => (element.getAttribute('aria-label') ?? element.textContent) === name,
    )
  const must = (name: string) => {
    const element = pressable(name)
    if (!element) throw new Error(`nothing to press is called “${name}”; the page shows: ${host.textContent ?? ''}`)
    return element
  }
  return {
    host,
    render,
    all,
    text: () => host.textContent ?? '',
    find: (name: string) => pressable(name),
    press: (name: string) => act(async () => must(name).click()),
    key: (name: string, key: string) =>
      act(async () => {
        must(name).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      }),
    type: (label: string, text: string) =>
      act(async () => {
        const input = host.querySelector<HTMLInputElement>(`[aria-label="${label}"]`)
        if (!input) throw new Error(`no input ${label}`)
        const prototype = input instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
        Object.getOwnPropertyDescriptor(prototype.prototype, 'value')?.set?.call(input, text)
        input.dispatchEvent(new Event('input', { bubbles: true }))
      }),
    close: () => act(async () => root.unmount()),
  }
}
