import type { Privilege } from './Privilege';
import { permissionList } from './privilegeList';

/**
 * The permissions of the Backstage scaffolder, by their own names. It asks about steps and actions of templates rather than
 * about entities, so policies give or do not give them, for all templates alike.
 */
export const scaffolderPrivileges: readonly Privilege[] = permissionList(
  { area: 'catalog', type: 'platform' },
  [
    {
      name: 'scaffolder.action.execute',
      title: 'Run template actions',
      description: 'Have actions carried out that templates consist of.',
    },
    {
      name: 'scaffolder.template.parameter.read',
      title: 'Read template parameters',
      description: 'See the form of a template, and fill it in.',
    },
    {
      name: 'scaffolder.template.step.read',
      title: 'Read template steps',
      description: 'See the steps of a template, and have them carried out.',
    },
    {
      name: 'scaffolder.template.dry-run',
      title: 'Try templates',
      description: 'Run a template without lasting effects.',
    },
    {
      name: 'scaffolder.template.management',
      title: 'Manage templates',
      description: 'Use the editor and the other tools for authors.',
    },
    {
      name: 'scaffolder.task.create',
      title: 'Run templates',
      description: 'Start a template.',
    },
    {
      name: 'scaffolder.task.read',
      title: 'Read template runs',
      description: 'See runs of templates with their logs.',
    },
    {
      name: 'scaffolder.task.cancel',
      title: 'Cancel template runs',
      description: 'Stop a running template.',
    },
  ],
);
