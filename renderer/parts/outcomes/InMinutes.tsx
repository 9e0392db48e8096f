import { useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { Anchor } from '../../../domain/papers/kinds.ts';
import { placeAnchor } from '../../../domain/papers/placeAnchor.ts';
import { RichText } from '../../../domain/papers/richText.ts';
import { text } from '../../../domain/records/text.ts';
import { minutesAddress } from '../../application/addresses.ts';
import { useRead } from '../../application/queries.ts';
import type { RecordView } from '../form/formKeeper.ts';
import classes from './outcomes.module.css';
import { Unmark } from './Unmark.tsx';

/** The words of the minutes that it comes from, which lead there; and what became of them since. */
export function InMinutes({ view }: { readonly view: RecordView }) {
  const { t } = useLingui();
  const [unmarking, setUnmarking] = useState(false);
  const minutes = text(view.body.minutes);
  const { data } = useRead('records', 'read', { id: minutes }, { enabled: minutes !== '' });
  const anchor = Anchor.safeParse(view.body.anchor).data;
  const body = data?.body.body;
  const place = useMemo(() => {
    const document = RichText.safeParse(body);
    return document.success && anchor !== undefined ? placeAnchor(document.data, anchor) : undefined;
  }, [body, anchor]);
  if (minutes === '' || anchor === undefined) return null;
  const became =
    data === undefined
      ? undefined
      : place === undefined
        ? t`Could not place it: these words stand in the minutes no more.`
        : place.how === 'changed' || place.how === 'near'
          ? t`These words were changed since.`
          : place.how === 'moved'
            ? t`These words stand elsewhere now.`
            : undefined;
  return (
    <div className={classes.fields}>
      {anchor.quote !== '' && <blockquote className={classes.quote}>{anchor.quote}</blockquote>}
      {became !== undefined && <p className={classes.became}>{became}</p>}
      <Group gap="xs">
        <Button
          component={Link}
          to={minutesAddress(text(view.body.meeting), text(view.body.item), view.id)}
          variant="default"
          size="compact-sm"
        >
          {t`Go to the minutes`}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => setUnmarking(true)}>
          {t`Remove the mark…`}
        </Button>
      </Group>
      {unmarking && <Unmark record={view.id} onClose={() => setUnmarking(false)} />}
    </div>
  );
}
