#version 300 es
precision mediump float;

in vec4 shade;
out vec4 pixel;

#ifdef PRINT
uniform sampler2D picture;
// Covering less, it is not there.
uniform float cut;
uniform bool solid;
in highp vec2 lies;
in vec4 air;
#endif

void main() {
    pixel = shade;
#ifdef PRINT
    vec4 print = texture(picture, lies);
    if (print.a < cut) discard;
    pixel.rgb = shade.rgb * print.rgb * air.a + air.rgb;
    pixel.a = solid ? shade.a : shade.a * print.a;
#endif
}
