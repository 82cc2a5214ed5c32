//! Chromium as a child process, talked to over the DevTools pipe: two file descriptors and JSON that ends in a zero byte. No port is
//! opened, and a browser whose other end is gone ends by itself.

use serde_json::{Value, json};
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// What makes a kiosk of it: docs/kiosk.md says what each is for.
const FLAGS: [&str; 13] = [
    "--kiosk",
    "--remote-debugging-pipe",
    "--no-first-run",
    "--no-default-browser-check",
    "--noerrdialogs",
    "--hide-crash-restore-bubble",
    "--disable-pinch",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-features=Translate",
    "--overscroll-history-navigation=0",
    "--password-store=basic",
];

/// DevTools speaks over descriptors 3 and 4; its own output is nobody's.
const WIRED: &str = r#"exec "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1"#;

const ANSWER: Duration = Duration::from_secs(4);
/// A browser that starts on a slow disk.
const START: Duration = Duration::from_secs(30);
const LOOK_AGAIN: Duration = Duration::from_millis(200);

#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    #[error("the browser cannot be started: {0}")]
    Start(io::Error),
    #[error("the browser is gone")]
    Gone,
    #[error("nothing answers")]
    Silent,
    #[error("the page crashed")]
    Crashed,
    #[error("the browser refuses: {0}")]
    Refused(String),
}

pub struct Browser {
    child: Child,
    say: ChildStdin,
    hear: Receiver<Value>,
    asked: u64,
    target: String,
    session: String,
    crashed: bool,
}

impl Browser {
    pub fn start(program: &Path, profile: &Path, flags: &[String], url: &str) -> Result<Self, Trouble> {
        let mut child = Command::new("sh")
            .args(["-c", WIRED, "sh"])
            .arg(program)
            .arg(format!("--user-data-dir={}", profile.display()))
            .args(FLAGS)
            .args(flags)
            .arg(url)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(Trouble::Start)?;
        let (Some(say), Some(out)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(Trouble::Gone);
        };
        let mut browser = Self {
            child,
            say,
            hear: listen(out),
            asked: 0,
            target: String::new(),
            session: String::new(),
            crashed: false,
        };
        browser.attach_to_first()?;
        Ok(browser)
    }

    /// The value of an expression in the page.
    pub fn evaluate(&mut self, expression: &str) -> Result<Value, Trouble> {
        let params = json!({"expression": expression, "returnByValue": true});
        let mut answer = self.ask("Runtime.evaluate", params, true, ANSWER)?;
        Ok(answer["result"]["value"].take())
    }

    /// Another page in place of the one that there is, in a process of its own: whatever that one does cannot keep it up.
    pub fn open(&mut self, url: &str) -> Result<(), Trouble> {
        let old = std::mem::take(&mut self.target);
        let mut made = self.ask("Target.createTarget", json!({"url": url}), false, ANSWER)?;
        self.attach(text(made["targetId"].take()))?;
        // One that crashed may be gone already.
        match self.ask("Target.closeTarget", json!({"targetId": old}), false, ANSWER) {
            Err(Trouble::Refused(_)) | Ok(_) => Ok(()),
            Err(trouble) => Err(trouble),
        }
    }

    fn attach_to_first(&mut self) -> Result<(), Trouble> {
        let began = Instant::now();
        while began.elapsed() < START {
            let mut answer = self.ask("Target.getTargets", json!({}), false, START)?;
            let infos = answer["targetInfos"]
                .as_array_mut()
                .map(std::mem::take)
                .unwrap_or_default();
            if let Some(mut page) = infos.into_iter().find(|info| info["type"] == "page") {
                return self.attach(text(page["targetId"].take()));
            }
            thread::sleep(LOOK_AGAIN);
        }
        Err(Trouble::Silent)
    }

    fn attach(&mut self, target: String) -> Result<(), Trouble> {
        let params = json!({"targetId": target, "flatten": true});
        let mut attached = self.ask("Target.attachToTarget", params, false, ANSWER)?;
        self.target = target;
        self.session = text(attached["sessionId"].take());
        self.crashed = false;
        self.ask("Inspector.enable", json!({}), true, ANSWER)?;
        Ok(())
    }

    /// Asks the browser, or its page.
    fn ask(&mut self, method: &str, params: Value, page: bool, patience: Duration) -> Result<Value, Trouble> {
        self.asked += 1;
        let id = self.asked;
        let mut message = json!({"id": id, "method": method, "params": params});
        if page {
            message["sessionId"] = self.session.as_str().into();
        }
        let mut bytes = message.to_string().into_bytes();
        bytes.push(0);
        self.say.write_all(&bytes).map_err(|_| Trouble::Gone)?;
        let until = Instant::now() + patience;
        loop {
            if page && self.crashed {
                return Err(Trouble::Crashed);
            }
            let mut heard = self
                .hear
                .recv_timeout(until.saturating_duration_since(Instant::now()))
                .map_err(|why| match why {
                    RecvTimeoutError::Timeout => Trouble::Silent,
                    RecvTimeoutError::Disconnected => Trouble::Gone,
                })?;
            if heard["id"] == id {
                return match heard["error"]["message"].take() {
                    Value::Null => Ok(heard["result"].take()),
                    why => Err(Trouble::Refused(text(why))),
                };
            }
            let of_page = heard["sessionId"] == self.session.as_str();
            self.crashed |= of_page && (heard["method"] == "Inspector.targetCrashed");
        }
    }
}

impl Drop for Browser {
    /// Its other processes end with it.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn listen(out: ChildStdout) -> Receiver<Value> {
    let (tell, hear) = channel();
    thread::spawn(move || {
        for message in BufReader::new(out).split(0).map_while(Result::ok) {
            let read = serde_json::from_slice(&message).unwrap_or_default();
            if tell.send(read).is_err() {
                return;
            }
        }
    });
    hear
}

fn text(value: Value) -> String {
    match value {
        Value::String(text) => text,
        other => other.to_string(),
    }
}
