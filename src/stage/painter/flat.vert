#version 300 es
// Vertex colours as they are, in a gentle haze.

uniform mat4 clip_from_world;
uniform float eye_height_m;
// The colour of the distance; `a` is how much of it the farthest things take on.
uniform vec4 haze;
uniform vec4 tint;

layout(location = 0) in vec3 position;
layout(location = 1) in vec4 color;
out vec4 shade;

void main() {
    gl_Position = clip_from_world * vec4(position, 1.0);
    // The higher the eye, the clearer the air: an overview is a plan, not a landscape.
    float height = max(eye_height_m, 0.0);
    float far = max(gl_Position.w - 40.0 - height * 2.5, 0.0);
    float part = haze.a * (1.0 - exp(-far / (160.0 + height * 3.0)));
    vec4 tinted = color * tint;
    shade = vec4(mix(tinted.rgb, haze.rgb, part), tinted.a);
}
