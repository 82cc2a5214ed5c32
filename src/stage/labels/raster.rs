//! Words and signs as texels, drawn by the browser's own text: any script, the system's fonts.

use super::style::{Icon, Style};
use crate::hall_model::Picture;
use glam::Vec2;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{OffscreenCanvas, OffscreenCanvasRenderingContext2d};

/// The system's letters, Chinese ones by name where the generic family has none.
const FAMILY: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";
/// The halo's reach, as a part of the letters' height, and at least in CSS pixels.
const HALO_PART: f32 = 0.11;
const HALO_PX: f32 = 2.0;
/// Height of a line, in heights of the letters.
const LINE: f32 = 1.3;
const SCRATCH_PX: u32 = 1024;
/// A name on a stand: its line, its letters, and what is free at both ends.
const NAME_PX: u32 = 64;
const NAME_LETTERS_PX: f32 = 46.0;
const NAME_BORDER_PX: f64 = 4.0;
/// The letters on a badge: of one or two digits, and of more.
const BADGE_PX: [f32; 2] = [12.0, 9.0];
/// The pin's box, and the dot's and the badge's, in CSS pixels.
pub const PIN_PX: Vec2 = Vec2::new(34.0, 44.0);
pub const DOT_PX: Vec2 = Vec2::new(24.0, 24.0);

/// Two bytes a texel: the letter's part of what is covered, and what letter and halo cover.
#[derive(Debug)]
pub struct Texels {
    pub width: u32,
    pub height: u32,
    pub bytes: Vec<u8>,
}

/// A canvas of its own to draw on and to read from.
pub struct Raster {
    context: OffscreenCanvasRenderingContext2d,
}

fn halo_px(style: &Style) -> f32 {
    (style.size_px * HALO_PART).max(HALO_PX)
}

impl Raster {
    /// # Errors
    /// If the browser gives no 2D context.
    pub fn new() -> Result<Self, JsValue> {
        let canvas = OffscreenCanvas::new(SCRATCH_PX, SCRATCH_PX / 4)?;
        let options = js_sys::Object::new();
        js_sys::Reflect::set(&options, &"willReadFrequently".into(), &true.into())?;
        let context = canvas
            .get_context_with_context_options("2d", &options)?
            .ok_or_else(|| JsValue::from_str("no 2D context"))?
            .dyn_into::<OffscreenCanvasRenderingContext2d>()?;
        Ok(Self { context })
    }

    /// The words that fit, with an ellipsis where some did not, and the size of their box in CSS pixels.
    pub fn measure(&self, text: &str, style: &Style) -> Result<(String, Vec2), JsValue> {
        self.context.set_font(&font(style, 1.0));
        let width = |text: &str| self.context.measure_text(text).map(|m| m.width() as f32);
        let mut shown = text.to_owned();
        let mut wide = width(&shown)?;
        if wide > style.longest_px {
            let letters: Vec<char> = text.chars().collect();
            let (mut fits, mut too_many) = (1, letters.len());
            while fits + 1 < too_many {
                let middle = fits.midpoint(too_many);
                let part: String = letters[..middle].iter().collect();
                if width(&(part + "…"))? <= style.longest_px {
                    fits = middle;
                } else {
                    too_many = middle;
                }
            }
            shown = letters[..fits].iter().collect::<String>().trim_end().to_owned() + "…";
            wide = width(&shown)?;
        }
        let size = Vec2::new(wide, style.size_px * LINE) + halo_px(style) * 2.0;
        Ok((shown, size.ceil()))
    }

    /// Draws a measured text.
    pub fn text(&self, text: &str, style: &Style, size: Vec2, ratio: f32) -> Result<Texels, JsValue> {
        let c = &self.context;
        self.clear(size * ratio);
        c.set_font(&font(style, ratio));
        c.set_text_align("center");
        c.set_text_baseline("middle");
        c.set_line_join("round");
        let (x, y) = (f64::from(size.x * ratio / 2.0), f64::from(size.y * ratio / 2.0));
        c.set_stroke_style_str("#0f0");
        c.set_line_width(f64::from(halo_px(style) * 2.0 * ratio));
        c.stroke_text(text, x, y)?;
        c.set_fill_style_str("#f00");
        c.fill_text(text, x, y)?;
        self.texels(size * ratio)
    }

    /// A name as a picture to lie on a stand: white, and covering where its letters are. A very long one is set narrower. `None` if it has
    /// no letters.
    pub fn name(&self, text: &str) -> Result<Option<Picture>, JsValue> {
        let c = &self.context;
        c.set_font(&format!("600 {NAME_LETTERS_PX}px {FAMILY}"));
        let longest = f64::from(SCRATCH_PX) - NAME_BORDER_PX * 2.0;
        let wide = c.measure_text(text)?.width().min(longest);
        let size = Vec2::new((wide + NAME_BORDER_PX * 2.0).ceil() as f32, NAME_PX as f32);
        self.clear(size);
        c.set_text_align("center");
        c.set_text_baseline("middle");
        c.set_fill_style_str("#fff");
        c.fill_text_with_max_width(text, f64::from(size.x) / 2.0, f64::from(size.y) / 2.0, longest)?;
        let image = c.get_image_data(0.0, 0.0, size.x.into(), size.y.into())?;
        let mut texels = image.data().0;
        for [red, green, blue, _] in texels.as_chunks_mut::<4>().0 {
            // Where nothing is it would be black, and letters would have dark edges.
            (*red, *green, *blue) = (u8::MAX, u8::MAX, u8::MAX);
        }
        Ok(Picture::new(size.x as usize, &texels).filter(|_| wide > 0.0))
    }

    /// Draws a sign.
    pub fn icon(&self, icon: Icon, ratio: f32) -> Result<Texels, JsValue> {
        use std::f64::consts::{PI, TAU};
        let c = &self.context;
        let size = icon_px(icon);
        self.clear(size * ratio);
        c.save();
        c.scale(ratio.into(), ratio.into())?;
        let disc = |radius: f64, y: f64, color: &str| -> Result<(), JsValue> {
            c.begin_path();
            c.arc(f64::from(size.x) / 2.0, y, radius, 0.0, TAU)?;
            c.set_fill_style_str(color);
            c.fill();
            Ok(())
        };
        match icon {
            Icon::Dot => {
                disc(11.0, 12.0, "#0f0")?;
                disc(8.0, 12.0, "#f00")?;
            }
            Icon::Badge(number) => {
                disc(12.0, 12.0, "#0f0")?;
                disc(10.5, 12.0, "#f00")?;
                let text = number.to_string();
                let size_px = BADGE_PX[usize::from(text.len() > 2)];
                c.set_font(&format!("700 {size_px}px {FAMILY}"));
                c.set_text_align("center");
                c.set_text_baseline("middle");
                c.set_fill_style_str("#0f0");
                c.fill_text(&text, 12.0, 12.5)?;
            }
            Icon::Pin => {
                // A circle of radius 12 whose tangents meet in the tip.
                let (x, y, tip) = (17.0, 15.5, 41.0);
                let turn = 0.42;
                c.begin_path();
                c.arc(x, y, 12.0, PI - turn, TAU + turn)?;
                c.line_to(x, tip);
                c.close_path();
                c.set_line_join("round");
                c.set_stroke_style_str("#0f0");
                c.set_line_width(5.0);
                c.stroke();
                c.set_fill_style_str("#f00");
                c.fill();
                disc(4.6, y, "#0f0")?;
            }
        }
        c.restore();
        self.texels(size * ratio)
    }

    fn clear(&self, size: Vec2) {
        self.context
            .clear_rect(0.0, 0.0, f64::from(size.x) + 2.0, f64::from(size.y) + 2.0);
    }

    fn texels(&self, size: Vec2) -> Result<Texels, JsValue> {
        let width = (size.x.ceil() as u32).clamp(1, SCRATCH_PX);
        let height = (size.y.ceil() as u32).clamp(1, SCRATCH_PX / 4);
        let image = self
            .context
            .get_image_data(0.0, 0.0, f64::from(width), f64::from(height))?;
        let bytes = image
            .data()
            .as_chunks::<4>()
            .0
            .iter()
            .flat_map(|[red, _, _, alpha]| [*red, *alpha])
            .collect();
        Ok(Texels { width, height, bytes })
    }
}

/// The size of a sign's box, in CSS pixels.
pub fn icon_px(icon: Icon) -> Vec2 {
    match icon {
        Icon::Pin => PIN_PX,
        Icon::Dot | Icon::Badge(_) => DOT_PX,
    }
}

fn font(style: &Style, ratio: f32) -> String {
    format!("{} {}px {FAMILY}", style.weight, style.size_px * ratio)
}
