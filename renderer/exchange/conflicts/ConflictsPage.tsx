import { Plural, useLingui } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import { IconGitMerge, IconHash, IconStack2, IconUsers, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { formatNumber } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { EmptyState } from '../../parts/empty/EmptyState.tsx';
import { kindName } from '../../parts/kinds/kindNames.ts';
import { Page } from '../../parts/page/Page.tsx';
import { PageHead } from '../../parts/page/PageHead.tsx';
import { useRecordName } from '../../parts/picker/recordName.ts';
import classes from '../exchange.module.css';
import { RecordList } from '../RecordList.tsx';
import { Split } from '../Split.tsx';
import { JoinedReview } from './JoinedReview.tsx';
import { NumberReview } from './NumberReview.tsx';
import { OpenList } from './OpenList.tsx';
import { PairReview } from './PairReview.tsx';
import { RecordReview } from './RecordReview.tsx';
import { SortReview } from './SortReview.tsx';
import { type Entry, type Looked, numberKey, type OpenWork, pairKey, stillThere, useOpenWork } from './useOpenWork.ts';

/**
 * Everything on which versions disagree, in one place: records in conflict, the questions that many of them have alike,
 * records that are likely the same thing, numbers that are used twice.
 */
export function ConflictsPage() {
  const { t } = useLingui();
  const [search] = useSearchParams();
  const [looked, setLooked] = useState<Looked | undefined>(() => askedIn(search));
  const work = useOpenWork();
  if (work === undefined) return <Page>{null}</Page>;
  const now = stillThere(work, looked);
  if (now === undefined) {
    return (
      <Page>
        <Head work={work} />
        <EmptyState
          icon={IconGitMerge}
          title={t`Nothing is in conflict`}
          actions={
            <Anchor component={Link} to="/exchange">
              {t`To the bundles`}
            </Anchor>
          }
        >
          {t`Where two seats changed the same thing apart, both versions stand here beside one another until a person decides. Nothing is ever resolved silently.`}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Split
      reading={t`What is to be decided`}
      chosen={keyOf(now)}
      left={
        <>
          <Head work={work} />
          <Lists work={work} looked={now} onLook={setLooked} />
        </>
      }
      right={<Right key={keyOf(now)} work={work} looked={now} onLook={setLooked} />}
    />
  );
}

function Head({ work }: { readonly work: OpenWork }) {
  const { t } = useLingui();
  const count = work.records.length;
  return (
    <PageHead
      title={t`Conflicts`}
      crumbs={[{ title: t`Exchange`, address: '/exchange' }]}
      {...(count === 0
        ? {}
        : {
            line: (
              <Plural
                value={count}
                one="# record is in conflict. It does not leave before it is resolved."
                other="# records are in conflict. They do not leave before they are resolved."
              />
            ),
          })}
    />
  );
}

interface ListsProps {
  readonly work: OpenWork;
  readonly looked: Looked;
  onLook(looked: Looked): void;
}

function Lists({ work, looked, onLook }: ListsProps) {
  const { t, i18n } = useLingui();
  const language = useLanguage();
  const nameOf = useRecordName();
  const questionWords = useQuestionWords();
  const kind = (name: string) => i18n._(kindName(name));
  const sharedWords = {
    name: t`the same name`,
    shortName: t`the same short name`,
    initials: t`a name that can be the same`,
    joined: t`joined before, and both are there`,
  };
  return (
    <>
      <OpenList
        title={t`Many alike, answered together`}
        icon={IconStack2}
        lines={work.sorts.map((sort) => ({
          key: sort.sort,
          title: t`${kind(sort.kind)}: ${sort.words}`,
          says: sort.others.length === 0 ? '' : t`with ${sort.others.join(', ')}`,
          count: formatNumber(sort.records, language),
          chosen: looked.at === 'sort' && looked.sort === sort.sort,
          onChoose: () => onLook({ at: 'sort', sort: sort.sort }),
        }))}
      />
      {work.records.length > 0 && (
        <>
          <h2 className={classes.small}>{t`Record by record`}</h2>
          <RecordList
            label={t`Records in conflict`}
            records={work.records.map((one) => ({ id: one.record, title: one.title, says: questionWords(one) }))}
            chosen={looked.at === 'record' ? looked.record : undefined}
            onChoose={(record) => onLook({ at: 'record', record })}
          />
        </>
      )}
      <OpenList
        title={t`Likely the same, made twice`}
        icon={IconUsersGroup}
        lines={work.pairs.map((pair) => ({
          key: pairKey(pair),
          title: [pair.one, pair.other].map(({ title }) => nameOf({ kind: pair.kind, title })).join(' · '),
          says: `${kind(pair.kind)}, ${sharedWords[pair.shared]}`,
          chosen: looked.at === 'pair' && looked.pair === pairKey(pair),
          onChoose: () => onLook({ at: 'pair', pair: pairKey(pair) }),
        }))}
      />
      <OpenList
        title={t`Numbers used twice`}
        icon={IconHash}
        lines={work.numbers.map((twice) => ({
          key: numberKey(twice),
          title: t`${kind(twice.kind)} ${twice.number}`,
          says: twice.records.map(({ title }) => nameOf({ kind: twice.kind, title })).join(' · '),
          chosen: looked.at === 'number' && looked.number === numberKey(twice),
          onChoose: () => onLook({ at: 'number', number: numberKey(twice) }),
        }))}
      />
      <OpenList
        title={t`Joined`}
        icon={IconUsers}
        lines={work.joined.map((pair) => ({
          key: pair.gone.record,
          title: nameOf({ kind: pair.kind, title: pair.kept.title }),
          says: t`with ${nameOf({ kind: pair.kind, title: pair.gone.title })}`,
          chosen: looked.at === 'joined' && looked.gone === pair.gone.record,
          onChoose: () => onLook({ at: 'joined', gone: pair.gone.record }),
        }))}
      />
    </>
  );
}

function Right({ work, looked, onLook }: ListsProps) {
  switch (looked.at) {
    case 'record': {
      const at = work.records.findIndex(({ record }) => record === looked.record);
      const entry = work.records[at];
      return (
        entry && <RecordReview entries={work.records} at={at} onChoose={(record) => onLook({ at: 'record', record })} />
      );
    }
    case 'sort': {
      const sort = work.sorts.find((one) => one.sort === looked.sort);
      return sort && <SortReview sort={sort} onOpen={(record) => onLook({ at: 'record', record })} />;
    }
    case 'pair': {
      const pair = work.pairs.find((one) => pairKey(one) === looked.pair);
      return pair && <PairReview pair={pair} />;
    }
    case 'number': {
      const twice = work.numbers.find((one) => numberKey(one) === looked.number);
      return twice && <NumberReview twice={twice} />;
    }
    case 'joined': {
      const joined = work.joined.find(({ gone }) => gone.record === looked.gone);
      return joined && <JoinedReview joined={joined} />;
    }
  }
}

const keyOf = (looked: Looked): string => Object.values(looked).join(' ');

/** What the address asks for: a record, or two that may be the same. */
function askedIn(search: URLSearchParams): Looked | undefined {
  const [record, pair] = [search.get('record'), search.get('pair')];
  if (record !== null) return { at: 'record', record };
  return pair === null ? undefined : { at: 'pair', pair };
}

/** What a record is asked: `Due date, Text (2 passages)`. */
function useQuestionWords(): (entry: Entry) => string {
  const { t } = useLingui();
  return ({ questions }) =>
    questions.map(({ words, count }) => (count > 1 ? t`${words} (${count} passages)` : words)).join(', ');
}
