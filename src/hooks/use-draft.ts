import { useCallback, useEffect, useRef, useState } from 'react'
import { useDidHide } from '@tarojs/taro'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { readStored, removeStored, writeStored } from '@/lib/storage'
import type { DraftKey } from '@/lib/storage-keys'

type Options<T extends FieldValues> = {
  key: DraftKey
  /** Raise it when the form's shape changes: older drafts are forgotten. */
  version: number
  form: UseFormReturn<T>
  /** Keeps several drafts of one kind apart, e.g. a hazard's id. */
  part?: string
  /** Fields too sensitive to rest on the phone. */
  except?: readonly (keyof T)[]
}

const nothing: readonly never[] = []

const pause = 400

const reviveDraft = (key: DraftKey, version: number, part: string) => {
  const draft = readStored(key, part)
  return draft?.version === version ? draft : undefined
}

/**
 * Keeps what is typed: read back at the first opening, written 0.4 s after the last change and when the page hides.
 * `clear()` after the submission was stored.
 */
export const useDraft = <T extends FieldValues>({ key, version, form, part = '', except = nothing }: Options<T>) => {
  const kept = useRef(except)
  const [restoredAt, setRestoredAt] = useState(() => reviveDraft(key, version, part)?.savedAt ?? null)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const closed = useRef(false)

  const write = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    if (closed.current) return
    const values = Object.fromEntries(Object.entries(form.getValues()).filter(([name]) => !kept.current.includes(name)))
    writeStored(key, { version, savedAt: new Date().toISOString(), values }, part)
  }, [form, key, part, version])

  useEffect(() => {
    const draft = reviveDraft(key, version, part)
    if (draft) form.reset({ ...form.getValues(), ...(draft.values as Partial<T>) })
    const subscription = form.watch(() => {
      clearTimeout(timer.current)
      timer.current = setTimeout(write, pause)
    })
    return () => {
      subscription.unsubscribe()
      if (timer.current) write()
    }
  }, [form, key, part, version, write])

  useDidHide(() => {
    if (timer.current) write()
  })

  const clear = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    closed.current = true
    removeStored(key, part)
    setRestoredAt(null)
  }, [key, part])

  return { restoredAt, clear }
}
