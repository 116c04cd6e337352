// What the bundler may import besides code: style sheets and files by address.
/// <reference types="vite/client" />
