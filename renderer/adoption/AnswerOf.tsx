import { useEffect } from 'react';
import { useNavigate, useParams } from 'react-router';
import { text } from '../../domain/records/text.ts';
import { addressOf } from '../application/addresses.ts';
import { useRead } from '../application/queries.ts';
import { Page } from '../parts/page/Page.tsx';
import { RecordPage } from '../parts/record/RecordPage.tsx';

/** The address of an answer leads to the adoption that it answers; where that is not here, shows the answer. */
export function AnswerOf() {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const { data: answer, error } = useRead('records', 'read', { id });
  const adoption = text(answer?.body.adoption);
  const whole = useRead('records', 'read', { id: adoption }, { enabled: adoption !== '' });
  const isHere = whole.data !== undefined;
  useEffect(() => {
    if (isHere) navigate(addressOf('adoption', adoption), { replace: true });
  }, [isHere, adoption, navigate]);
  if (error !== null || whole.error !== null) return <RecordPage crumbs={[]} key={id} />;
  return <Page>{null}</Page>;
}
