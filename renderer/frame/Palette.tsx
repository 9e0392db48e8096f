import { useLingui } from '@lingui/react/macro';
import { Kbd } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, useSpotlight } from '@mantine/spotlight';
import { IconArchive, IconSearch } from '@tabler/icons-react';
import {
  type Dispatch,
  type KeyboardEvent as KeyPress,
  type RefObject,
  type SetStateAction,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useNavigate } from 'react-router';
import { useActions } from '../application/actions.ts';
import { addressOf, libraryAddress } from '../application/addresses.ts';
import { useRead } from '../application/queries.ts';
import { KindIcon } from '../parts/kinds/KindIcon.tsx';
import { kindName } from '../parts/kinds/kindNames.ts';
import { useRecordName } from '../parts/picker/recordName.ts';
import { shortcutWords } from '../parts/shortcuts/shortcutWords.ts';
import { paletteStore } from './paletteStore.ts';

const SHOWN = 8;
const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Everything that can be done here, and every record by its words. */
export function Palette() {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const nameOf = useRecordName();
  const [query, setQuery] = useState('');
  const words = query.trim();
  const [settled] = useDebouncedValue(words, 120);
  const actions = useActions((state) => state.actions);
  const search = useRead(
    'library',
    'search',
    { query: settled, limit: SHOWN, typing: true },
    { enabled: settled.length > 1, keep: true },
  );
  const isSettled = settled === words && !search.isFetching;
  const hits = settled.length > 1 ? (search.data?.hits ?? []) : [];
  const field = useRef<HTMLInputElement>(null);
  useEarlyKeys(field, setQuery);
  const asked = fold(query).split(/\s+/);
  const fitting = [...actions.values()].filter(
    (action) =>
      action.disabled !== true &&
      asked.every((word) => fold(`${action.words ?? action.title} ${action.group}`).includes(word)),
  );
  const groups = Map.groupBy(fitting, (action) => action.group);
  const takeFirst = useTakeFirst(query, isSettled || fitting.length > 0);
  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={440}
      clearQueryOnClose
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      attributes={{ content: { 'aria-label': t`Search everything or type a command` } }}
    >
      <Spotlight.Search
        ref={field}
        onKeyDownCapture={takeFirst}
        placeholder={t`Search everything or type a command`}
        aria-label={t`Search everything or type a command`}
        leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {[...groups].map(([group, members]) => (
          <Spotlight.ActionsGroup key={group} label={group}>
            {members.map(({ id, title, icon: Sign, shortcut, run }) => (
              <Spotlight.Action
                key={id}
                label={title}
                onClick={run}
                leftSection={Sign && <Sign size={18} stroke={1.6} aria-hidden />}
                rightSection={shortcut !== undefined && <Kbd size="xs">{shortcutWords(shortcut)}</Kbd>}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {hits.length > 0 && (
          <Spotlight.ActionsGroup label={t`Records`}>
            {hits.map((hit) => (
              <Spotlight.Action
                key={hit.record}
                label={nameOf(hit)}
                description={[i18n._(kindName(hit.kind)), ...hit.homes.map(nameOf)].join(' · ')}
                leftSection={<KindIcon kind={hit.kind} />}
                onClick={() => navigate(addressOf(hit.kind, hit.record))}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {groups.size === 0 && hits.length === 0 && isSettled && <Spotlight.Empty>{t`Nothing found`}</Spotlight.Empty>}
        {words !== '' && (
          <Spotlight.Action
            label={t`Search the library for “${words}”`}
            leftSection={<IconArchive size={18} stroke={1.6} aria-hidden />}
            onClick={() => navigate(libraryAddress(words))}
          />
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/**
 * Enter takes the first line, which is what was found for the words as they stand: Mantine stays on the line that was
 * first before, and would take what was found for fewer words, or nothing. Enter that comes before the answer waits for
 * it. Once a person went along the lines, their choice holds until they type on. `isSettled`: the first line stays the
 * first, whatever is found yet. Gives what looks at their keys.
 */
function useTakeFirst(query: string, isSettled: boolean): (event: KeyPress) => void {
  const went = useRef<string>(undefined);
  const entered = useRef<string>(undefined);
  // Each time that lines were drawn: one that is drawn anew is not chosen any more.
  useLayoutEffect(() => {
    const list = document.getElementById(paletteStore.getState().listId);
    if (query === '') entered.current = undefined;
    if (query === '' || list === null || went.current === query) return;
    list.querySelector('[data-selected]')?.removeAttribute('data-selected');
    const first = list.querySelector<HTMLElement>('[data-action]');
    first?.setAttribute('data-selected', 'true');
    if (paletteStore.getState().selected !== 0) paletteStore.updateState((state) => ({ ...state, selected: 0 }));
    if (!isSettled || entered.current !== query) return;
    entered.current = undefined;
    first?.click();
  });
  return (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') went.current = query;
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || isSettled || went.current === query) return;
    event.preventDefault();
    event.stopPropagation();
    entered.current = query;
  };
}

/** What is typed while the palette opens is typed into it, not into what had the focus until then. */
function useEarlyKeys(field: RefObject<HTMLInputElement | null>, setQuery: Dispatch<SetStateAction<string>>): void {
  const { opened } = useSpotlight(paletteStore);
  useEffect(() => {
    if (!opened) return;
    const onKey = (event: KeyboardEvent) => {
      const types = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!types || event.isComposing || document.activeElement === field.current) return;
      event.preventDefault();
      event.stopPropagation();
      setQuery((query) => query + event.key);
      field.current?.focus();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [opened, field, setQuery]);
}
