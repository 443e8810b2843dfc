//! Texts around use without a network: the copy of the site, newer versions, the file to take away.

use crate::text::Text;

pub const TAKE_AWAY: Text = Text::new("带走文件", "Take-away file");
pub const TAKE_AWAY_HINT: Text = Text::new(
    "一个网页，含程序和这里的全部内容，双击即可打开，不需要网络。",
    "One page with the program and all that is here: opens by double-click, without a network.",
);
pub const ALL_OF_IT: Text = Text::new("全部内容 .html", "All of it .html");
pub const CARRIED_DAMAGED: Text = Text::new(
    "本文件所带的内容有损坏，能读取的已载入，其余未采用。请向提供者另要一份。",
    "Part of what this file carries is damaged: what can be read is here. Please ask for another copy of the file.",
);

pub const OFFLINE: Text = Text::new("离线使用", "Without a network");
pub const MAKING: Text = Text::new("正在存入本浏览器…", "Being stored in this browser…");
pub const READY: Text =
    Text::new("已存入本浏览器，断网时照常打开。", "Stored in this browser: opens without a network.");
pub const REMOVE: Text = Text::new("删除离线副本", "Delete the copy");
pub const UNWANTED: Text = Text::new("未存入本浏览器。", "Not stored in this browser.");
pub const MAKE: Text = Text::new("存入本浏览器", "Store it");
pub const FAILED: Text = Text::new("未能存入本浏览器。", "It could not be stored in this browser.");
pub const IMPOSSIBLE: Text = Text::new(
    "浏览器只为 https 网站保存离线副本；请下载单页文件，双击打开。",
    "Browsers store a copy of https sites only: download the app as one page and open it by double-click.",
);
pub const DOWNLOAD: Text = Text::new("下载单页文件", "Download the page");

pub const NEWER: Text = Text::new("新版本已就绪。", "A newer version is ready.");
pub const TAKE_NEWER: Text = Text::new("使用新版本", "Use it");
