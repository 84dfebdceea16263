import { later, Clock } from '../clock';

/** A clock that stands still until a test moves it. */
export class TestClock implements Clock {
  #now: Date;

  constructor(start = '2030-01-15T09:00:00.000Z') {
    this.#now = new Date(start);
  }

  now(): Date {
    return this.#now;
  }

  /** @param duration - ISO-8601 */
  advance(duration: string): void {
    this.#now = later(this.#now, duration);
  }
}
