import { useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { RecordPage } from '../parts/record/RecordPage.tsx';
import { useWordingWords } from './useWordingWords.ts';

/** One public line or one term, with all its fields and its story. */
export function WordingRecord() {
  const { t } = useLingui();
  const { place } = useWordingWords();
  const { id = '' } = useParams();
  const crumbs = [
    { title: t`Papers`, address: '/papers' },
    { title: place, address: '/wording' },
  ];
  return <RecordPage crumbs={crumbs} key={id} />;
}
