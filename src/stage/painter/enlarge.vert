#version 300 es
// A triangle that covers the whole canvas.

layout(location = 0) in vec3 position;
out highp vec2 at;

void main() {
    gl_Position = vec4(position, 1.0);
    at = position.xy * 0.5 + 0.5;
}
