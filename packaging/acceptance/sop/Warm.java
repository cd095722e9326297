import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.waxwing.app.cli.CliFrontend;
import org.waxwing.app.cli.terminal.Terminal;

/// Waxwing's command line, started once and run many times, for openpgp-matrix.sh: what it measures is what
/// the program says, not how often Java starts. Each line on standard input is one run: the files for
/// standard input, output and error, then the arguments, parted by the control character 1F. The answer is
/// the exit code in a line.
public final class Warm {
    private static final Terminal TERMINAL = Terminal.ofThisProcess();

    private Warm() {}

    public static void main(String[] none) throws IOException {
        PrintStream answers = System.out;
        CliFrontend face = new CliFrontend();
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            answers.println(run(face, new ArrayList<>(List.of(line.split("\u001f")))));
            answers.flush();
        }
    }

    private static int run(CliFrontend face, List<String> request) throws IOException {
        try (FileInputStream in = new FileInputStream(request.removeFirst());
                FileOutputStream out = new FileOutputStream(request.removeFirst());
                FileOutputStream err = new FileOutputStream(request.removeFirst())) {
            return face.run(request, new Terminal(in, out, err, System.getenv(), TERMINAL.secrets()));
        }
    }
}
