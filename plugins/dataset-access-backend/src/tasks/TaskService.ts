import type {
  GrantTaskPage,
  TaskQuery,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';

/** What people have to do in sources that no connector reaches. */
export interface TaskService {
  /** @throws `BAD_CURSOR`, `CATALOG_UNAVAILABLE` */
  list(actor: Actor, query: TaskQuery): Promise<GrantTaskPage>;

  /**
   * How many tasks there are for somebody, up to a limit.
   *
   * @throws `CATALOG_UNAVAILABLE`
   */
  count(actor: Actor, limit: number): Promise<number>;
}
