import { Plural, useLingui } from '@lingui/react/macro';
import { Button, SegmentedControl } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconArchive } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { z } from 'zod';
import { useAction } from '../application/actions.ts';
import { sentenceFor } from '../application/errors.tsx';
import { usePreference } from '../application/preferences.ts';
import { useSubject } from '../application/sidePanel.ts';
import { EmptyState } from '../parts/empty/EmptyState.tsx';
import { Page } from '../parts/page/Page.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';
import { SavedFilters } from '../parts/register/SavedFilters.tsx';
import { type Asked, asksForNothing, isNarrowed, periodsAt, questionOf, SavedSearch } from './asked.ts';
import { Facets } from './Facets.tsx';
import { Hints } from './Hints.tsx';
import classes from './library.module.css';
import { linksIn, Results } from './Results.tsx';
import { SearchField } from './SearchField.tsx';
import { useAsked } from './useAsked.ts';
import { type Found, useFound } from './useFound.ts';
import { useSaveResults } from './useSaveResults.tsx';

/** One search over everything that is here. */
export function LibraryPage() {
  const { t } = useLingui();
  const { asked, settled, ask } = useAsked();
  const zone = Temporal.Now.timeZoneId();
  const today = Temporal.Now.plainDateISO(zone).toString();
  const periods = useMemo(() => periodsAt(Temporal.PlainDate.from(today), zone), [today, zone]);
  const [saved, keep] = usePreference('library/searches', z.array(SavedSearch), []);
  const [shows, setShows] = useState(false);
  const [choice, setChoice] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const narrowed = isNarrowed(asked);
  const question = questionOf(settled, periods, zone);
  const found = useFound(question);
  const isEmpty = asksForNothing(question);
  const chosen = found.hits.some(({ record }) => record === choice) && !isEmpty ? choice : undefined;
  useSubject(chosen);

  const group = t`Library`;
  const actions = {
    words: {
      id: 'library.words',
      title: t`Search the library`,
      group,
      shortcut: '/',
      run: () => field.current?.select(),
    },
    clear: {
      id: 'library.clear',
      title: t`Take all filters away`,
      group,
      disabled: !narrowed,
      run: () => ask({ kinds: [], labels: [], meetings: [], when: 'any' }),
    },
    newest: {
      id: 'library.sort',
      title: asked.sort === 'newest' ? t`Show the best first` : t`Show the newest first`,
      group,
      run: () => ask({ sort: asked.sort === 'newest' ? 'relevance' : 'newest' }),
    },
  };
  useAction(actions.words);
  useAction(actions.clear);
  useAction(actions.newest);
  const csv = useSaveResults(question, found.isAnswer && found.hits.length > 0);

  return (
    <Page>
      <PageHead title={group} />
      <div className={classes.library}>
        <search className={classes.bar}>
          <SearchField
            field={field}
            words={asked.words}
            onType={(words) => ask({ words })}
            onEnter={() => linksIn(list.current)[0]?.focus()}
          />
          <SegmentedControl
            aria-label={t`Order of the results`}
            size="xs"
            data={[
              { value: 'relevance', label: t`Best first` },
              { value: 'newest', label: t`Newest first` },
            ]}
            value={asked.sort}
            onChange={(sort) => ask({ sort })}
          />
          <SavedFilters<Asked>
            title={t`Saved searches`}
            nameLabel={t`Name of the search`}
            none={t`None yet. Search for something, then give it a name.`}
            forget={(name) => t`Forget the search ${name}`}
            saved={saved}
            narrowing={asked}
            narrowed={!isEmpty}
            onChoose={ask}
            onSaved={keep}
          />
          {csv.button}
          <Button
            className={classes.narrow ?? ''}
            variant="subtle"
            size="xs"
            aria-expanded={shows}
            leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.6} aria-hidden />}
            onClick={() => setShows(!shows)}
          >
            {t`Narrow`}
          </Button>
        </search>
        <div className={classes.layout}>
          <aside className={classes.facets} data-shown={shows || undefined} aria-label={t`Narrow the results`}>
            <Facets asked={asked} periods={periods} counts={found.first} onChange={ask} />
            {narrowed && (
              <Button variant="subtle" size="xs" onClick={actions.clear.run}>
                {actions.clear.title}
              </Button>
            )}
          </aside>
          <div>
            {found.error !== null && <p role="alert">{sentenceFor(found.error)}</p>}
            {isEmpty ? (
              <Nothing />
            ) : (
              <>
                <Total found={found} />
                <Results
                  found={found}
                  list={list}
                  chosen={chosen}
                  onChoose={setChoice}
                  onLeave={() => field.current?.focus()}
                />
                {found.isAnswer && found.first?.total === 0 && <Hints narrowed={narrowed} widen={actions.clear.run} />}
              </>
            )}
          </div>
        </div>
      </div>
    </Page>
  );
}

function Total({ found }: { readonly found: Found }) {
  const { t } = useLingui();
  const first = found.isAnswer ? found.first : undefined;
  return (
    <div className={classes.total}>
      <output>
        {first?.more === true && t`More than ${first.total} records`}
        {first?.more === false && <Plural value={first.total} one="# record" other="# records" />}
      </output>
      {first?.widened === true && (
        <p>{t`No record has these words by themselves. These have them inside longer words.`}</p>
      )}
      {first !== undefined && first.waiting > 0 && (
        <p>
          <Plural
            value={first.waiting}
            one="The words of # record that was accepted are still being added."
            other="The words of # records that were accepted are still being added."
          />
        </p>
      )}
    </div>
  );
}

function Nothing() {
  const { t } = useLingui();
  return (
    <EmptyState icon={IconArchive} title={t`Everything that was ever written down here`}>
      {t`Meetings, papers, comments, people and your private notes, found by any of their words. Accents and capitals make no difference. Or choose on the left what you want to look through.`}
    </EmptyState>
  );
}
