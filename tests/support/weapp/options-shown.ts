import type { Phone } from '../weapp'
import { allElements, type PageElement } from './page-element'

const isChoice = ({ attrs }: PageElement) => attrs.ariaRole === 'radio' || attrs.ariaRole === 'checkbox'

/** Options of the question before the person; the one prepared behind it is not shown. */
export const optionsShown = (phone: Phone): PageElement[] => {
  const found = allElements(phone.tree()).filter(isChoice)
  if (found.length === 0) throw new Error(`no option on the page: ${phone.text()}`)
  return found
}
