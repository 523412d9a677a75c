/* Functions here run inside the browser: each stands alone. */

export type Finding = { rule: string; what: string }

/** Text cut off without an ellipsis, or beyond the width of the page. */
export const findCutText = (): Finding[] => {
  const clips = (style: CSSStyleDeclaration) =>
    /hidden|clip/.test(style.overflowX) || /hidden|clip/.test(style.overflowY)
  const ellipsis = (style: CSSStyleDeclaration) =>
    style.textOverflow === 'ellipsis' || Number(style.webkitLineClamp) > 0
  const isSeen = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const cutBy = (rect: DOMRect, element: Element): string | undefined => {
    if (rect.left < -1 || rect.right > document.documentElement.clientWidth + 1) {
      if (!element.closest('[data-scrolls-x]')) return 'the width of the page'
    }
    for (let around: Element | null = element; around && around !== document.body; around = around.parentElement) {
      const style = getComputedStyle(around)
      if (/auto|scroll/.test(style.overflowX + style.overflowY)) return undefined
      if (!clips(style) || ellipsis(style)) continue
      const box = around.getBoundingClientRect()
      if (rect.right > box.right + 1 || rect.left < box.left - 1) return `.${around.className} (width)`
      if (rect.bottom > box.bottom + 2 || rect.top < box.top - 2) return `.${around.className} (height)`
    }
    return undefined
  }
  const found: Finding[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent?.trim() ?? ''
    if (!element || !text || !isSeen(element) || element.closest('script,style')) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const rect of range.getClientRects()) {
      if (rect.width === 0) continue
      const by = cutBy(rect, element)
      if (by) found.push({ rule: 'cut-text', what: `“${text.slice(0, 30)}” is cut by ${by}` })
      if (by) break
    }
  }
  return found
}

/** Grey shapes where by now there should be content, or a word why there is none. */
export const findUnfinished = (): Finding[] =>
  [...document.querySelectorAll('.skeleton, .skeleton-word')]
    .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .slice(0, 1)
    .map(() => ({ rule: 'still-loading', what: 'the page shows grey shapes only' }))

/** Texts lying on one another. */
export const findOverlaps = (): Finding[] => {
  const layered = (element: Element): boolean => {
    for (let around: Element | null = element; around; around = around.parentElement)
      if (/fixed|sticky/.test(getComputedStyle(around).position)) return true
    return false
  }
  type Piece = { text: string; element: Element; rect: DOMRect }
  const pieces: Piece[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent?.trim() ?? ''
    if (!element || !text || element.closest('script,style') || !element.checkVisibility({ opacityProperty: true }))
      continue
    if (layered(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    // The letters themselves: a font's own line box is taller and may reach into the next line.
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    for (const { left, width, top, height } of range.getClientRects()) {
      const rect = new DOMRect(left, top + (height - size) / 2, width, size)
      if (width > 4) pieces.push({ text: text.slice(0, 20), element, rect })
    }
  }
  const overlap = (a: DOMRect, b: DOMRect) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5
  return pieces.flatMap((one, at) =>
    pieces
      .slice(at + 1)
      .filter((other) => other.element !== one.element && overlap(one.rect, other.rect))
      .map((other) => ({ rule: 'overlap', what: `“${one.text}” lies on “${other.text}”` })),
  )
}

/** Notes every element that listens to a click, for `findSmallTargets`; runs before the page's own scripts. */
export const noteClickListeners = (): void => {
  const tappable = new WeakSet<object>()
  Object.assign(window, { tappable })
  const listen = EventTarget.prototype.addEventListener
  // eslint-disable-next-line no-restricted-syntax -- the listener is put on whatever `this` is
  EventTarget.prototype.addEventListener = function (this: EventTarget, type: string, ...rest: unknown[]) {
    // React listens for all at the root; what listens at a root is no target.
    if (type === 'click' && this instanceof Element && this.id !== 'app' && this.parentElement) tappable.add(this)
    Reflect.apply(listen, this, [type, ...rest])
  }
}

/** Things to tap smaller than 44 × 44 px. */
export const findSmallTargets = (): Finding[] => {
  const roles = '[role=button],[role=link],[role=tab],[role=switch],[role=radio],[role=checkbox],[role=option]'
  const native = 'button,a[href],input:not([type=hidden]):not([type=file]),textarea,select,taro-button-core'
  const tappable = (window as unknown as { tappable?: WeakSet<Element> }).tappable
  const found: Finding[] = []
  for (const element of document.querySelectorAll('body *')) {
    if (!element.matches(`${roles},${native}`) && !tappable?.has(element)) continue
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    const own = element.getBoundingClientRect()
    // An input inside a taller tappable row is tapped as that row.
    const row = element.closest('label,taro-label-core,.field')?.getBoundingClientRect() ?? own
    const [width, height] = [Math.max(own.width, row.width), Math.max(own.height, row.height)]
    if (own.width < 2 || (width >= 43.5 && height >= 43.5)) continue
    const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 20) ?? ''
    found.push({
      rule: 'small-target',
      what: `“${name}” .${element.className}: ${Math.round(width)} × ${Math.round(height)}`,
    })
  }
  return found
}
