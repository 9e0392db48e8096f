import { useLingui } from '@lingui/react/macro';
import { useRead } from '../application/queries.ts';
import { Page } from '../parts/page/Page.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';
import { BackupSection } from './BackupSection.tsx';
import { CardSection } from './CardSection.tsx';
import { ExamineSection } from './ExamineSection.tsx';
import { ExerciseSection } from './ExerciseSection.tsx';
import { FolderSection } from './FolderSection.tsx';
import { JournalSection } from './JournalSection.tsx';
import { LockSection } from './LockSection.tsx';
import { LookSection } from './LookSection.tsx';
import { PassphraseSection } from './PassphraseSection.tsx';
import { RecoverySection } from './RecoverySection.tsx';
import { RootSection } from './RootSection.tsx';

/** How the desk looks, and everything about its vault. Each subject is an action of the palette too. */
export function Settings() {
  const { t } = useLingui();
  const { data } = useRead('vault', 'status', {});
  return (
    <Page>
      <PageHead title={t`Settings and vault`} line={data?.folder} />
      <LookSection />
      <LockSection />
      <PassphraseSection />
      <RecoverySection />
      <CardSection />
      <RootSection />
      <FolderSection />
      <JournalSection />
      <BackupSection />
      <ExamineSection />
      <ExerciseSection />
    </Page>
  );
}
