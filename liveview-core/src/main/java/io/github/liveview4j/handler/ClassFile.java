package io.github.liveview4j.handler;

import io.github.liveview4j.LiveViewHandler;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * What a class file says of a class without loading it: Java Virtual Machine Specification, chapter 4.
 *
 * @param name with dots, nested classes with {@code $}
 * @param superName likewise; {@code null} for {@code Object}
 * @param canBeMade whether it is a concrete class that needs no instance of another one around it
 * @param hasHandler whether it declares a method with {@code @LiveViewHandler}
 */
record ClassFile(String name, @Nullable String superName, boolean canBeMade, boolean hasHandler) {

    private static final int MAGIC = 0xCAFEBABE;
    private static final int NOT_CONCRETE = Modifier.INTERFACE | Modifier.ABSTRACT | 0x2000 | 0x4000 | 0x8000;
    private static final String HANDLER = "L" + LiveViewHandler.class.getName().replace('.', '/') + ";";

    /**
     * Reads a class file; of one that is newer than this code, what it has always had.
     *
     * @throws IOException if it is none
     */
    static ClassFile read(InputStream content) throws IOException {
        return new Reader(new DataInputStream(content)).read();
    }

    /** Reads once, from the front to the back. */
    private static final class Reader {

        private final DataInputStream in;
        private @Nullable Object[] constants = {};

        Reader(DataInputStream in) {
            this.in = in;
        }

        ClassFile read() throws IOException {
            if (in.readInt() != MAGIC) {
                throw new IOException("Expected a class file, got something else");
            }
            in.skipNBytes(4);
            readConstants();
            int flags = in.readUnsignedShort();
            String name = className(in.readUnsignedShort());
            int above = in.readUnsignedShort();
            in.skipNBytes(2L * in.readUnsignedShort());
            readMembers();
            boolean hasHandler = readMembers();
            boolean isEnclosed = readNesting(name);
            return new ClassFile(
                    name.replace('/', '.'),
                    above == 0 ? null : className(above).replace('/', '.'),
                    (flags & NOT_CONCRETE) == 0 && !isEnclosed,
                    hasHandler);
        }

        private void readConstants() throws IOException {
            constants = new Object[in.readUnsignedShort()];
            for (int i = 1; i < constants.length; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> constants[i] = in.readUTF();
                    case 7 -> constants[i] = in.readUnsignedShort();
                    case 8, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++;
                    }
                    default -> throw new IOException("Expected a constant as of Java 25, got one of kind " + tag);
                }
            }
        }

        private String text(int index) throws IOException {
            if (constants[index] instanceof String text) {
                return text;
            }
            throw new IOException("Expected a text as constant " + index + ", got " + constants[index]);
        }

        private String className(int index) throws IOException {
            if (constants[index] instanceof Integer at) {
                return text(at);
            }
            throw new IOException("Expected a class as constant " + index + ", got " + constants[index]);
        }

        /** Returns whether one of the fields or methods is a handler. */
        private boolean readMembers() throws IOException {
            boolean hasHandler = false;
            int members = in.readUnsignedShort();
            for (int i = 0; i < members; i++) {
                in.skipNBytes(6);
                int attributes = in.readUnsignedShort();
                for (int j = 0; j < attributes; j++) {
                    boolean areAnnotations = text(in.readUnsignedShort()).equals("RuntimeVisibleAnnotations");
                    int length = in.readInt();
                    if (areAnnotations) {
                        hasHandler |= readAnnotations();
                    } else {
                        in.skipNBytes(length);
                    }
                }
            }
            return hasHandler;
        }

        private boolean readAnnotations() throws IOException {
            boolean hasHandler = false;
            int annotations = in.readUnsignedShort();
            for (int i = 0; i < annotations; i++) {
                hasHandler |= readAnnotation().equals(HANDLER);
            }
            return hasHandler;
        }

        private String readAnnotation() throws IOException {
            String type = text(in.readUnsignedShort());
            int elements = in.readUnsignedShort();
            for (int i = 0; i < elements; i++) {
                in.skipNBytes(2);
                skipValue();
            }
            return type;
        }

        private void skipValue() throws IOException {
            switch (in.readUnsignedByte()) {
                case 'e' -> in.skipNBytes(4);
                case '@' -> readAnnotation();
                case '[' -> {
                    int values = in.readUnsignedShort();
                    for (int i = 0; i < values; i++) {
                        skipValue();
                    }
                }
                default -> in.skipNBytes(2);
            }
        }

        /** Returns whether the class is local or anonymous, or an inner one that is not static. */
        private boolean readNesting(String name) throws IOException {
            boolean isEnclosed = false;
            int attributes = in.readUnsignedShort();
            for (int i = 0; i < attributes; i++) {
                boolean isNesting = text(in.readUnsignedShort()).equals("InnerClasses");
                int length = in.readInt();
                if (isNesting) {
                    int classes = in.readUnsignedShort();
                    for (int j = 0; j < classes; j++) {
                        boolean isThis = className(in.readUnsignedShort()).equals(name);
                        boolean isMember = in.readUnsignedShort() != 0;
                        in.skipNBytes(2);
                        boolean isStatic = Modifier.isStatic(in.readUnsignedShort());
                        isEnclosed |= isThis && !(isMember && isStatic);
                    }
                } else {
                    in.skipNBytes(length);
                }
            }
            return isEnclosed;
        }
    }
}
