import {
  AliasNode,
  BinaryOperationNode,
  type CaseNode,
  ColumnNode,
  GroupByItemNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  OperatorNode,
  type QueryId,
  type OperationNode,
  type OrderByItemNode,
  PrimitiveValueListNode,
  RawNode,
  ReferenceNode,
  type SelectionNode,
  type SelectQueryNode,
  ValueListNode,
  ValueNode,
  type WhenNode,
} from 'kysely'

/**
 * Gives queries the meaning that they have in the embedded engine, wherever PostgreSQL would take them otherwise or not
 * at all: so that a query is written once.
 * @param nullable columns that may be without a value
 */
export function sameMeaning(nullable: ReadonlySet<string>): KyselyPlugin[] {
  const transformer = new SameMeaning(nullable)
  return [
    {
      transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
      transformResult: async ({ result }) => result,
    },
  ]
}

class SameMeaning extends OperationNodeTransformer {
  readonly #nullable: ReadonlySet<string>

  constructor(nullable: ReadonlySet<string>) {
    super()
    this.#nullable = nullable
  }

  /** A list without values holds nothing: Kysely's own plugin for it does not look into what is chosen from within. */
  protected override transformBinaryOperation(node: BinaryOperationNode, queryId?: QueryId): BinaryOperationNode {
    const { operator, rightOperand: list } = node
    const isList = PrimitiveValueListNode.is(list) || ValueListNode.is(list)
    if (!isList || list.values.length > 0 || !OperatorNode.is(operator))
      return super.transformBinaryOperation(node, queryId)
    const [one, none] = [ValueNode.createImmediate(1), ValueNode.createImmediate(0)]
    return BinaryOperationNode.create(one, OperatorNode.create('='), operator.operator === 'in' ? none : one)
  }

  /** Rows without a value stand first in ascending order and last in descending order. */
  protected override transformOrderByItem(node: OrderByItemNode, queryId?: QueryId): OrderByItemNode {
    const item = super.transformOrderByItem(node, queryId)
    const name = columnOf(item.orderBy)
    if (item.nulls || (name !== undefined && !this.#nullable.has(name))) return item
    return { ...item, nulls: isDescending(item.direction) ? 'last' : 'first' }
  }

  /** A number among the results is a number: as a mark PostgreSQL takes it for a text. */
  protected override transformCase(node: CaseNode, queryId?: QueryId): CaseNode {
    const made = super.transformCase(node, queryId)
    return made.else ? { ...made, else: constant(made.else) } : made
  }

  protected override transformWhen(node: WhenNode, queryId?: QueryId): WhenNode {
    const made = super.transformWhen(node, queryId)
    return made.result ? { ...made, result: constant(made.result) } : made
  }

  /** What is chosen beside sums depends on what is grouped by; PostgreSQL wants it said. */
  protected override transformSelectQuery(node: SelectQueryNode, queryId?: QueryId): SelectQueryNode {
    const query = super.transformSelectQuery(node, queryId)
    const selections = query.selections?.map(withConstant)
    const made = selections ? { ...query, selections } : query
    if (!made.groupBy) return made
    const bare = [
      ...(selections ?? []).flatMap(({ selection }) => chosenColumn(selection)),
      ...(made.orderBy?.items ?? []).flatMap(({ orderBy }) => qualified(orderBy)),
    ]
    return {
      ...made,
      groupBy: { ...made.groupBy, items: [...made.groupBy.items, ...bare.map(GroupByItemNode.create)] },
    }
  }
}

function constant(node: OperationNode): OperationNode {
  return ValueNode.is(node) && typeof node.value === 'number' ? ValueNode.createImmediate(node.value) : node
}

function withConstant(node: SelectionNode): SelectionNode {
  const { selection } = node
  if (!AliasNode.is(selection)) return node
  return { ...node, selection: { ...selection, node: constant(selection.node) } }
}

function chosenColumn(selection: SelectionNode['selection']): OperationNode[] {
  const node = AliasNode.is(selection) ? selection.node : selection
  return ReferenceNode.is(node) && ColumnNode.is(node.column) ? [node] : ColumnNode.is(node) ? [node] : []
}

/** Only with its table's name: alone it may name a sum. */
function qualified(node: OperationNode): OperationNode[] {
  return ReferenceNode.is(node) && node.table !== undefined ? [node] : []
}

/** The column's name; undefined for anything but a column, which may have no value. */
function columnOf(node: OperationNode): string | undefined {
  const inner = ReferenceNode.is(node) ? node.column : node
  return ColumnNode.is(inner) ? inner.column.name : undefined
}

function isDescending(direction: OperationNode | undefined): boolean {
  return direction !== undefined && RawNode.is(direction) && direction.sqlFragments.join('').includes('desc')
}
