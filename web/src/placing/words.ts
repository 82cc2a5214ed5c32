// What only the placement view says. What is found comes in words from the desk.

import type { Judge } from "../bindings/Judge.ts";
import type { PartKind } from "../bindings/PartKind.ts";
import type { Severity } from "../bindings/Severity.ts";
import type { TakenAs } from "../bindings/TakenAs.ts";
import type { Why } from "../bindings/Why.ts";
import type { Language } from "../strings/languages.ts";
import type { Service } from "./messages.ts";

export interface Words {
  title(stand: string): string;
  close: string;
  undo: string;
  redo: string;
  exportFile: string;
  importFile: string;
  kept: string;
  notKept: string;
  view: string;
  plan: string;
  space: string;
  measure: string;
  picture: string;
  spaceMissing: string;
  extrasMissing: string;
  extrasRest: string;
  drawing: string;
  drawingKeys: string;
  add: string;
  parts: string;
  noParts: string;
  findings: string;
  noFindings: string;
  checking: string;
  measured: string;
  allowed: string;
  rule: string;
  source: string;
  unchecked(count: number): string;
  advice: string;
  judge: string;
  at(x: string, y: string): string;
  /** What ends in the floor; with its first letter in the drawing. */
  services: Record<Service, string>;
  x: string;
  y: string;
  turn: string;
  width: string;
  depth: string;
  height: string;
  underside: string;
  weight: string;
  name: string;
  group: string;
  print: string;
  scale: string;
  dropHere: string;
  reading(file: string): string;
  takenAs: Record<TakenAs, string>;
  size(width: string, depth: string, height: string): string;
  tooMuch: string;
  modelNotKept: string;
  packing: string;
  designs: string;
  design(id: string): string;
  openDesign: string;
  designName: string;
  newDesign: string;
  copyDesign: string;
  deleteDesign: string;
  deleted: string;
  undelete: string;
  shareDesign: string;
  withoutModels: string;
  code: string;
  noCode: string;
  link: string;
  versions(count: number): string;
  until(time: string): string;
  restore: string;
  elsewhere: string;
  takeOver: string;
  offered: string;
  takeOffer: string;
  unreadableOffer: string;
  seen: string;
  seenStand: string;
  seenSign: string;
  seenHow: string;
  looking: string;
  heat: string;
  heatKey: Record<"sign" | "stand" | "none", string>;
  change(before: string, after: string): string;
  neighbour(stand: string): string;
  aisle(name: string): string;
  walk(from: string, to: string): string;
  seconds(count: number): string;
  noWay: string;
  waysSame: string;
  moreWalks(count: number): string;
  ofTheStand: string;
  turnLeft: string;
  turnRight: string;
  handle: string;
  duplicate: string;
  lock: string;
  remove: string;
  open: string;
  closed: string;
  unknown(stand: string): string;
  meant(stand: string): string;
  otherStand(stand: string, own: string): string;
  unreadable: string;
  tooBig: string;
  newest: string;
  refused: string;
  unreachable: string;
  failed: string;
  again: string;
  dismiss: string;
  opening: string;
  severities: Record<Severity, string>;
  judges: Record<Judge, string>;
  whys: Record<Why, string>;
  kinds: Record<PartKind, string>;
  measures: Record<string, string>;
}

const en: Words = {
  title: (stand) => `Design of stand ${stand}`,
  close: "Close",
  undo: "Undo",
  redo: "Redo",
  exportFile: "Export",
  importFile: "Import",
  kept: "Kept on this device",
  notKept: "This device does not keep the design. Export it before you close the page.",
  view: "View",
  plan: "Plan",
  space: "3D",
  measure: "Measure",
  picture: "Picture of this view",
  spaceMissing: "The view in 3D could not be loaded.",
  extrasMissing: "Measuring, aligning, sharing and other designs could not be loaded.",
  extrasRest: "All else goes on, and your design is kept.",
  drawing: "Drawing of the stand",
  drawingKeys: "Arrow keys move a part by 10 cm, with Shift by 1 m. R turns it by 15°, Delete removes it.",
  add: "Add",
  parts: "Parts",
  noParts: "Nothing is on the stand yet. Add a part.",
  findings: "Findings",
  noFindings: "Nothing was found by the rules that were checked.",
  checking: "Checking …",
  measured: "Measured",
  allowed: "Limit",
  rule: "Rule",
  source: "Source",
  unchecked: (count) => `Not checked: ${count}`,
  advice: "Advice from the published rules that the venue names, not an approval.",
  judge: "A person must still judge:",
  at: (x, y) => `at ${x}, ${y} m`,
  x: "x (m)",
  y: "y (m)",
  turn: "Turn (°)",
  width: "Width (m)",
  depth: "Depth (m)",
  height: "Height (m)",
  underside: "Underside (m)",
  weight: "Weight (kg)",
  name: "Name",
  group: "Group (moved together)",
  print: "Print",
  scale: "Scale (%)",
  dropHere: "Drop a model (.glb, .gltf) or a design here",
  reading: (file) => `Reading ${file} …`,
  takenAs: {
    millimetres: "Metres would make no sense, so it was taken to be in millimetres. Change the scale if that is wrong.",
    centimetres: "Metres would make no sense, so it was taken to be in centimetres. Change the scale if that is wrong.",
    kilometres: "Metres would make no sense, so it was taken to be in kilometres. Change the scale if that is wrong.",
  },
  size: (width, depth, height) => `It is ${width} × ${depth} × ${height} m.`,
  tooMuch: "The file is too much for this device, or takes too long to read. Make it simpler and export it again.",
  modelNotKept: "There is no room on this device for the model. Export the design before you close the page.",
  packing: "The file could not be made. Try again.",
  designs: "Designs",
  design: (id) => `Design ${id}`,
  openDesign: "Design",
  designName: "Its name",
  newDesign: "New",
  copyDesign: "Copy",
  deleteDesign: "Delete",
  deleted: "The design was deleted.",
  undelete: "Bring it back",
  shareDesign: "Share …",
  withoutModels: "Own models are too large for a link. Export the file to hand them over.",
  code: "Code with the link to this design",
  noCode: "The link is too long for a code.",
  link: "Link to this design",
  versions: (count) => `Earlier versions: ${count}`,
  until: (time) => `as of ${time}`,
  restore: "Restore",
  elsewhere: "This stand is being designed in another tab. Here you look on.",
  takeOver: "Edit here",
  offered: "A design came with the link.",
  takeOffer: "Open it as a new design",
  unreadableOffer: "The design in the link cannot be read. Ask for the link again, or for the file.",
  seen: "Seen by whom",
  seenStand: "Your stand",
  seenSign: "Your sign",
  seenHow:
    "Share of the aisle positions within 30 m that see it, weighted by the walks that pass there. Before: as the plan has the stand.",
  looking: "Looking round …",
  heat: "Show on the aisles",
  heatKey: { sign: "sees the sign", stand: "sees the stand", none: "sees neither" },
  change: (before, after) => (before === after ? before : `${before} → ${after}`),
  neighbour: (stand) => `Stand ${stand}`,
  aisle: (name) => `${name}, width`,
  walk: (from, to) => `${from} to ${to}`,
  seconds: (count) => `${count} s`,
  noWay: "no way",
  waysSame: "Aisles and walking times stay as they are.",
  moreWalks: (count) => `and ${count} more walks`,
  ofTheStand: "Its place, width and depth are the stand’s own.",
  turnLeft: "Turn left by 15°",
  turnRight: "Turn right by 15°",
  handle: "Turn",
  services: { power: "Electricity", water: "Water and drain", air: "Air, compressed", data: "Network" },
  duplicate: "Duplicate",
  lock: "Lock",
  remove: "Remove",
  open: "open",
  closed: "closed",
  unknown: (stand) => `This venue has no stand “${stand}”.`,
  meant: (stand) => `Open ${stand}`,
  otherStand: (stand, own) => `This file is for stand ${stand}, not for ${own}. Your design is as it was.`,
  unreadable: "The design that was kept here cannot be read. It was set aside, and you begin with an empty stand.",
  tooBig: "The file is larger than 100 MB. Your design is as it was.",
  newest: "Your design is as it was.",
  refused: "This cannot be used",
  unreachable: "The venue could not be loaded.",
  failed: "The check has stopped. Your design is kept; what was found may be old.",
  again: "Try again",
  dismiss: "Dismiss",
  opening: "Opening the venue …",
  severities: { error: "Error", warning: "Warning", note: "Note" },
  judges: {
    materials: "materials and how they burn",
    electrics: "electrics",
    structure: "whether it holds",
    rigging: "what hangs, and from what",
  },
  whys: {
    no_rule: "the venue has no rule on it for this stand",
    not_this_stand: "it is about stands of another kind",
    plan_lacks: "the plan lacks what it is measured against",
    no_weight: "no weight is given",
    other_unit: "the rule is in another unit than what it limits",
    not_of_designs: "it is no matter of one design",
  },
  kinds: {
    shell_scheme: "Shell scheme",
    wall: "Wall",
    glass_wall: "Glass wall",
    tower: "Tower",
    counter: "Counter",
    table: "Table",
    seat: "Seat",
    screen: "Screen",
    storage: "Storage",
    plant: "Plant",
    truss: "Truss",
    banner: "Banner",
    platform: "Platform",
    ramp: "Ramp",
    stairs: "Stairs",
    upper_deck: "Upper deck",
    model: "Own model",
  },
  measures: {
    boundary_max_overhang: "Outside the stand",
    shell_scheme_panel_height: "Height of a shell scheme",
    single_deck_max_height: "Height",
    double_deck_max_height: "Height with an upper deck",
    ceiling_gap: "Gap under the ceiling",
    hanging_min_height: "Height of what hangs",
    open_side_entry_min_width: "Gap on an open side",
    aisle_side_wall_max_share: "Walls on an open side",
    sight_line_setback: "Sight lines of neighbours",
    exit_front_clearance: "Before exits",
    hydrant_clearance: "Hydrants",
    column_clearance: "Columns",
    shutter_clearance: "Fire shutters",
    wall_clearance: "Walls of the hall",
    under_shutter_max_area: "Under fire shutters",
    upper_deck_max_share: "Size of the upper deck",
    upper_deck_min_exits: "Stairs of the upper deck",
    way_min_width: "Ways through the stand",
    step_max_height: "Steps",
    ramp_max_slope: "Slope of ramps",
    floor_max_load: "Load on the floor",
    aisle_main_min_width: "Width of main aisles",
    aisle_min_width: "Width of aisles",
    bookings_overlap: "Overlap of stands",
    stand_booked_twice: "Stand booked twice",
    unknown_model: "Model that is not there",
  },
};

const zhHans: Words = {
  title: (stand) => `展位 ${stand} 设计`,
  close: "关闭",
  undo: "撤销",
  redo: "重做",
  exportFile: "导出",
  importFile: "导入",
  kept: "已保存在本设备",
  notKept: "本设备无法保存设计。关闭页面前请先导出。",
  view: "视图",
  plan: "平面",
  space: "三维",
  measure: "测量",
  picture: "当前视图截图",
  spaceMissing: "无法加载三维视图。",
  extrasMissing: "测量、对齐、分享和其他方案未能加载。",
  extrasRest: "其余功能照常可用，您的设计会继续保存。",
  drawing: "展位平面图",
  drawingKeys: "方向键移动 10 厘米，加 Shift 移动 1 米；R 键旋转 15°，Delete 键删除。",
  add: "添加",
  parts: "构件",
  noParts: "展位上还没有构件，请添加。",
  findings: "检查结果",
  noFindings: "按已检查的规定，未发现问题。",
  checking: "正在检查…",
  measured: "实测",
  allowed: "限值",
  rule: "规定",
  source: "来源",
  unchecked: (count) => `未检查：${count} 项`,
  advice: "以上依据场馆所列的公开规定提供，仅供参考，不代表审批通过。",
  judge: "仍须由人判断：",
  at: (x, y) => `位于 ${x}，${y} 米`,
  x: "x（米）",
  y: "y（米）",
  turn: "角度（°）",
  width: "宽（米）",
  depth: "深（米）",
  height: "高（米）",
  underside: "底面高度（米）",
  weight: "重量（千克）",
  name: "名称",
  group: "同组移动（组名）",
  print: "打印",
  scale: "比例（%）",
  dropHere: "将模型（.glb、.gltf）或设计拖放到此处",
  reading: (file) => `正在读取 ${file}…`,
  takenAs: {
    millimetres: "按米计算尺寸不合理，因此按毫米读取。如有误，请修改比例。",
    centimetres: "按米计算尺寸不合理，因此按厘米读取。如有误，请修改比例。",
    kilometres: "按米计算尺寸不合理，因此按千米读取。如有误，请修改比例。",
  },
  size: (width, depth, height) => `尺寸为 ${width} × ${depth} × ${height} 米。`,
  tooMuch: "该文件超出本设备的处理能力，或读取时间过长。请简化后重新导出。",
  modelNotKept: "本设备没有空间保存模型。关闭页面前请先导出设计。",
  packing: "无法生成文件，请重试。",
  designs: "设计方案",
  design: (id) => `方案 ${id}`,
  openDesign: "方案",
  designName: "方案名称",
  newDesign: "新建",
  copyDesign: "复制方案",
  deleteDesign: "删除方案",
  deleted: "方案已删除。",
  undelete: "恢复方案",
  shareDesign: "分享…",
  withoutModels: "自有模型太大，无法放入链接。请导出文件后传递。",
  code: "含此方案链接的二维码",
  noCode: "链接过长，无法生成二维码。",
  link: "此方案的链接",
  versions: (count) => `历史版本：${count} 个`,
  until: (time) => `截至 ${time}`,
  restore: "恢复",
  elsewhere: "该展位正在另一个标签页中设计，此处仅供查看。",
  takeOver: "在此编辑",
  offered: "链接中带有一个设计方案。",
  takeOffer: "作为新方案打开",
  unreadableOffer: "无法读取链接中的设计。请重新索取链接或文件。",
  seen: "谁能看到",
  seenStand: "您的展位",
  seenSign: "您的标识",
  seenHow: "30 米内通道位置中能看到的比例，按经过的步行路线加权。之前：平面图中的展位。",
  looking: "正在查看四周…",
  heat: "在通道上显示",
  heatKey: { sign: "能看到标识", stand: "能看到展位", none: "都看不到" },
  change: (before, after) => (before === after ? before : `${before} → ${after}`),
  neighbour: (stand) => `展位 ${stand}`,
  aisle: (name) => `${name}宽度`,
  walk: (from, to) => `${from} 至 ${to}`,
  seconds: (count) => `${count} 秒`,
  noWay: "无路可走",
  waysSame: "通道和步行时间不变。",
  moreWalks: (count) => `另有 ${count} 条步行路线`,
  ofTheStand: "其位置、宽度和深度与展位一致。",
  turnLeft: "左转 15°",
  turnRight: "右转 15°",
  handle: "旋转",
  services: { power: "电源", water: "水源与排水", air: "气源（压缩空气）", data: "网络" },
  duplicate: "复制",
  lock: "锁定",
  remove: "删除",
  open: "开口",
  closed: "封闭",
  unknown: (stand) => `本场馆没有展位“${stand}”。`,
  meant: (stand) => `打开 ${stand}`,
  otherStand: (stand, own) => `该文件属于展位 ${stand}，而非 ${own}。您的设计未改动。`,
  unreadable: "本设备上保存的设计无法读取，已另行存放；现从空展位开始。",
  tooBig: "文件超过 100 MB。您的设计未改动。",
  newest: "您的设计未改动。",
  refused: "无法使用",
  unreachable: "无法加载场馆数据。",
  failed: "检查已停止。您的设计已保留，检查结果可能不是最新。",
  again: "重试",
  dismiss: "知道了",
  opening: "正在打开场馆…",
  severities: { error: "错误", warning: "警告", note: "提示" },
  judges: {
    materials: "材料及其燃烧性能",
    electrics: "用电",
    structure: "结构是否牢固",
    rigging: "吊挂物及吊点",
  },
  whys: {
    no_rule: "场馆对此展位没有相关规定",
    not_this_stand: "适用于其他类型的展位",
    plan_lacks: "平面图缺少所需数据",
    no_weight: "未给出重量",
    other_unit: "规定的单位与所测不符",
    not_of_designs: "不属于单个设计的检查范围",
  },
  kinds: {
    shell_scheme: "标准展位",
    wall: "墙板",
    glass_wall: "玻璃墙",
    tower: "塔柱",
    counter: "接待台",
    table: "桌子",
    seat: "座椅",
    screen: "屏幕",
    storage: "储藏间",
    plant: "绿植",
    truss: "桁架",
    banner: "吊挂横幅",
    platform: "地台",
    ramp: "坡道",
    stairs: "楼梯",
    upper_deck: "二层平台",
    model: "自有模型",
  },
  measures: {
    boundary_max_overhang: "超出展位",
    shell_scheme_panel_height: "标准展位高度",
    single_deck_max_height: "高度",
    double_deck_max_height: "双层展位高度",
    ceiling_gap: "距顶棚净空",
    hanging_min_height: "吊挂物高度",
    open_side_entry_min_width: "开口边入口宽度",
    aisle_side_wall_max_share: "开口边墙体占比",
    sight_line_setback: "相邻展位视线",
    exit_front_clearance: "出口前净空",
    hydrant_clearance: "消火栓净距",
    column_clearance: "立柱净距",
    shutter_clearance: "防火卷帘净距",
    wall_clearance: "墙体净距",
    under_shutter_max_area: "防火卷帘下方",
    upper_deck_max_share: "二层面积占比",
    upper_deck_min_exits: "二层楼梯数",
    way_min_width: "展位内通道宽度",
    step_max_height: "台阶高度",
    ramp_max_slope: "坡道坡度",
    floor_max_load: "地面荷载",
    aisle_main_min_width: "主通道宽度",
    aisle_min_width: "通道宽度",
    bookings_overlap: "展位重叠",
    stand_booked_twice: "展位重复预订",
    unknown_model: "缺少模型",
  },
};

export const WORDS: Record<Language, Words> = { en, "zh-Hans": zhHans };
