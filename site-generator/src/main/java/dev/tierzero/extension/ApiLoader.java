package dev.tierzero.extension;

/**
 * What a plugin sees besides its own jar: the JDK and {@code dev.tierzero.api}. Neither the generator, nor its libraries, nor other
 * plugins.
 */
final class ApiLoader extends ClassLoader {

    private static final String API = "dev.tierzero.api.";

    private final ClassLoader generator;

    ApiLoader(ClassLoader generator) {
        super("plugin-api", ClassLoader.getPlatformClassLoader());
        this.generator = generator;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith(API)) {
            return generator.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }
}
