/** One browser plays many people: what belongs to a person is kept under that person. */
let owner = ''

export const setStorageOwner = (openid: string) => {
  owner = openid
}

export const scopedKey = (key: string): string => (key === 'persona' || !owner ? key : `${key}@${owner}`)

/** Whether a stored key is this person's. */
export const isOwnKey = (key: string): boolean => owner !== '' && key.endsWith(`@${owner}`)
