package firesale.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InlineSvgTest {

    @TempDir
    Path folder;

    private InlineSvg read(String svg) throws IOException {
        return InlineSvg.read(Files.writeString(folder.resolve("a.svg"), svg), "c-a-");
    }

    @Test
    void idsAndWhatNamesThemGetThePrefix() throws IOException {
        InlineSvg svg = read("""
                <?xml version="1.0"?>
                <!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.0//EN' 'http://www.w3.org/TR/2001/REC-SVG-20010904/DTD/svg10.dtd'>
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="1400" height="800"
                 viewBox="0 0 1400 800" role="img"><title>A &lt;b&gt; chart</title><defs><clipPath id="clip1"><path d="M0 0"/></clipPath></defs>
                <g clip-path="url(#clip1)"><use xlink:href="#clip1"/><text x="1">5 &amp; 6</text></g></svg>""");
        assertThat(svg.title()).isEqualTo("A <b> chart");
        assertThat(svg.width()).isEqualTo(1400);
        assertThat(svg.markup())
                .isEqualTo("<svg role=\"graphics-document document\" aria-label=\"A &lt;b&gt; chart\" viewBox=\"0 0 1400 800\">"
                + "<defs><clipPath id=\"c-a-clip1\"><path d=\"M0 0\"/></clipPath></defs>"
                + "<g clip-path=\"url(#c-a-clip1)\"><use href=\"#c-a-clip1\"/><text x=\"1\">5 &amp; 6</text></g></svg>");
    }

    @Test
    void nothingThatActsOrLoadsIsKept() throws IOException {
        String markup = read("""
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="alert(1)">
                <script>alert(2)</script><foreignObject><p>no</p></foreignObject><style>@import url(http://x)</style>
                <image xlink:href="http://x/y.png"/><a xlink:href="javascript:alert(3)"><rect width="1"/></a>
                <rect ONCLICK="alert(4)" fill="url(http://x/#y)" style="background:url(http://x)" width="2"/>
                <use xlink:href="http://x/y.svg#z"/><!-- <script> --></svg>""").markup();
        assertThat(markup).contains("<rect width=\"2\"/>", "<use/>").doesNotContainIgnoringCase("alert").doesNotContain("http",
                "script",
                "style", "foreign", "<a", "<image", "<!--");
    }

    /** Entities could read files or fill the memory. */
    @Test
    void entitiesAreNotReplaced() {
        assertThatThrownBy(() -> read("<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg><text>&x;</text></svg>"))
                .isInstanceOf(IOException.class).hasMessageContaining("entity");
    }

    @Test
    void anotherFileIsNoSvg() {
        assertThatThrownBy(() -> read("<html/>")).isInstanceOf(IOException.class).hasMessageContaining("expected the element svg");
        assertThatThrownBy(() -> read("nothing")).isInstanceOf(IOException.class).hasMessageContaining("a.svg is no SVG");
    }
}
