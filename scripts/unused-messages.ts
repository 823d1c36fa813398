/**
 * A step of `npm run check`: finds messages that nothing shows. The compiler knows the type of what each
 * translator is asked for, of `t('title')` as of a name with a variable in it, and so every message that
 * it can be (docs/decisions/034).
 */
import { join, relative } from 'node:path';
import {
  isAwaitExpression,
  isCallExpression,
  isIdentifier,
  isObjectLiteralExpression,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isStringLiteral,
  isVariableDeclaration,
  type Node,
} from 'typescript/unstable/ast';
import { API, type Checker, type Type } from 'typescript/unstable/sync';
import messages from '@/messages/en.json';
import { ROOT } from './steps.mjs';

const SHOWN_BY = /^(app|components|lib)\/|^mdx-components\.tsx$/;
const MAKERS = ['getTranslations', 'useTranslations', 'createTranslator'];
const METHODS = ['rich', 'markup', 'raw'];
/** Asks whether there is a message, and shows none. */
const HAS = 'has';

type Asked = { namespace: string; key: Node };

/** The namespace of a translator, by the expression that makes it; undefined for anything else. */
function namespaceOf(made: Node | undefined): string | undefined {
  if (!made) return undefined;
  if (isAwaitExpression(made) || isParenthesizedExpression(made))
    return namespaceOf(made.expression);
  if (!isCallExpression(made) || !isIdentifier(made.expression)) return undefined;
  if (!MAKERS.includes(made.expression.text)) return undefined;
  const [given] = made.arguments;
  if (given && isStringLiteral(given)) return given.text;
  if (!given || !isObjectLiteralExpression(given)) return '';
  const named = given.properties
    .filter(isPropertyAssignment)
    .find(({ name }) => isIdentifier(name) && name.text === 'namespace')?.initializer;
  return named && isStringLiteral(named) ? named.text : '';
}

/** What a translator is asked for where it is mentioned; null if it goes where it cannot be followed. */
function keyAsked(mention: Node): Node | 'none' | null {
  const { parent } = mention;
  if (isVariableDeclaration(parent) && parent.name === mention) return 'none';
  const method = isPropertyAccessExpression(parent) && parent.expression === mention;
  if (method && parent.name.text === HAS) return 'none';
  const callee = method && METHODS.includes(parent.name.text) ? parent : mention;
  const call = callee.parent;
  return (isCallExpression(call) && call.expression === callee && call.arguments[0]) || null;
}

/** What all translators of a file are asked for. */
function readFile(file: Node, checker: Checker): { asked: Asked[]; astray: Node[] } {
  const translators = new Map<number, string>();
  const mentions: Node[] = [];
  const asked: Asked[] = [];
  const visit = (node: Node): void => {
    if (isIdentifier(node)) mentions.push(node);
    const made = isVariableDeclaration(node) ? namespaceOf(node.initializer) : undefined;
    const symbol =
      made !== undefined && isVariableDeclaration(node) && checker.getSymbolAtLocation(node.name);
    if (symbol) translators.set(symbol.id, made);
    // Without a name: (await getTranslations('plans'))('unlimited')
    const namespace = isCallExpression(node) ? namespaceOf(node.expression) : undefined;
    const key = isCallExpression(node) && node.arguments[0];
    if (namespace !== undefined && key) asked.push({ namespace, key });
    node.forEachChild(visit);
  };
  visit(file);

  const astray: Node[] = [];
  if (translators.size === 0) return { asked, astray };
  for (const [index, symbol] of checker.getSymbolAtLocation(mentions).entries()) {
    const [mention, namespace] = [mentions[index], symbol && translators.get(symbol.id)];
    if (!mention || namespace === undefined) continue;
    const key = keyAsked(mention);
    if (!key) astray.push(mention);
    else if (key !== 'none') asked.push({ namespace, key });
  }
  return { asked, astray };
}

/** All that a text can be; undefined where the compiler does not know. */
function textsOf(type: Type | undefined): string[] | undefined {
  if (type?.isStringLiteralType()) return [type.value];
  if (!type?.isUnionType()) return undefined;
  const each = type.getTypes().map(textsOf);
  return each.every((texts) => texts !== undefined) ? each.flat() : undefined;
}

function keysIn(tree: object, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [prefix + name] : keysIn(value, `${prefix}${name}.`),
  );
}

const api = new API({ cwd: ROOT });
const opened = api.updateSnapshot({ openProjects: [join(ROOT, 'tsconfig.json')] });
const unused = new Set(keysIn(messages));
const untold: string[] = [];
for (const { program, checker } of opened.getProjects()) {
  for (const path of program.getSourceFileNames()) {
    const name = relative(ROOT, path);
    const file = SHOWN_BY.test(name) && program.getSourceFile(path);
    if (!file) continue;
    const lineOf = (node: Node) => file.text.slice(0, node.getStart()).split('\n').length;
    const at = (node: Node) => `${name}:${lineOf(node)} ${node.getText()}`;
    const { asked, astray } = readFile(file, checker);
    const types = checker.getTypeAtLocation(asked.map(({ key }) => key));
    for (const [index, { namespace, key }] of asked.entries()) {
      const texts = textsOf(types[index]);
      if (!texts) untold.push(at(key));
      for (const text of texts ?? []) unused.delete(namespace ? `${namespace}.${text}` : text);
    }
    untold.push(...astray.map(at));
  }
}
api.close();
for (const place of untold) console.error(`✗ Which message this is cannot be told: ${place}`);
for (const key of unused) console.error(`✗ Nothing shows the message ${key}.`);
if (untold.length > 0 || unused.size > 0) process.exit(1);
