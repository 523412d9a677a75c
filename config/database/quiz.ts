import type { CollectionDeclaration } from './collection-type'

export const quizCollections: readonly CollectionDeclaration[] = []
