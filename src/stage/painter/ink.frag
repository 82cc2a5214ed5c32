#version 300 es
precision mediump float;

uniform vec3 halo;
uniform sampler2D atlas;

in vec4 ink;
in highp vec2 at;
out vec4 pixel;

void main() {
    // Red: the letter's part of what is covered; green: what letter and halo cover.
    vec2 texel = texture(atlas, at).rg;
    pixel = vec4(mix(halo, ink.rgb, texel.r), texel.g * ink.a);
}
