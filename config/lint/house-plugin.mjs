import path from 'node:path'
import { refusedArrow, refusedPackage, resolveImport } from './zones.mjs'

const root = path.resolve(import.meta.dirname, '../..')
const repoPath = (context) => path.relative(root, context.filename).split(path.sep).join('/')

const arrows = {
  meta: { type: 'problem', schema: [], docs: { description: 'the arrows allowed between rooms' } },
  create: (context) => {
    const from = repoPath(context)
    const check = (node, source) => {
      if (typeof source !== 'string') return
      const to = resolveImport(from, source)
      const reason = to === null ? refusedPackage(from, source) : refusedArrow(from, to)
      if (reason !== null) context.report({ node, message: `${reason} (${source})` })
    }
    return {
      ImportDeclaration: (node) => check(node, node.source.value),
      ExportNamedDeclaration: (node) => check(node, node.source?.value),
      ExportAllDeclaration: (node) => check(node, node.source.value),
      ImportExpression: (node) => check(node, node.source.value),
      TSImportType: (node) => check(node, node.source?.value ?? node.argument?.literal?.value),
      'CallExpression[callee.name="require"]': (node) => check(node, node.arguments[0]?.value),
    }
  },
}

const fileName = {
  meta: { type: 'suggestion', schema: [], docs: { description: 'kebab-case file names' } },
  create: (context) => ({
    Program: (node) => {
      const name = path.basename(context.filename)
      if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)+$/.test(name))
        context.report({ node, message: `file name ${name} is not kebab-case` })
    },
  }),
}

const reasonedDisable = {
  meta: { type: 'problem', schema: [], docs: { description: 'a rule is switched off with a reason only' } },
  create: (context) => ({
    Program: () => {
      for (const comment of context.sourceCode.getAllComments())
        if (/^\s*eslint-disable/.test(comment.value) && !/--\s*\S.{8}/.test(comment.value))
          context.report({ loc: comment.loc, message: 'say why after " -- "' })
    },
  }),
}

/** Rules of this repository alone. */
export const housePlugin = {
  meta: { name: 'house' },
  rules: { arrows, 'file-name': fileName, 'reasoned-disable': reasonedDisable },
}
