import { useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import { sentenceFor } from '../../application/errors.tsx';
import { useGivenReply } from '../../parts/outside/givenReply.ts';
import { useTakeReplies } from '../../parts/outside/useTakeReplies.ts';
import { PageHead } from '../../parts/page/PageHead.tsx';
import classes from '../exchange.module.css';
import { Split } from '../Split.tsx';
import { GiveReply } from './GiveReply.tsx';
import { ReplyFields } from './ReplyFields.tsx';
import { ReplyShown } from './ReplyShown.tsx';
import { TakeIn } from './TakeIn.tsx';
import { useReplyDraft } from './useReplyDraft.ts';

/** An answer of an invited body: what was read of it, beside what will be made of it once a person says so. */
export function ReplyPage() {
  const { t } = useLingui();
  const [search] = useSearchParams();
  const meeting = search.get('meeting') ?? undefined;
  useTakeReplies(meeting);
  const source = useGivenReply((state) => state.source);
  const key = source === undefined ? '' : 'file' in source ? source.file : 'words';
  return <Reply key={key} meeting={meeting} title={t`Take in an answer`} />;
}

function Reply({ meeting, title }: { readonly meeting: string | undefined; readonly title: string }) {
  const { t } = useLingui();
  const draft = useReplyDraft(meeting);
  const { read, error } = draft;
  return (
    <Split
      reading={t`What it says`}
      left={
        <>
          <PageHead title={title} crumbs={[{ title: t`Exchange`, address: '/exchange' }]} />
          <GiveReply draft={draft} />
          {error !== null && (
            <p role="alert" className={classes.wrong}>
              {sentenceFor(error)}
            </p>
          )}
          {read !== undefined && <ReplyFields draft={draft} read={read} />}
        </>
      }
      foot={read !== undefined && <TakeIn draft={draft} read={read} />}
      right={<ReplyShown draft={draft} />}
    />
  );
}
