export { authModuleDemoPersonas } from './authModuleDemoPersonas';
