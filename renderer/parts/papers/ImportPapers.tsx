import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useHost } from '../../application/ApplicationContext.ts';
import { useAction } from '../../application/actions.ts';
import { tellError } from '../../application/errors.tsx';
import { useArrivals } from '../dropping/arrivals.ts';
import { PAPER_ENDINGS } from './useTakePapers.ts';

/** Takes Word files, Markdown and plain text in as papers. Stands beside a list of papers, which says of which meeting they are. */
export function ImportPapers() {
  const { t } = useLingui();
  const host = useHost();
  const choose = async () => {
    const files = await host.chooseFiles({ endings: PAPER_ENDINGS, multiple: true });
    useArrivals.getState().receive(files.map((source) => ({ source })));
  };
  const action = {
    id: 'papers.import',
    title: t`Import…`,
    group: t`Papers`,
    icon: IconFileImport,
    run: () => void choose().catch(tellError),
  };
  useAction(action);
  return (
    <Button variant="default" leftSection={<IconFileImport size={16} stroke={1.6} aria-hidden />} onClick={action.run}>
      {action.title}
    </Button>
  );
}
