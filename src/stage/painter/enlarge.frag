#version 300 es
precision mediump float;

uniform sampler2D picture;

in highp vec2 at;
out vec4 pixel;

void main() {
    pixel = texture(picture, at);
}
