import { type RefObject, useEffect, useId, useRef } from 'react';
import { create } from 'zustand';
import { type Action, useAction } from '../../application/actions.ts';

/** The places on the screen where questions are answered, the one that the keys are for first. */
const usePlaces = create<{ readonly places: readonly string[] }>(() => ({ places: [] }));

const enter = (id: string) => usePlaces.setState(({ places }) => ({ places: [...places, id] }));
const leave = (id: string) => usePlaces.setState(({ places }) => ({ places: places.filter((one) => one !== id) }));
const prefer = (id: string) => {
  if (usePlaces.getState().places[0] === id) return;
  usePlaces.setState(({ places }) => ({ places: [id, ...places.filter((one) => one !== id)] }));
};

/** What a place with questions is known by. */
const PLACE = '[data-questions]';

/**
 * Offers the action that applies answers, under `mod+Enter` where the person is: of several places on the screen (the
 * review and a form in the side panel) it belongs to the one that had the focus last, at first to the one that was there
 * first. Gives what is put on an element in the place, which is the next one around it with `data-questions`.
 */
export function useResolving(
  action: Omit<Action, 'id' | 'shortcut' | 'whileTyping'>,
): RefObject<HTMLDivElement | null> {
  const id = useId();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    enter(id);
    const place = ref.current?.closest(PLACE);
    const onFocus = () => prefer(id);
    place?.addEventListener('focusin', onFocus);
    return () => {
      place?.removeEventListener('focusin', onFocus);
      leave(id);
    };
  }, [id]);
  const isMine = usePlaces(({ places }) => places[0] === id);
  useAction({
    ...action,
    id: `${id}.record.resolve`,
    disabled: action.disabled === true || !isMine,
    ...(isMine ? { shortcut: 'mod+Enter', whileTyping: true } : {}),
  });
  return ref;
}
