//! A page that breaks says so and offers to carry on.

use crate::support::run;

#[test]
fn a_panic_shows_a_message_whose_reload_keeps_the_scenario() {
    run(async |page| {
        page.open("#talent_attrition=8&i=i3").await?;
        page.until_address("v=1&m=2&p=trend&talent_attrition=8&i=i3").await?;
        page.allow_console("");
        // The page cannot build another view: its framework panics.
        page.button("全部指标").await?;
        page.js::<()>(
            "Node.prototype.insertBefore = () => { throw new Error('broken') };
             [...document.querySelectorAll('.tab')].find(tab => tab.textContent === '全部指标').click()",
        )
        .await?;
        let message = page.role("alert", "").await?;
        page.until_js("the message shows", "document.getElementById('boot-message').checkVisibility()").await?;
        assert!(message.text().await?.contains("内部错误"));
        assert!(page.js::<bool>("return document.getElementById('app').inert").await?);
        page.click("重新载入").await?;
        page.until_js("the page is back", "document.querySelector('#app:not([inert]) .scoreboard') !== null").await?;
        page.until_says(&page.slider("研发人员流失率").await?, "8.0 %/年").await?;
        assert_eq!(page.selected().await?, ["i3"]);
        Ok(())
    });
}
