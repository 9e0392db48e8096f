import { useLingui } from '@lingui/react/macro';
import { Page } from './Page.tsx';
import { type Crumb, PageHead } from './PageHead.tsx';

interface NotHereProps {
  /** The way back. */
  readonly crumbs: readonly Crumb[];
  /** Why, in a sentence. */
  readonly why: string;
}

/** In the place of a page that cannot be shown. */
export function NotHere({ crumbs, why }: NotHereProps) {
  const { t } = useLingui();
  return (
    <Page>
      <PageHead title={t`Not here`} crumbs={crumbs} />
      <p>{why}</p>
    </Page>
  );
}
