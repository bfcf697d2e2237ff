package firesale.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void textsAndAttributesAreEscaped() {
        assertThat(new Html().element("p", "<script>alert('1')</script> & \"x\"", "title", "\"><img src=x>").page())
                .isEqualTo("<p title=\"&quot;&gt;&lt;img src=x&gt;\">&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;x&quot;</p>");
    }

    /** Control letters, half a pair, no letters at all, and letters that turn the direction of reading. */
    @Test
    void lettersThatAPageMayNotHoldAreReplaced() {
        assertThat(new Html().text("a\u0000b\u001Bc\uD800d\uFFFFe\u202Ef\u0085g").page())
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\uFFFDg");
        assertThat(new Html().text("\uD83D\uDE80 \u00FC \u6E05\u7B97\n").page()).isEqualTo("\uD83D\uDE80 \u00FC \u6E05\u7B97\n");
    }

    @Test
    void whatIsOpenMustBeClosedInOrder() {
        assertThatThrownBy(() -> new Html().open("p").open("b").close("p")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Html().open("p").page()).isInstanceOf(IllegalStateException.class);
    }
}
