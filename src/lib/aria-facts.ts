/** What a screen reader should say. Only what is given is set. */
export type AriaFacts = {
  role?:
    | 'button'
    | 'link'
    | 'radio'
    | 'radiogroup'
    | 'checkbox'
    | 'tab'
    | 'tablist'
    | 'dialog'
    | 'alert'
    | 'status'
    | 'img'
    | 'list'
    | 'listitem'
    | 'progressbar'
    | 'navigation'
    | 'heading'
    | 'group'
    | 'main'
    | 'region'
  label?: string
  checked?: boolean
  selected?: boolean
  expanded?: boolean
  disabled?: boolean
  hidden?: boolean
  modal?: boolean
  level?: number
  valueNow?: number
}
