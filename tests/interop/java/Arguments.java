// SPDX-License-Identifier: Apache-2.0
import java.util.HashMap;
import java.util.Map;
import org.apache.rocketmq.acl.common.AclClientRPCHook;
import org.apache.rocketmq.acl.common.SessionCredentials;
import org.apache.rocketmq.remoting.RPCHook;

/** `--name value` pairs and the lines that these programs print: a word, then name=value, separated by tabs. */
final class Arguments {
    private final Map<String, String> values = new HashMap<>();

    Arguments(String[] arguments) {
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            values.put(arguments[i].substring(2), arguments[i + 1]);
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        return has(name) ? Integer.parseInt(values.get(name)) : otherwise;
    }

    /** Signs calls when the environment names a user; null otherwise. */
    static RPCHook signature() {
        String key = System.getenv("ROCKETMQ_ACCESS_KEY");
        return key == null ? null : new AclClientRPCHook(new SessionCredentials(key, System.getenv("ROCKETMQ_SECRET_KEY")));
    }

    static synchronized void print(String word, Object... namesAndValues) {
        StringBuilder line = new StringBuilder(word);
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            line.append('\t').append(namesAndValues[i]).append('=').append(escaped(String.valueOf(namesAndValues[i + 1])));
        }
        System.out.println(line);
        System.out.flush();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }
}
