/** Where the chunks are, relative to the script: filled in by the build. */
declare const LIVEVIEW_CHUNKS: Record<keyof import("./chunk.js").Chunks, string>;
