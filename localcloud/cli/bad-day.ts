/** An error whose message is one Chinese sentence for the person at the terminal: what is wrong and what to do. */
export const badDay = (sentence: string): Error => Object.assign(new Error(sentence), { name: 'BadDay' })

export const isBadDay = (error: unknown): error is Error => error instanceof Error && error.name === 'BadDay'
