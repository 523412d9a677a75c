import type { OutboxItem } from '../../kit/aggregate'

/** Pushed by whatever erases what is personal of an application: every room of volunteers then does its part. */
export const forgottenItem = (applicationId: string): Omit<OutboxItem, 'id'> => ({
  ...{ to: 'local', kind: 'forgotten' },
  payload: { applicationId },
})
