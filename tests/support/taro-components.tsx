import { createElement, type ReactNode } from 'react'

type Props = Record<string, unknown> & { children?: ReactNode }

const events: Record<string, string> = { onClick: 'onClick', onKeyDown: 'onKeyDown', onBlur: 'onBlur' }
const plain = /^(className|id|role|style|src|aria-.+)$/

/** Only what a browser understands; the rest is Taro's own. */
const domProps = (props: Props) =>
  Object.fromEntries(
    Object.entries(props).flatMap(([name, value]) => {
      if (name === 'tabindex') return [['tabIndex', value]]
      return plain.test(name) || name in events ? [[events[name] ?? name, value]] : []
    }),
  )

const standIn = (tag: string) => {
  const StandIn = ({ children, ...props }: Props) => createElement(tag, domProps(props), children)
  return StandIn
}

/** An input the way Taro tells of it: the typed text is in `event.detail.value`. */
const inputOf = (tag: string) => {
  const StandIn = ({ onInput, value, placeholder, maxlength, nativeProps, ...props }: Props) =>
    createElement(tag, {
      ...domProps(props),
      ...(nativeProps as object),
      value: value ?? '',
      placeholder,
      maxLength: maxlength,
      onChange: (event: { target: { value: string } }) =>
        (onInput as (event: object) => void)({ detail: { value: event.target.value } }),
    })
  return StandIn
}

export const View = standIn('div')
export const Text = standIn('span')
export const Image = standIn('img')
export const ScrollView = standIn('div')
export const Button = standIn('button')
export const Input = inputOf('input')
export const Textarea = inputOf('textarea')
