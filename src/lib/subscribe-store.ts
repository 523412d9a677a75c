import { create } from 'zustand'

export type SubscribeTemplate = { id: string; title: string }
export type SubscribeResult = 'accept' | 'reject' | 'ban' | 'filter'
/** Template id → what the person chose. */
export type SubscribeResults = Record<string, SubscribeResult>

/** What the person told WeChat to do without asking: the main switch, and template id → kept answer. */
export type SubscribeChoices = { isOn: boolean; items: Readonly<Record<string, string | undefined>> }

type Ask = { templates: readonly SubscribeTemplate[]; answer: (results: SubscribeResults) => void }

/** The browser's stand-in for WeChat's own subscribe panel. */
export const useSubscribeAsk = create<{ ask: Ask | null }>(() => ({ ask: null }))
