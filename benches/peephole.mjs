/** Put before a worker's script: the memory of its program, which its own code does not show, is `self.memory` then. */
export const MEMORY = `{
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...given) => {
    const made = await instantiate(...given);
    self.memory = made.instance.exports.memory;
    return made;
  };
}`;
