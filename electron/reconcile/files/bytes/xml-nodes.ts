import { XMLParser } from 'fast-xml-parser'

/** An element of an XML file: text, or elements by their names. */
export type XmlNode = string | { readonly [name: string]: XmlNode | readonly XmlNode[] } | undefined

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  // Amounts stay as they are written: no number passes through floating point.
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
})

/** Reads XML as it is written; undefined where it is none, or declares entities of its own. */
export function xmlOf(text: string): XmlNode {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return undefined
  try {
    return parser.parse(text) as XmlNode
  } catch {
    return undefined
  }
}

/** All elements at a path below a node, in their order. */
export function nodesAt(node: XmlNode, ...path: readonly string[]): XmlNode[] {
  const [name, ...rest] = path
  if (name === undefined) return node === undefined ? [] : [node]
  if (typeof node !== 'object') return []
  const found = node[name]
  const all = Array.isArray(found) ? (found as XmlNode[]) : [found as XmlNode]
  return all.flatMap((one) => nodesAt(one, ...rest))
}

/** The text of the first element at a path; empty where there is none. */
export function textAt(node: XmlNode, ...path: readonly string[]): string {
  const [first] = nodesAt(node, ...path)
  if (typeof first === 'string') return first
  const own = typeof first === 'object' ? first['#text'] : undefined
  return typeof own === 'string' ? own : ''
}
