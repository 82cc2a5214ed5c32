#version 300 es
precision mediump float;

in vec4 shade;
out vec4 pixel;

void main() {
    pixel = shade;
}
