import type { KeyboardEvent } from 'react';
import type { RedactionDesk } from './useRedaction.ts';

/** The arrows go from word to word and from paragraph to paragraph; with Shift they take along what is between. */
export function useRedactKeys(desk: RedactionDesk): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const extend = event.shiftKey;
    switch (event.key) {
      case 'ArrowRight':
        desk.move(1, extend);
        break;
      case 'ArrowLeft':
        desk.move(-1, extend);
        break;
      case 'ArrowDown':
        desk.moveToPlace(1, extend);
        break;
      case 'ArrowUp':
        desk.moveToPlace(-1, extend);
        break;
      case 'Home':
        desk.choose(0, extend);
        break;
      case 'End':
        desk.choose(desk.words.length - 1, extend);
        break;
      case ' ':
      case 'Enter':
        desk.toggle();
        break;
      default:
        return;
    }
    event.preventDefault();
  };
}
