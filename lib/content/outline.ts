import type { MDXContent } from 'mdx/types';
import { isValidElement, type ReactNode } from 'react';

/** A heading, and the anchor that leads to it. */
export type Heading = { id: string; text: string };

/** What a text in MDX says: its headings in order, and all of its words on one line. */
export type Outline = { headings: Heading[]; text: string };

type Props = { id?: string; title?: string; children?: ReactNode };

/** Reads a text in MDX from its React elements, without rendering them. */
export function outlineOf(Content: MDXContent): Outline {
  const headings: Heading[] = [];
  const words = textOf(Content({}), (id, text) => headings.push({ id, text }));
  return { headings, text: words.replace(/\s+/g, ' ').trim() };
}

/** @param onHeading called for every element with an id, which only headings have */
function textOf(node: ReactNode, onHeading: (id: string, text: string) => void): string {
  if (Array.isArray(node)) {
    // Table cells have no spaces between them; text around a link already has its own.
    const separator = node.every(isValidElement) ? ' ' : '';
    return node.map((child) => textOf(child, onHeading)).join(separator);
  }
  if (!isValidElement<Props>(node)) return typeof node === 'string' ? node : '';
  const { id, title, children } = node.props;
  const text = textOf(children, onHeading);
  if (id) {
    onHeading(id, text);
    return `${text} · `;
  }
  return title ? `${title} · ${text}` : text;
}
