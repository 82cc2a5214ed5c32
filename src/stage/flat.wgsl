// Vertex colours as they are, in a gentle haze. The target encodes to sRGB.

struct View {
    clip_from_world: mat4x4<f32>,
    unjittered_clip_from_world: mat4x4<f32>,
    world_from_clip: mat4x4<f32>,
    world_from_view: mat4x4<f32>,
}
struct Look {
    haze: vec4<f32>,
    tint: vec4<f32>,
}
@group(0) @binding(0) var<uniform> view: View;
@group(3) @binding(0) var<uniform> look: Look;

struct In {
    @location(0) position: vec3<f32>,
    @location(1) color: vec4<f32>,
}
struct Out {
    @builtin(position) clip: vec4<f32>,
    @location(0) color: vec4<f32>,
}

@vertex
fn vertex(in: In) -> Out {
    var out: Out;
    out.clip = view.clip_from_world * vec4(in.position, 1.0);
    // The higher the eye, the clearer the air: an overview is a plan, not a landscape.
    let height = max(view.world_from_view[3].y, 0.0);
    let far = max(out.clip.w - 40.0 - height * 2.5, 0.0);
    let haze = look.haze.w * (1.0 - exp(-far / (160.0 + height * 3.0)));
    let color = in.color * look.tint;
    out.color = vec4(mix(color.rgb, look.haze.rgb, haze), color.a);
    return out;
}

@fragment
fn fragment(in: Out) -> @location(0) vec4<f32> {
    return in.color;
}
