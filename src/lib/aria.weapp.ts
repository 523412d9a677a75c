import type { AriaFacts } from './aria-facts'

/** Attributes for a Taro component; WeChat knows roles and labels by the names the build puts into its templates. */
export const aria = ({
  role,
  label,
  checked,
  selected,
  expanded,
  disabled,
  hidden,
}: AriaFacts): Record<string, unknown> => ({
  ...(role && { ariaRole: role }),
  ...(label && { ariaLabel: label }),
  ...(checked !== undefined && { ariaChecked: checked }),
  ...(selected !== undefined && { ariaSelected: selected }),
  ...(expanded !== undefined && { ariaExpanded: expanded }),
  ...(disabled !== undefined && { ariaDisabled: disabled }),
  ...(hidden !== undefined && { ariaHidden: hidden }),
})

/** A phone has no keyboard to press with. */
export const keyboard: (press: (() => void) | undefined) => Record<string, unknown> = () => ({})

/** A finger scrolls. */
export const scrollable: Record<string, unknown> = {}

/** WeChat's image has nothing inside. */
export const innerPicture: Record<string, unknown> = {}
