// Tells what keeps PDFs from being PDF/UA-1, by veraPDF's engine. It reads the path of a PDF from each line of its input
// and answers before it reads the next: a line for each rule that is broken, then an empty one. It is started once.
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

class Conformance {
    // Found by its name: the jar's own list of profiles is empty where its folder can't be read.
    private static final String PROFILE = "/org/verapdf/pdfa/validation/PDFUA-1.xml";
    private static final int LEAST_CHECKS = 100;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile profile;
        try (InputStream stream = Conformance.class.getResourceAsStream(PROFILE)) {
            profile = Profiles.profileFromXml(stream);
        }
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String path = input.readLine(); path != null; path = input.readLine()) {
            try {
                validate(new File(path), profile);
            } catch (Exception error) {
                OUT.println("It can't be read: " + oneLine(error.toString()));
            }
            OUT.println();
        }
    }

    private static void validate(File file, ValidationProfile profile) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.getTotalAssertions() < LEAST_CHECKS) {
                OUT.println("Only " + result.getTotalAssertions() + " checks were made.");
            }
            for (Map.Entry<RuleId, Integer> failed : result.getFailedChecks().entrySet()) {
                RuleId rule = failed.getKey();
                OUT.println(rule.getClause() + "-" + rule.getTestNumber() + ", " + failed.getValue() + " times: " + first(result, rule));
            }
        }
    }

    private static String first(ValidationResult result, RuleId rule) {
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getRuleId().equals(rule) && assertion.getStatus() == TestAssertion.Status.FAILED) {
                return oneLine(assertion.getMessage() + " (" + assertion.getLocation().getContext() + ")");
            }
        }
        return "";
    }

    private static String oneLine(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }
}
