import { commandsOf } from '@/hooks/commands-of'

/** First part of every key of the office. */
export const officeKey = 'office'
/** Milliseconds between two looks at something that is being worked on. */
export const whileWorking = 3_000

export const { useCommand, useCreation } = commandsOf(officeKey)
