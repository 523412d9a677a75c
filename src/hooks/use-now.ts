import { useEffect, useState } from 'react'

/** The time, renewed every `milliseconds`: for countdowns and "x minutes ago". */
export const useNow = (milliseconds = 60_000): Date => {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), milliseconds)
    return () => clearInterval(timer)
  }, [milliseconds])
  return now
}
