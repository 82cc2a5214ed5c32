#version 300 es
// Words from the atlas, at places of the screen that were reckoned on the CPU.

layout(location = 0) in vec2 position;
layout(location = 1) in vec4 color;
layout(location = 2) in vec2 uv;
out vec4 ink;
out highp vec2 at;

void main() {
    gl_Position = vec4(position, 0.0, 1.0);
    ink = color;
    at = uv;
}
