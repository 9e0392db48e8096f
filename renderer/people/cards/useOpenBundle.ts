import { useHost } from '../../application/ApplicationContext.ts';
import { tellError } from '../../application/errors.tsx';
import { useArrivals } from '../../parts/dropping/arrivals.ts';
import { BUNDLE_ENDINGS } from '../../parts/dropping/endings.ts';

/** Has a person choose a bundle, which then arrives as one that was dropped does. */
export function useOpenBundle(): () => void {
  const host = useHost();
  const choose = async () => {
    const chosen = await host.chooseFiles({ endings: BUNDLE_ENDINGS, multiple: true });
    useArrivals.getState().receive(chosen.map((source) => ({ source })));
  };
  return () => void choose().catch(tellError);
}
