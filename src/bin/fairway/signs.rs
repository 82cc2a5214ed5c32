//! `fairway signs DIR`: signs that say where one stands, to print and put up. Whoever scans one has the guide open there.

use crate::failure::{Failure, Outcome};
use crate::files::load_venue;
use crate::places::find;
use fairway::directory::Directory;
use fairway::venue::{LocalText, Place, Venue};
use qrcode::QrCode;
use qrcode::render::svg;
use std::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Make a page of signs to print: each place's name, its code to type, and a QR code that opens the guide there.
#[derive(clap::Args)]
pub struct Args {
    /// The venue's folder.
    dir: PathBuf,
    /// Where the published site is: `https://guide.example/`.
    #[arg(long, value_name = "URL")]
    site: String,
    /// Another place that gets a sign, beside the named entrances, kiosks and information desks: an id or a name. May be given several times.
    #[arg(long, value_name = "PLACE")]
    place: Vec<String>,
    /// The file to write.
    #[arg(long, default_value = "signs.html")]
    out: PathBuf,
}

/// What a sign says beside names, where we know the venue's language.
const SCAN: [(&str, &str); 2] = [
    ("en", "You are here. Scan this for the way to any stand."),
    ("zh-Hans", "您在这里。扫码查找展位与路线。"),
];

pub fn run(args: Args) -> Outcome {
    let venue = load_venue(&args.dir)?;
    let directory = Directory::of(&venue, "");
    let site = site(&args.site)?;
    let mut places: Vec<Place<'_>> = venue.starts().collect();
    for spelling in &args.place {
        let id = find(&venue, &directory, spelling)?;
        places.extend(venue.place(&id));
    }
    let signs = places
        .iter()
        .map(|place| sign(&venue, *place, &site))
        .collect::<Result<String, _>>()?;
    let title = escaped(words(&venue.layout().name, &venue).first().map_or("", String::as_str));
    let page = PAGE.replace("{title}", &title).replace("{signs}", &signs);
    std::fs::write(&args.out, page).map_err(|source| Failure::Write {
        path: args.out.clone(),
        source,
    })?;
    println!("{}: {} signs", args.out.display(), places.len());
    Ok(ExitCode::SUCCESS)
}

/// With the slash that an address of a folder ends in.
fn site(url: &str) -> Result<String, Failure> {
    if !(url.starts_with("https://") || url.starts_with("http://")) || url.contains(['?', '#', ' ']) {
        return Err(Failure::Input(format!(
            "\"{url}\" is no address of a site. Write it like \"https://guide.example/\"."
        )));
    }
    Ok(format!("{}/", url.trim_end_matches('/')))
}

fn sign(venue: &Venue, place: Place<'_>, site: &str) -> Result<String, Failure> {
    let id = place.id();
    let link = format!("{site}?at={}", encoded(id.as_str()));
    let code = QrCode::new(&link)
        .map_err(|error| Failure::Input(format!("\"{link}\" does not fit into a QR code: {error}.")))?;
    let picture = code.render::<svg::Color>().min_dimensions(240, 240).build();
    let picture = picture.trim_start_matches(|c| c != '>').trim_start_matches('>');
    let mut text = String::from("<section>\n");
    let named = place.name().map(|name| words(name, venue)).unwrap_or_default();
    for name in &named {
        let _ = writeln!(text, "<h1>{}</h1>", escaped(name));
    }
    let _ = writeln!(text, "{picture}\n<p class=\"code\">{}</p>", escaped(id.as_str()));
    for (language, said) in SCAN {
        if venue.layout().languages.iter().any(|own| own.as_str() == language) {
            let _ = writeln!(text, "<p lang=\"{language}\">{said}</p>");
        }
    }
    let _ = writeln!(text, "<p class=\"link\">{}</p>\n</section>", escaped(&link));
    Ok(text)
}

/// A name in each of the venue's languages, each wording once.
fn words(text: &LocalText, venue: &Venue) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for language in &venue.layout().languages {
        let wording = text.in_language(language);
        if !said.iter().any(|other| other == wording) {
            said.push(wording.to_owned());
        }
    }
    said
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// As in the query of a URL.
fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut url, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => url.push(char::from(byte)),
            _ => {
                let _ = write!(url, "%{byte:02X}");
            }
        }
        url
    })
}

const PAGE: &str = r#"<!doctype html>
<html>
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
@page { size: A5; margin: 12mm; }
body { margin: 0; font: 14pt/1.4 system-ui, sans-serif; text-align: center; }
section { break-after: page; padding: 4mm 0; }
h1 { margin: 0 0 2mm; font-size: 22pt; line-height: 1.2; }
svg { width: 80mm; height: 80mm; margin: 4mm 0; }
p { margin: 1mm 0; }
.code { font-size: 28pt; font-weight: 700; }
.link { color: #555; font-size: 9pt; overflow-wrap: anywhere; }
</style>
</head>
<body>
{signs}</body>
</html>
"#;
