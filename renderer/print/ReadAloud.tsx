import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { type ReadPart, wordsIn } from './pageText.ts';

/** What a page says, for screen readers: seen by nobody, and not to be chosen. */
export function ReadAloud({ parts }: { readonly parts: readonly ReadPart[] }) {
  return (
    <VisuallyHidden component="div" inert={false} style={{ userSelect: 'none' }}>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page does not change; it is read anew as a whole
        <Part key={at} part={part} />
      ))}
    </VisuallyHidden>
  );
}

/** Below the title of the page; a document has a title of its own, too. */
const HEADINGS = ['h2', 'h3', 'h4', 'h5'] as const;

function Part({ part }: { readonly part: ReadPart }): ReactNode {
  const { role, parts } = part;
  // biome-ignore lint/suspicious/noArrayIndexKey: as above
  const inside = parts.map((inner, at) => <Part key={at} part={inner} />);
  if (/^(Title|H[1-6]?)$/.test(role)) {
    const Heading = HEADINGS[(Number(role.slice(1)) || 1) - 1] ?? 'h6';
    return <Heading>{wordsIn(parts)}</Heading>;
  }
  switch (role) {
    case 'Table':
      return (
        <table>
          <tbody>{parts.filter((row) => row.role === 'TR').map(row)}</tbody>
        </table>
      );
    case 'L':
      return <ul>{inside}</ul>;
    case 'LI':
      return <li>{wordsIn(parts)}</li>;
    case 'Span':
      return <span>{part.text} </span>;
    case 'BlockQuote':
      return <blockquote>{inside}</blockquote>;
    default:
      return <p>{wordsIn(parts)}</p>;
  }
}

function row(part: ReadPart, at: number): ReactNode {
  return (
    <tr key={at}>
      {part.parts.map((cell, index) =>
        cell.role === 'TH' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <th key={index}>{wordsIn(cell.parts)}</th>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <td key={index}>{wordsIn(cell.parts)}</td>
        ),
      )}
    </tr>
  );
}
