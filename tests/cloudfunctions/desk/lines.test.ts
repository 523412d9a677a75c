import { decodeLine, encodeLine, filesIn, moveFiles } from 'types/backup-lines'
import { manifestDigest, restoreRank, storedCollections } from 'types/backup'

const prefix = 'cloud://one.bucket/'
const other = 'cloud://two.basket/'
const event = { act: 'create', data: { photo: `${prefix}a.jpg` }, hash: 'h' }
const doc = {
  ...{
    _id: 'x',
    at: new Date('2026-06-10T02:00:00.123Z'),
    nothing: null,
    list: [1, -0.5, [], {}],
    text: '“引号”\n\u2028😀',
  },
  ...{ photos: [{ fileId: `${prefix}hazard/a.jpg` }, { fileId: `${prefix}hazard/a.jpg` }], events: [event] },
  outbox: [
    { to: 'events', payload: event },
    { to: 'notice', payload: { page: `${prefix}b.png` } },
  ],
}

test('a document comes back as it was, dates as dates, and always as the same text', () => {
  expect(decodeLine(encodeLine(doc))).toEqual(doc)
  const { at, ...rest } = doc
  expect(encodeLine({ at, ...rest })).toBe(encodeLine(doc))
  expect(encodeLine(doc)).not.toContain('\n')
})

test('what the product never stores is refused, not bent', () => {
  for (const value of [Number.NaN, new Date('x'), new Map(), Buffer.from('x'), () => 1, 1n])
    expect(() => encodeLine({ _id: 'x', value })).toThrow(TypeError)
  for (const line of ['[]', '{"a":1}', 'null', '{']) expect(() => decodeLine(line)).toThrow()
})

test('every stored file is named once', () => {
  expect(filesIn(encodeLine(doc)).sort()).toEqual([`${prefix}a.jpg`, `${prefix}b.png`, `${prefix}hazard/a.jpg`])
})

test('in another environment files are found under its own name; events keep the words their hashes cover', () => {
  const moved = moveFiles(doc, prefix, other)
  expect(moved.photos).toEqual([{ fileId: `${other}hazard/a.jpg` }, { fileId: `${other}hazard/a.jpg` }])
  expect(moved.events).toEqual([event])
  expect(moved.outbox).toEqual([
    { to: 'events', payload: event },
    { to: 'notice', payload: { page: `${other}b.png` } },
  ])
  expect(moved.at).toEqual(doc.at)
  expect(moveFiles(doc, prefix, prefix)).toBe(doc)
})

test('who looks for an administrator finds none before everything else is back', () => {
  const order = [...storedCollections].sort((left, right) => restoreRank(left) - restoreRank(right))
  expect(order.slice(-4)).toEqual(['people', 'nodes', 'foundings', 'leases'])
})

test('a manifest’s digest covers every part', () => {
  const part = { name: 'people.0.ndjson', collection: 'people', documents: 1, bytes: 2, sha256: '0'.repeat(64) }
  const manifest = {
    ...{ format: 'ankang-backup-1' as const, id: 'x', at: '2026-06-10T02:00:00.000Z', prefix, documents: 1, files: 0 },
    ...{ parts: [part], keys: { sealed: 's', mark: 'm' } },
  }
  const digest = manifestDigest(manifest)
  expect(manifestDigest({ ...manifest, digest } as typeof manifest)).toBe(digest)
  expect(manifestDigest({ ...manifest, parts: [{ ...part, documents: 2 }] })).not.toBe(digest)
})
