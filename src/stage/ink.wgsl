// Words from the atlas, at places of the screen that were reckoned on the CPU.

@group(3) @binding(0) var<uniform> halo: vec4<f32>;
@group(3) @binding(1) var atlas: texture_2d<f32>;
@group(3) @binding(2) var atlas_sampler: sampler;

struct In {
    @location(0) position: vec3<f32>,
    @location(1) color: vec4<f32>,
    @location(2) uv: vec2<f32>,
}
struct Out {
    @builtin(position) clip: vec4<f32>,
    @location(0) color: vec4<f32>,
    @location(1) uv: vec2<f32>,
}

@vertex
fn vertex(in: In) -> Out {
    return Out(vec4(in.position, 1.0), in.color, in.uv);
}

@fragment
fn fragment(in: Out) -> @location(0) vec4<f32> {
    let texel = textureSample(atlas, atlas_sampler, in.uv);
    // Coverage is meant for blending in sRGB; mixed in linear light dark letters would come out thin.
    let letter = pow(texel.r, 0.6);
    return vec4(mix(halo.rgb, in.color.rgb, letter), texel.g * in.color.a);
}
