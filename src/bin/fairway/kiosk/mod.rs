//! `fairway kiosk URL`: runs a screen for anyone. The page mends itself where it can; what it cannot, because it is dead, is mended here.

mod browser;
mod mending;

use crate::failure::{Failure, Outcome};
use browser::{Browser, Trouble};
use mending::{Fault, Mending, Step};
use serde::Deserialize;
use std::env;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

/// Run a kiosk: start Chromium full screen, watch its page, and mend what the page cannot mend itself.
///
/// Ends only when it is ended; the browser ends with it. docs/kiosk.md has a recipe for Debian.
#[derive(clap::Args)]
pub struct Args {
    /// The published site with the kiosk's id: https://guide.example/?kiosk=kiosk-1.
    url: String,
    /// The browser's program.
    #[arg(long, value_name = "PROGRAM", default_value = "chromium")]
    browser: PathBuf,
    /// Where the browser keeps the site; below the user's state folder if it is not said.
    #[arg(long, value_name = "FOLDER")]
    profile: Option<PathBuf>,
    /// What else the browser is told, after `--`.
    #[arg(last = true)]
    flags: Vec<String>,
}

const LOOK: Duration = Duration::from_secs(3);
/// How long a page may take until it is usable, and how long one that was may not be.
const STARTING: Duration = Duration::from_secs(60);
/// Between browsers that cannot even show a picture.
const PAUSE: Duration = Duration::from_secs(60);
/// The page's own clockwork ticks four times a second.
const STILL_MS: f64 = 10_000.0;

/// `safe` is the page's own safe page, which comes back by itself; `offline` the browser's, where there is nothing to show yet.
const PULSE: &str = r#"location.protocol === "chrome-error:" ? "offline"
    : document.documentElement.classList.contains("safe") ? "safe" : globalThis.fairwayKiosk?.()"#;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Pulse {
    usable: bool,
    still_ms: f64,
}

pub fn run(args: Args) -> Outcome {
    let (before, _) = args.url.split_once('?').unwrap_or((&args.url, ""));
    if !(before.starts_with("https://") || before.starts_with("http://")) || !args.url.contains("kiosk=") {
        return Err(Failure::Input(format!(
            "\"{}\" is no address of a kiosk. Write it like \"https://guide.example/?kiosk=kiosk-1\".",
            args.url
        )));
    }
    let profile = args.profile.clone().or_else(state_folder).ok_or_else(|| {
        Failure::Input("There is no home folder to keep the browser's profile in. Name one with --profile.".into())
    })?;
    let safe = format!(
        "{}/safe.html",
        before.trim_end_matches("index.html").trim_end_matches('/')
    );
    let mut keeper = Keeper {
        args,
        profile,
        safe,
        began: Instant::now(),
        mending: Mending::default(),
        browser: None,
    };
    loop {
        keeper.keep();
    }
}

/// As the XDG base directory specification has it.
fn state_folder() -> Option<PathBuf> {
    let state = env::var_os("XDG_STATE_HOME").map(PathBuf::from);
    let home = || Some(PathBuf::from(env::var_os("HOME")?).join(".local/state"));
    Some(state.or_else(home)?.join("fairway-kiosk"))
}

struct Keeper {
    args: Args,
    profile: PathBuf,
    safe: String,
    began: Instant,
    mending: Mending,
    browser: Option<Browser>,
}

impl Keeper {
    /// Watches until something is wrong, and mends that.
    fn keep(&mut self) {
        let trouble = self.watch();
        let fault = match trouble {
            Trouble::Start(_) | Trouble::Gone => Fault::Browser,
            _ if self.browser.is_none() => Fault::Browser,
            _ => Fault::Page,
        };
        let step = self.mending.next(fault, self.began.elapsed());
        println!(
            "{trouble}; mend {} since it was last calm: {}",
            self.mending.count(),
            said(step)
        );
        match step {
            Step::Page => self.open_again(),
            Step::Browser(pause) => {
                self.browser = None;
                thread::sleep(pause);
            }
            Step::Rest(time) => self.rest(time),
        }
    }

    fn watch(&mut self) -> Trouble {
        let url = self.args.url.clone();
        let mut well = Instant::now();
        loop {
            let browser = match self.running() {
                Ok(browser) => browser,
                Err(trouble) => return trouble,
            };
            match browser.evaluate(PULSE) {
                Ok(value) if value == "safe" => well = Instant::now(),
                // No mending brings a network: it is tried again for as long as it takes.
                Ok(value) if value == "offline" => {
                    if well.elapsed() > STARTING {
                        println!("the site cannot be reached; it is tried again");
                        if let Err(trouble) = browser.open(&url) {
                            return trouble;
                        }
                        well = Instant::now();
                    }
                }
                Ok(value) => match serde_json::from_value::<Pulse>(value) {
                    Ok(pulse) if pulse.still_ms > STILL_MS => return Trouble::Silent,
                    Ok(pulse) if pulse.usable => well = Instant::now(),
                    _ if well.elapsed() > STARTING => return Trouble::Refused("the guide does not come up".into()),
                    _ => {}
                },
                // Between two pages there is none that could answer.
                Err(Trouble::Refused(_)) if well.elapsed() <= STARTING => {}
                Err(trouble) => return trouble,
            }
            thread::sleep(LOOK);
        }
    }

    fn running(&mut self) -> Result<&mut Browser, Trouble> {
        if self.browser.is_none() {
            println!("starting {} with {}", self.args.browser.display(), self.args.url);
            self.browser = Some(self.start(&self.args.url)?);
        }
        self.browser.as_mut().ok_or(Trouble::Gone)
    }

    fn start(&self, url: &str) -> Result<Browser, Trouble> {
        Browser::start(&self.args.browser, &self.profile, &self.args.flags, url)
    }

    /// A browser that does not even do that is none.
    fn open_again(&mut self) {
        let Some(browser) = &mut self.browser else { return };
        if let Err(trouble) = browser.open(&self.args.url) {
            println!("no other page can be opened: {trouble}");
            self.browser = None;
        }
    }

    /// A picture of the plan instead, until then or until the page is back by itself.
    fn rest(&mut self, time: Duration) {
        let until = Instant::now() + time;
        while Instant::now() < until {
            match self.show_safe(until) {
                Ok(()) => return,
                Err(trouble) => println!("while the safe page is shown: {trouble}"),
            }
            self.browser = None;
            thread::sleep(PAUSE.min(until.saturating_duration_since(Instant::now())));
        }
    }

    /// The plan as a picture, if the browser keeps it, or else a word.
    fn show_safe(&mut self, until: Instant) -> Result<(), Trouble> {
        if let Some(browser) = &mut self.browser {
            browser.open(&self.safe)?;
        } else {
            self.browser = Some(self.start(&self.safe)?);
        }
        let browser = self.browser.as_mut().ok_or(Trouble::Gone)?;
        thread::sleep(LOOK);
        if browser.evaluate(PULSE)? != "safe" {
            browser.open(BEING_MENDED)?;
        }
        while Instant::now() < until {
            let value = browser.evaluate(PULSE)?;
            if serde_json::from_value::<Pulse>(value).is_ok_and(|pulse| pulse.usable) {
                return Ok(());
            }
            thread::sleep(LOOK);
        }
        browser.open(&self.args.url)
    }
}

/// Where not even the safe page is kept.
const BEING_MENDED: &str = "data:text/html;charset=utf-8,<!doctype html><html class='safe'><body \
    style='font:6vmin sans-serif;text-align:center;margin:20vh 5vw'><p>This screen is being mended. It comes back by itself.</p>\
    <p lang='zh-Hans'>本屏正在维护，稍后将自动恢复。</p>";

fn said(step: Step) -> String {
    match step {
        Step::Page => "the page is opened anew".into(),
        Step::Browser(pause) => format!("the browser is started anew in {} s", pause.as_secs()),
        Step::Rest(time) => format!("a picture of the plan for {} minutes", time.as_secs() / 60),
    }
}
