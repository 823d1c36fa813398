import { copyFolder } from './spare-database';

process.env.DATA_DIR = copyFolder();
