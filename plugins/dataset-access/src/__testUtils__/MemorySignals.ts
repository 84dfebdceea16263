import type { SignalApi } from '@backstage/plugin-signals-react';

type Listener = Parameters<SignalApi['subscribe']>[1];

/** The signals of a portal, sent by hand. */
export class MemorySignals implements SignalApi {
  readonly #listeners = new Map<Listener, string>();

  // the interface lets each caller say what it expects on its channel
  subscribe: SignalApi['subscribe'] = (channel, onMessage) => {
    const listener = onMessage as Listener;
    this.#listeners.set(listener, channel);
    return { unsubscribe: () => this.#listeners.delete(listener) };
  };

  publish(channel: string, message: Parameters<Listener>[0]): void {
    for (const [listener, subscribed] of this.#listeners) {
      if (subscribed === channel) {
        listener(message);
      }
    }
  }
}
