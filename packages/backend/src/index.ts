import { createBackend } from '@backstage/backend-defaults';
import { demoFeatures } from './demoFeatures';

const backend = createBackend();
demoFeatures.forEach(feature => backend.add(feature));
backend.start();
