import { commandsOf } from '@/hooks/commands-of'

/** First part of every key of what officers and regulators read of volunteers. */
export const corpsKey = 'corps'

// The desk counts what waits.
export const { useCommand, useCreation } = commandsOf(corpsKey, 'desk')
