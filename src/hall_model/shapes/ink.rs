//! Colours: an architect's model is warm white, and strong colour only says something.

/// A colour in sRGB, and how much of what is behind it it hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ink {
    pub srgb: [u8; 3],
    pub alpha: u8,
}

impl Ink {
    /// From `0xRRGGBB`.
    pub const fn rgb(hex: u32) -> Self {
        Self {
            srgb: [(hex >> 16) as u8, (hex >> 8) as u8, hex as u8],
            alpha: 255,
        }
    }

    /// From `#rrggbb`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        u32::from_str_radix(digits, 16).ok().map(Self::rgb)
    }

    pub const fn with_alpha(self, alpha: u8) -> Self {
        Self { alpha, ..self }
    }

    pub fn is_glass(self) -> bool {
        self.alpha < 255
    }

    /// The share `t` of `other` in this: 0 is this, 1 is the other. Mixed in sRGB, as a designer's palette is.
    pub fn mix(self, other: Self, t: f64) -> Self {
        let part = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * t).round() as u8;
        let [r, g, b] = self.srgb;
        let [or, og, ob] = other.srgb;
        Self {
            srgb: [part(r, or), part(g, og), part(b, ob)],
            alpha: part(self.alpha, other.alpha),
        }
    }

    /// Linear RGBA as glTF's `COLOR_0` wants it, darkened to the share `light` of itself.
    pub fn linear(self, light: f64) -> [u8; 4] {
        let part = |c: u8| {
            (srgb_to_linear(f64::from(c) / 255.0) * light * 255.0)
                .round()
                .clamp(0.0, 255.0) as u8
        };
        let [r, g, b] = self.srgb;
        [part(r), part(g), part(b), self.alpha]
    }
}

/// IEC 61966-2-1.
fn srgb_to_linear(c: f64) -> f64 {
    if c <= 0.040_45 {
        c / 12.92
    } else {
        ((c + 0.055) / 1.055).powf(2.4)
    }
}

pub const GROUND: Ink = Ink::rgb(0xDF_E2DA);
pub const GREEN: Ink = Ink::rgb(0xCF_DCCB);
pub const LEAF: Ink = Ink::rgb(0xA3_BE9D);
pub const LEAF_DARK: Ink = Ink::rgb(0x86_A784);
pub const TRUNK: Ink = Ink::rgb(0xB9_A892);
pub const WOOD: Ink = Ink::rgb(0xEA_DFCE);
pub const CONCOURSE: Ink = Ink::rgb(0xF1_EFEA);
pub const CORRIDOR: Ink = Ink::rgb(0xEE_ECE6);
pub const FLOOR: Ink = Ink::rgb(0xF4_F2EE);
pub const AISLE: Ink = Ink::rgb(0xEC_E9E3);
pub const WALL: Ink = Ink::rgb(0xFB_FAF8);
pub const CUT: Ink = Ink::rgb(0x3B_4048);
pub const STEEL: Ink = Ink::rgb(0xD9_DADB);
pub const STEEL_DARK: Ink = Ink::rgb(0x9A_9EA3);
pub const SCREEN: Ink = Ink::rgb(0x2E_343D);
pub const GLASS: Ink = Ink::rgb(0xBF_D6DE).with_alpha(96);
/// Light comes through it from above.
pub const SKYLIGHT: Ink = Ink::rgb(0xF4_FAFC).with_alpha(64);
/// A lamp that is on.
pub const LAMP: Ink = Ink::rgb(0xFF_FFFF);
pub const EXIT: Ink = Ink::rgb(0x1F_8A4C);
pub const HYDRANT: Ink = Ink::rgb(0xC8_3A36);
pub const WATER: Ink = Ink::rgb(0xC9_DFE6);
/// Where a unit has no theme of its own.
pub const NEUTRAL: Ink = Ink::rgb(0x8C_939C);

#[cfg(test)]
mod tests {
    use super::*;

    const WHITE: Ink = Ink::rgb(0xFF_FFFF);

    #[test]
    fn a_colour_is_read_mixed_and_made_linear() {
        assert_eq!(Ink::parse("#4477AA"), Some(Ink::rgb(0x44_77AA)));
        assert_eq!(Ink::parse("4477AA"), None);
        assert_eq!(Ink::parse("#4477A"), None);
        assert_eq!(WHITE.mix(Ink::rgb(0), 0.5).srgb, [128; 3]);
        assert_eq!(Ink::rgb(0xBC_BCBC).linear(1.0), [128, 128, 128, 255]);
        assert_eq!(WHITE.linear(0.5), [128, 128, 128, 255]);
    }
}
