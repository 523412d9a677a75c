import type { AriaFacts } from './aria-facts'

const word = (fact: boolean | undefined) => (fact === undefined ? undefined : String(fact))

/** Attributes for a Taro component. A value of undefined would be written as text, so it is left out. */
export const aria = (facts: AriaFacts): Record<string, string> => {
  const attributes: Record<string, string | undefined> = {
    role: facts.role,
    'aria-label': facts.label,
    'aria-checked': word(facts.checked),
    'aria-selected': word(facts.selected),
    'aria-expanded': word(facts.expanded),
    'aria-disabled': word(facts.disabled),
    'aria-hidden': word(facts.hidden),
    'aria-modal': word(facts.modal),
    'aria-level': facts.level?.toString(),
    'aria-valuenow': facts.valueNow?.toString(),
  }
  return Object.fromEntries(
    Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

type KeyEvent = { key?: string; preventDefault: () => void }

/** Lets Tab reach the component and Enter or space press it, as a PC user expects. */
export const keyboard = (press: (() => void) | undefined): Record<string, unknown> =>
  press
    ? {
        tabindex: 0,
        onKeyDown: (event: KeyEvent) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          press()
        },
      }
    : {}

/** A stretch that scrolls can be reached by Tab and moved by the arrows. */
export const scrollable: Record<string, unknown> = { tabindex: 0 }

/** Taro's image is a box around the browser's own: the box is labelled, what is in it stays silent. */
export const innerPicture: Record<string, unknown> = { nativeProps: { alt: '' } }
