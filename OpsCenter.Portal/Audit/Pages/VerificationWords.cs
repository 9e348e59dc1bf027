using System.Globalization;

namespace OpsCenter.Portal.Audit.Pages;

/// <summary>What a verification found, in sentences.</summary>
public static class VerificationWords
{
    /// <summary>One sentence for each thing to know, the most important first.</summary>
    public static IEnumerable<string> Lines(AuditVerification result)
    {
        if (result.Break is { } broken)
        {
            yield return broken.Sentence;
            yield return result.Seals == 0 ? "Nothing of the trail can be trusted." : $"The trail holds up to seal {result.Seals:N0}, and no further.";
        }
        else
        {
            yield return result.Seals == 0
                ? "Nothing is sealed yet."
                : $"{(result.Seals == 1 ? "The one seal holds." : $"All {result.Seals:N0} seals hold.")} The last is {result.Last?.Text}.";
        }

        if (result.Overdue > 0)
            yield return $"{Entries(result.Overdue)} should have a seal and {Have(result.Overdue)} none: {string.Join(", ", result.OverdueEntries)}{(result.Overdue > result.OverdueEntries.Count ? ", …" : ".")}";

        if (result.Young > 0)
            yield return $"{Entries(result.Young)} {Have(result.Young)} no seal yet, being younger than {VerifyAuditTrail.Young.TotalMinutes:N0} minutes; that is as it should be.";
    }

    private static string Entries(long count) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "entry" : "entries")}");

    private static string Have(long count) => count == 1 ? "has" : "have";
}
