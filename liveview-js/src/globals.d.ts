/** File name of the second bundle with the hash of its content, put in by scripts/build.js. */
declare const LIVEVIEW_CHUNK: string;
