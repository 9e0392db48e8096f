import { Component, type ReactNode } from 'react';
import { Crash } from './Crash.tsx';

interface CrashBoundaryProps {
  readonly children: ReactNode;
}

interface CrashBoundaryState {
  readonly crash?: { readonly error: unknown } | undefined;
}

/** Keeps what goes wrong in a part of the window from leaving it empty. */
export class CrashBoundary extends Component<CrashBoundaryProps, CrashBoundaryState> {
  override state: CrashBoundaryState = {};

  static getDerivedStateFromError(error: unknown): CrashBoundaryState {
    return { crash: { error } };
  }

  override render() {
    const { crash } = this.state;
    return crash === undefined ? (
      this.props.children
    ) : (
      <Crash error={crash.error} onAgain={() => this.setState({ crash: undefined })} />
    );
  }
}
