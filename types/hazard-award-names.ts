/** `王**`: not even how long the name is. */
export const surnameOf = (name: string): string => `${[...name][0] ?? '某'}**`
/** `线索 …7K2 的上报人`. */
export const tailName = (code: string, first: boolean): string =>
  `线索 …${code.slice(-3)} 的${first ? '上报人' : '共同上报人'}`
