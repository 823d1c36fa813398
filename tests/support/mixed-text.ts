import { parseSync } from 'oxc-parser';

/** What a child of an element is, as far as its source tells. */
type Kind =
  /** white space, which nobody translates */
  | 'blank'
  /** a text node, which stays as it is */
  | 'still'
  /** a text node that may change, or may not be there */
  | 'text'
  /** an element that is always there */
  | 'element'
  /** elements that may come and go */
  | 'changing';

type Node = { type: string; start: number; [key: string]: unknown };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

/** Names of values and functions that are, or make, elements wherever they stand. */
const ELEMENTS =
  /^(children|action|before|back|badge|blocked|foot|footer|instead|line|map|out|step|swatch)$/;

/** Of an expression within braces. */
function kindOf(node: Node): Kind {
  switch (node.type) {
    case 'JSXElement':
    case 'JSXFragment':
      return 'element';
    case 'ParenthesizedExpression':
    case 'TSNonNullExpression':
    case 'TSAsExpression':
    case 'AwaitExpression':
      return kindOf((node.expression ?? node.argument) as Node);
    case 'ConditionalExpression':
      return either(node.consequent, node.alternate);
    case 'LogicalExpression':
      return node.operator === '&&' ? either(node.right) : either(node.left, node.right);
    case 'Literal':
      return String(node.value).trim() ? 'still' : 'blank';
    case 'CallExpression':
      return ELEMENTS.test(nameOf(node.callee)) ? 'changing' : 'text';
    case 'Identifier':
    case 'MemberExpression':
      return ELEMENTS.test(nameOf(node)) ? 'changing' : 'text';
    default:
      return 'text';
  }
}

const either = (...branches: unknown[]): Kind =>
  branches.some((branch) => /text|still/.test(kindOf(branch as Node))) ? 'text' : 'changing';

function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  return String(node.name ?? (isNode(node.property) ? nameOf(node.property) : ''));
}

function childKind(child: Node): Kind {
  if (child.type === 'JSXText') return String(child.value).trim() ? 'still' : 'blank';
  if (child.type !== 'JSXExpressionContainer') return 'element';
  const expression = child.expression as Node;
  return expression.type === 'JSXEmptyExpression' ? 'blank' : kindOf(expression);
}

/**
 * Finds text that stands beside something that comes and goes, or changes beside anything, without an
 * element of its own. A browser that translates moves text nodes into elements: React then changes a
 * text that nobody sees, or fails to put something before it.
 * @returns the lines in which such elements begin
 */
export function mixedText(file: string, source: string): number[] {
  const lines: number[] = [];
  const visit = (node: Node) => {
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      const kinds = (node.children as Node[]).map(childKind);
      if (isMixed(kinds.filter((kind) => kind !== 'blank')))
        lines.push(source.slice(0, node.start).split('\n').length);
    }
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child);
    }
  };
  visit(parseSync(file, source).program as unknown as Node);
  return lines;
}

function isMixed(kinds: Kind[]): boolean {
  if (kinds.length < 2) return false;
  const has = (kind: Kind) => kinds.includes(kind);
  return has('text') || (has('still') && has('changing'));
}
