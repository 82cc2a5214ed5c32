#version 300 es
// Vertex colours in a gentle haze; with NIGHT those of a model in the dark, with its lamps on; with PRINT there is a picture on it.

uniform mat4 clip_from_world;
uniform float eye_height_m;
// The colour of the distance; `a` is how much of it the farthest things take on.
uniform vec4 haze;
// How much of it covers what is behind it.
uniform float presence;
// Solid things cover all behind them: their `a` is how much of the lamps' light they get.
uniform bool solid;

layout(location = 0) in vec3 position;
layout(location = 1) in vec4 color;
out vec4 shade;
#ifdef PRINT
layout(location = 2) in vec2 place;
out vec2 lies;
// What the haze adds to what is drawn, and in `a` what it leaves of it.
out vec4 air;
#endif

#ifdef NIGHT
vec3 at_night(vec3 day, float lamp) {
    float light = dot(day, vec3(0.3, 0.59, 0.11));
    vec3 hue = day - light;
    float strong = smoothstep(0.06, 0.18, length(hue));
    // Paper is dark but where lamps are, and warm there. What is drawn in ink by day is drawn in chalk, and strong colours stay.
    float paper = light * light * mix(0.24, 0.74, lamp);
    float chalk = (1.0 - smoothstep(0.3, 0.42, light)) * mix(0.72, 0.55, lamp);
    vec3 air = mix(vec3(0.84, 0.97, 1.26), vec3(1.05, 1.0, 0.9), lamp);
    return mix(max(paper, chalk) * air + hue * mix(1.8, 1.0, lamp), day * mix(0.85, 0.95, lamp) * (1.2 - 0.6 * light), strong);
}
#endif

void main() {
    gl_Position = clip_from_world * vec4(position, 1.0);
    // The higher the eye, the clearer the air: an overview is a plan, not a landscape.
    float height = max(eye_height_m, 0.0);
    float far = max(gl_Position.w - 40.0 - height * 2.5, 0.0);
    float part = haze.a * (1.0 - exp(-far / (160.0 + height * 3.0)));
    vec3 lit = color.rgb;
#ifdef NIGHT
    lit = at_night(lit, solid ? color.a : 0.5);
#endif
    shade = vec4(lit, (solid ? 1.0 : color.a) * presence);
#ifdef PRINT
    lies = place;
    air = vec4(haze.rgb * part, 1.0 - part);
#else
    shade.rgb = mix(lit, haze.rgb, part);
#endif
}
