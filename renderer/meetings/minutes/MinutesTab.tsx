import { useLingui } from '@lingui/react/macro';
import { IconNotes } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import { useAction } from '../../application/actions.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useSubject } from '../../application/sidePanel.ts';
import { EmptyState } from '../../parts/empty/EmptyState.tsx';
import { ApproveAll } from './ApproveAll.tsx';
import { ItemList } from './ItemList.tsx';
import { ItemMinutes } from './ItemMinutes.tsx';
import type { MinutedItem } from './minuted.ts';
import classes from './minutes.module.css';

/** The minutes of a meeting: its items at the left, the text of the chosen one at the right. */
export function MinutesTab({ meeting }: { readonly meeting: string }) {
  const { t } = useLingui();
  const [search, setSearch] = useSearchParams();
  const { data, error } = useRead('minutes', 'ofMeeting', { meeting }, { keep: true });
  const items = data?.items ?? [];
  const asked = search.get('item');
  const at = Math.max(
    0,
    items.findIndex(({ item }) => item === asked),
  );
  const chosen = items[at];
  useSubject(chosen?.minutes?.minutes ?? chosen?.item ?? meeting);
  const choose = (item: MinutedItem | undefined) => {
    if (item === undefined) return;
    const rest = Object.fromEntries([...search].filter(([key]) => key !== 'item'));
    setSearch({ ...rest, item: item.item }, { replace: true });
  };
  const step = { group: t`Minutes`, whileTyping: true };
  useAction({
    ...step,
    id: 'minutes.next',
    title: t`Minutes of the next item`,
    shortcut: 'mod+alt+PageDown',
    disabled: items[at + 1] === undefined,
    run: () => choose(items[at + 1]),
  });
  useAction({
    ...step,
    id: 'minutes.previous',
    title: t`Minutes of the item before`,
    shortcut: 'mod+alt+PageUp',
    disabled: at === 0,
    run: () => choose(items[at - 1]),
  });
  if (error !== null) return <p role="alert">{sentenceFor(error)}</p>;
  if (data === undefined) return null;
  if (chosen === undefined) {
    return (
      <EmptyState icon={IconNotes} title={t`Nothing to take minutes of yet`}>
        {t`Minutes are taken item by item. Add items to the timetable first.`}
      </EmptyState>
    );
  }
  const occasion = search.get('at') ?? undefined;
  return (
    <div className={classes.tab}>
      <div className={classes.side}>
        <ItemList items={items} chosen={chosen.item} onChoose={choose} />
        <ApproveAll meeting={meeting} minuted={data} at={occasion} />
      </div>
      <ItemMinutes key={chosen.item} item={chosen} minuted={data} at={occasion} />
    </div>
  );
}
