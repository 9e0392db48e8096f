import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPencilPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient } from '../../application/ApplicationContext.ts';
import { useAction } from '../../application/actions.ts';
import { tellError } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { EmptyState } from '../../parts/empty/EmptyState.tsx';
import { MinutesText } from './MinutesText.tsx';
import type { ItemMinutesProps } from './minuted.ts';
import classes from './minutes.module.css';

/** The minutes of one item: begun with one key, then written. */
export function ItemMinutes(props: ItemMinutesProps) {
  const { t } = useLingui();
  const { item } = props;
  const [fresh, setFresh] = useState(false);
  const { data: view } = useRead(
    'records',
    'read',
    { id: item.minutes?.minutes ?? '' },
    { enabled: item.minutes !== undefined },
  );
  const name = [item.number ?? item.openNumber, item.title].filter(Boolean).join(' ') || t`Without a title`;
  return (
    <section className={classes.minutes} aria-label={t`Minutes: ${name}`}>
      <h2 className={classes.title}>{name}</h2>
      {item.minutes === undefined && <Begin item={item.item} begun={() => setFresh(true)} />}
      {item.minutes !== undefined && view?.kind === 'minutes' && (
        <MinutesText {...props} minutes={item.minutes} view={view} fresh={fresh} />
      )}
    </section>
  );
}

function Begin({ item, begun }: { readonly item: string; begun(): void }) {
  const { t } = useLingui();
  const client = useClient();
  const language = useLanguage();
  const begin = () => {
    begun();
    void client.minutes.begin({ item, language }).catch(tellError);
  };
  const title = t`Begin the minutes`;
  useAction({
    id: 'minutes.begin',
    title,
    group: t`Minutes`,
    shortcut: 'mod+alt+Enter',
    icon: IconPencilPlus,
    run: begin,
  });
  return (
    <EmptyState
      title={t`No minutes of this item yet`}
      actions={
        <Button leftSection={<IconPencilPlus size={16} stroke={1.6} aria-hidden />} onClick={begin} autoFocus>
          {title}
        </Button>
      }
    >
      {t`What you write is saved as you type. Whoever else begins them on another laptop writes on the same minutes.`}
    </EmptyState>
  );
}
