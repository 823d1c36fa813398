import { NodeFS } from '@electric-sql/pglite/nodefs';

const FOR_OTHERS = 0o077;

type SetAttributes = (target: unknown, attributes: { mode?: number }) => void;

/** The part of PGlite's module that reaches the disk, which its types leave out. */
type Disk = {
  NODEFS: { node_ops: { setattr: SetAttributes }; stream_ops: { setattr: SetAttributes } };
};

/**
 * The files of PGlite, readable by this user alone: it would set modes such as 0666 itself, which no
 * umask takes back.
 */
export class PrivateFiles extends NodeFS {
  override async init(...given: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...given);
    const preRun = [...(emscriptenOpts.preRun ?? []), keepPrivate];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }
}

function keepPrivate(module: unknown): void {
  const { node_ops, stream_ops } = (module as Disk).NODEFS;
  for (const operations of [node_ops, stream_ops]) {
    const { setattr } = operations;
    operations.setattr = (target, attributes) => {
      const { mode } = attributes;
      setattr(target, mode == null ? attributes : { ...attributes, mode: mode & ~FOR_OTHERS });
    };
  }
}
