// node installPeers.mjs <set>: installs the peers of a set unless they are there, and prints the folder that holds them.
import { installPeers } from './peers.mjs';

console.log(installPeers(process.argv[2]));
