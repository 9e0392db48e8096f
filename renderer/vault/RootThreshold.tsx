import { RootStep } from './firstStart/RootStep.tsx';
import { useRootHead } from './firstStart/rootHead.tsx';
import { Threshold } from './Threshold.tsx';

/** The root of a network that was started later than the first start. */
export function RootThreshold(props: { readonly newKeys: boolean; onDone(): void }) {
  const { title, lead } = useRootHead();
  return (
    <Threshold title={title} lead={lead}>
      <RootStep {...props} />
    </Threshold>
  );
}
