import { useLingui } from '@lingui/react/macro';
import { Button, Chip, Text } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { StoryLine } from './StoryLine.tsx';
import classes from './story.module.css';
import { type Happening, type StoryEntry, useStory } from './useStory.ts';

type Sort = 'changes' | 'exchange' | 'links' | 'comments';

const SORT_OF: Readonly<Record<Happening, Sort>> = {
  made: 'changes',
  changed: 'changes',
  deleted: 'changes',
  restored: 'changes',
  shared: 'exchange',
  received: 'exchange',
  linked: 'links',
  commented: 'comments',
};
const AT_ONCE = 50;
const MOST = 500;

/** Everything that happened to a record and everything linked to it, the newest first, by day. */
export function Story({ record }: { readonly record: string }) {
  const { t } = useLingui();
  const language = useLanguage();
  const [limit, setLimit] = useState(AT_ONCE);
  const [sort, setSort] = useState<Sort>();
  const story = useStory(record, limit);
  if (story === undefined) return null;
  const present = new Set(story.entries.map(({ what }) => SORT_OF[what]));
  const names: Readonly<Record<Sort, string>> = {
    changes: t`Changes`,
    exchange: t`Exchange`,
    links: t`Links`,
    comments: t`Comments`,
  };
  const sorts = (['changes', 'exchange', 'links', 'comments'] as const).filter((one) => present.has(one));
  const shown = story.entries.filter(({ what }) => sort === undefined || SORT_OF[what] === sort);
  const days = Map.groupBy(shown, dayOf);
  return (
    <div>
      {sorts.length > 1 && (
        <fieldset className={classes.filters} aria-label={t`What to show`}>
          <Chip size="xs" checked={sort === undefined} onChange={() => setSort(undefined)}>
            {t`All`}
          </Chip>
          {sorts.map((one) => (
            <Chip key={one} size="xs" checked={sort === one} onChange={(on) => setSort(on ? one : undefined)}>
              {names[one]}
            </Chip>
          ))}
        </fieldset>
      )}
      {[...days].map(([day, entries]) => (
        <section key={day} aria-label={formatDay(day, language)}>
          <h3 className={classes.day}>{formatDay(day, language)}</h3>
          <ul className={classes.list}>
            {entries.map((entry, index) => (
              <StoryLine
                key={`${entry.at} ${entry.version ?? entry.field ?? ''} ${entry.record ?? index}`}
                kind={story.kind}
                entry={entry}
              />
            ))}
          </ul>
        </section>
      ))}
      {shown.length === 0 && (
        <Text size="sm" c="dimmed">
          {t`Nothing has happened yet.`}
        </Text>
      )}
      {story.more && limit < MOST && (
        <Button variant="default" size="xs" mt="sm" onClick={() => setLimit(limit + AT_ONCE)}>
          {t`Show what was before`}
        </Button>
      )}
    </div>
  );
}

/** The calendar date, where the person is. */
function dayOf({ at }: StoryEntry): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(Temporal.Now.timeZoneId()).toPlainDate().toString();
}
