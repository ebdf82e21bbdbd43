package dev.tierzero.render;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.nodes.Element;

/** The images of a one-file copy, each within its element; of anything else that would be loaded the address. */
final class CopyImages {

    private static final Map<String, String> TYPES = Map.of(
            "svg", "image/svg+xml",
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "gif", "image/gif",
            "webp", "image/webp",
            "avif", "image/avif");

    private final Function<String, Optional<byte[]>> files;

    /** @param files bytes by output path */
    CopyImages(Function<String, Optional<byte[]>> files) {
        this.files = files;
    }

    /**
     * Puts images in.
     *
     * @param from output path at which the URLs in the element begin
     * @param needs takes the output paths of images
     */
    void inline(Element scope, String from, Set<String> needs) {
        scope.select("picture > source").remove();
        for (Element image : List.copyOf(scope.select("img[src]"))) {
            List.of("srcset", "sizes", "loading").forEach(image::removeAttr);
            String url = image.attr("src");
            if (!url.startsWith("data:")) {
                Optional<Local> local = Local.of(from, url);
                Optional<String> data = local.flatMap(file -> data(file.path()));
                local.filter(file -> data.isPresent()).ifPresent(file -> needs.add(file.path()));
                data.ifPresentOrElse(
                        text -> image.attr("src", text), () -> image.replaceWith(instead(image, "alt", url)));
            }
        }
        for (Element loaded : List.copyOf(scope.select("video, audio, iframe, object, embed"))) {
            String url = loaded.hasAttr("src") ? loaded.attr("src") : loaded.attr("data");
            String told = Local.of(from, url).map(Local::path).orElse(url);
            loaded.replaceWith(instead(loaded, "title", told));
        }
    }

    private static Element instead(Element element, String attribute, String address) {
        String words = element.attr(attribute);
        return new Element("span").addClass("away").text((words + " (" + address + ")").strip());
    }

    private Optional<String> data(String path) {
        Optional<String> type = Optional.ofNullable(
                TYPES.get(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)));
        return type.flatMap(t -> files.apply(path)
                .map(bytes -> "data:" + t + ";base64," + Base64.getEncoder().encodeToString(bytes)));
    }
}
