import type {
  AccessRequest,
  Decision,
} from 'backstage-plugin-dataset-access-common';
import type { KeyboardEvent } from 'react';

/** The keys of the inbox. */
export const shortcuts = { approve: 'a', deny: 'd', help: '?' } as const;

/** @see useShortcuts */
export interface ShortcutTargets {
  /** On the page. */
  requests: AccessRequest[];
  /** Chosen, and waiting for a decision. */
  selected: AccessRequest[];
  onDecide(decision: Decision['decision'], requests: AccessRequest[]): void;
  onHelp(): void;
}

/**
 * Decides by keyboard on what is chosen, else on the row in focus. The keys only work while the list has the focus
 * (WCAG 2.1.4), and before the list takes them for the beginning of a row's name: hence for the capture phase.
 */
export function useShortcuts(
  targets: ShortcutTargets,
): (event: KeyboardEvent<HTMLElement>) => void {
  return event => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const take = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    const key = event.key.toLowerCase();
    if (key === shortcuts.help) {
      take();
      targets.onHelp();
    } else if (key === shortcuts.approve || key === shortcuts.deny) {
      take();
      targets.onDecide(
        key === shortcuts.approve ? 'approve' : 'deny',
        targets.selected.length > 0
          ? targets.selected
          : requestInFocus(event.target, targets.requests),
      );
    }
  };
}

function requestInFocus(
  target: EventTarget,
  requests: AccessRequest[],
): AccessRequest[] {
  const row = target instanceof Element ? target.closest('[data-key]') : null;
  const id = row?.getAttribute('data-key');
  return requests.filter(
    request => request.id === id && request.status === 'pending',
  );
}
