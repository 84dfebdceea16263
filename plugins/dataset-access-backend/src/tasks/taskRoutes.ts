import type { OperationHandlers } from '../http/operation';
import type { TaskService } from './TaskService';

/** The operation on tasks; they are done by confirming grants and removals. */
export function taskRoutes(
  service: TaskService,
): OperationHandlers<'listTasks'> {
  return {
    listTasks: async ({ actor, query }) => ({
      status: 200,
      body: await service.list(actor, query),
    }),
  };
}
