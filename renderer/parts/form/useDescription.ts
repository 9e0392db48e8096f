import { useEffect } from 'react';

/**
 * Joins an input with the texts that tell of it. Mantine's inputs know only of texts of their own, so the attribute is
 * set on the element.
 *
 * @param texts ids of elements; undefined for those that are not there
 */
export function useDescription(id: string, ...texts: readonly (string | undefined)[]): void {
  const ids = texts.filter((text) => text !== undefined).join(' ');
  useEffect(() => {
    const element = document.getElementById(id);
    if (ids === '') element?.removeAttribute('aria-describedby');
    else element?.setAttribute('aria-describedby', ids);
  });
}
