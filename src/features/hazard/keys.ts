const root = ['hazard'] as const
export const hazardKeys = {
  root,
  mine: [...root, 'mine'],
  one: (id: string) => [...root, 'one', id],
  similar: (asked: unknown) => [...root, 'similar', asked],
  fixList: [...root, 'fixList'],
  fixDetail: (id: string) => [...root, 'fixDetail', id],
} as const
