//! Numbers out of a model's data, each range checked.

use super::ReadError;
use super::buffers::Buffers;
use gltf::json::accessor::{ComponentType, Type};
use gltf::json::buffer::View;
use gltf::json::validation::Checked;
use gltf::json::{Accessor, Index, Root};

/// Elements of one accessor, in place.
pub struct Elements<'a> {
    data: &'a [u8],
    stride: usize,
    count: usize,
    component: ComponentType,
    components: usize,
    normalized: bool,
}

impl<'a> Elements<'a> {
    pub fn of(root: &Root, buffers: &'a Buffers<'_>, index: Index<Accessor>) -> Result<Self, ReadError> {
        let index = index.value();
        let problem = |problem| ReadError::Accessor {
            accessor: index,
            problem,
        };
        let accessor = root.accessors.get(index).ok_or(ReadError::Reference {
            what: "accessor",
            index,
        })?;
        if accessor.sparse.is_some() {
            return Err(problem("is sparse, which is not supported"));
        }
        let Checked::Valid(component) = accessor.component_type else {
            return Err(problem("has an unknown component type"));
        };
        let component = component.0;
        let components = match accessor.type_ {
            Checked::Valid(Type::Scalar) => 1,
            Checked::Valid(Type::Vec2) => 2,
            Checked::Valid(Type::Vec3) => 3,
            Checked::Valid(Type::Vec4) => 4,
            _ => return Err(problem("has a type that is no vector")),
        };
        let accessor_view = accessor.buffer_view.ok_or_else(|| problem("has no buffer view"))?;
        let (view_data, byte_stride) = Self::view(root, buffers, accessor_view)?;
        let outside = || problem("reaches outside the file's data");
        let size = component.size() * components;
        let stride = byte_stride.unwrap_or(size);
        if stride < size {
            return Err(problem("has a stride shorter than its elements"));
        }
        let to_usize = |n: u64| usize::try_from(n).ok();
        let offset = to_usize(accessor.byte_offset.map_or(0, |offset| offset.0)).ok_or_else(outside)?;
        let count = to_usize(accessor.count.0).ok_or_else(outside)?;
        let used = match count.checked_sub(1) {
            Some(others) => others.checked_mul(stride).and_then(|n| n.checked_add(size)),
            None => Some(0),
        };
        let data = used
            .and_then(|used| offset.checked_add(used))
            .and_then(|end| view_data.get(offset..end))
            .ok_or_else(outside)?;
        Ok(Self {
            data,
            stride,
            count,
            component,
            components,
            normalized: accessor.normalized,
        })
    }

    /// The bytes of a view, and its stride where it has one.
    pub fn view(
        root: &Root,
        buffers: &'a Buffers<'_>,
        index: Index<View>,
    ) -> Result<(&'a [u8], Option<usize>), ReadError> {
        let index = index.value();
        let what = "buffer view";
        let view = root
            .buffer_views
            .get(index)
            .ok_or(ReadError::Reference { what, index })?;
        let data = buffers.get(view.buffer.value())?;
        let start = usize::try_from(view.byte_offset.map_or(0, |offset| offset.0)).ok();
        let length = usize::try_from(view.byte_length.0).ok();
        let bytes = start
            .zip(length)
            .and_then(|(start, length)| data.get(start..start.checked_add(length)?))
            .ok_or(ReadError::Outside(index))?;
        Ok((bytes, view.byte_stride.map(|stride| stride.0)))
    }

    pub fn len(&self) -> usize {
        self.count
    }

    pub fn components(&self) -> usize {
        self.components
    }

    pub fn is_index(&self) -> bool {
        self.components == 1
            && matches!(
                self.component,
                ComponentType::U8 | ComponentType::U16 | ComponentType::U32
            )
    }

    pub fn is_float(&self) -> bool {
        self.component == ComponentType::F32
    }

    /// Component `part` of element `i` as a number; normalized integers become 0 to 1 (or −1 to 1). `None` past the end.
    pub fn float(&self, i: usize, part: usize) -> Option<f32> {
        self.number(i, part, self.normalized)
    }

    /// The same, of what is a share whether the file says so or not: colours.
    pub fn share(&self, i: usize, part: usize) -> Option<f32> {
        self.number(i, part, true)
    }

    fn number(&self, i: usize, part: usize, is_share: bool) -> Option<f32> {
        let scaled = |value: f32, most: f32| {
            if is_share { (value / most).max(-1.0) } else { value }
        };
        let bytes = self.bytes(i, part)?;
        Some(match (self.component, bytes) {
            (ComponentType::F32, &[a, b, c, d]) => f32::from_le_bytes([a, b, c, d]),
            (ComponentType::U8, &[a]) => scaled(f32::from(a), 255.0),
            (ComponentType::I8, &[a]) => scaled(f32::from(a as i8), 127.0),
            (ComponentType::U16, &[a, b]) => scaled(f32::from(u16::from_le_bytes([a, b])), 65_535.0),
            (ComponentType::I16, &[a, b]) => scaled(f32::from(i16::from_le_bytes([a, b])), 32_767.0),
            (ComponentType::U32, &[a, b, c, d]) => u32::from_le_bytes([a, b, c, d]) as f32,
            _ => return None,
        })
    }

    /// Element `i` as an index. `None` past the end.
    pub fn index(&self, i: usize) -> Option<u32> {
        Some(match (self.component, self.bytes(i, 0)?) {
            (ComponentType::U8, &[a]) => u32::from(a),
            (ComponentType::U16, &[a, b]) => u32::from(u16::from_le_bytes([a, b])),
            (ComponentType::U32, &[a, b, c, d]) => u32::from_le_bytes([a, b, c, d]),
            _ => return None,
        })
    }

    fn bytes(&self, i: usize, part: usize) -> Option<&'a [u8]> {
        if i >= self.count || part >= self.components {
            return None;
        }
        let size = self.component.size();
        let start = i * self.stride + part * size;
        self.data.get(start..start + size)
    }
}
