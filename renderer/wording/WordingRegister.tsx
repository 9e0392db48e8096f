import { useLingui } from '@lingui/react/macro';
import { IconSpeakerphone, IconVocabulary } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router';
import { addressOf } from '../application/addresses.ts';
import { useSubject } from '../application/sidePanel.ts';
import { EmptyState } from '../parts/empty/EmptyState.tsx';
import type { RegisterColumn, Row } from '../parts/register/columns.ts';
import { Register } from '../parts/register/Register.tsx';
import { useWordingWords, type WordingKind } from './useWordingWords.ts';

const COLUMNS: Readonly<Record<WordingKind, readonly RegisterColumn[]>> = {
  publicLine: [
    { column: 'subject', width: 180, shown: true },
    { column: 'status', width: 100, shown: true },
    { column: 'textEn', width: 280, shown: true },
    { column: 'textFr', width: 280, shown: true },
    { column: 'until', width: 130, shown: true },
    { column: 'agreedOn', width: 130, shown: false },
    { column: 'about', width: 140, shown: false },
    { column: 'meeting', width: 150, shown: false },
    { column: '$label', width: 126, shown: false },
    { column: '$updated', width: 130, shown: false },
  ],
  term: [
    { column: 'use', width: 200, shown: true },
    { column: 'instead', width: 240, shown: true },
    { column: 'language', width: 90, shown: true },
    { column: 'why', width: 320, shown: true },
    { column: 'scope', width: 190, shown: true },
    { column: '$label', width: 126, shown: false },
    { column: '$updated', width: 130, shown: false },
  ],
};

const FIRST: Readonly<Record<WordingKind, string>> = { publicLine: 'subject', term: 'use' };
const BULK: Readonly<Record<WordingKind, readonly string[]>> = {
  publicLine: ['status', 'until', 'meeting'],
  term: ['language', 'scope'],
};

/** Public lines, or terms, in a list. */
export function WordingRegister({ kind }: { readonly kind: WordingKind }) {
  const { t } = useLingui();
  const { several } = useWordingWords();
  const navigate = useNavigate();
  const [active, setActive] = useState<string>();
  useSubject(active);
  const onActive = useCallback((row: Row | undefined) => setActive(row?.id), []);
  return (
    <Register
      name={`wording/${kind}`}
      label={several[kind]}
      kinds={[kind]}
      columns={COLUMNS[kind]}
      sort={[{ column: FIRST[kind], descending: false }]}
      bulkFields={BULK[kind]}
      open={(row) => navigate(addressOf(row.kind, row.id))}
      onActive={onActive}
      empty={
        kind === 'publicLine' ? (
          <EmptyState icon={IconSpeakerphone} title={t`No public line was agreed yet`}>
            {t`What every member says in public of a country or a theme, in the same words, until when. Papers for an open session are held against it.`}
          </EmptyState>
        ) : (
          <EmptyState icon={IconVocabulary} title={t`No term is in the list yet`}>
            {t`Which word is used instead of which, and why. Papers are held against the list while they are written.`}
          </EmptyState>
        )
      }
    />
  );
}
