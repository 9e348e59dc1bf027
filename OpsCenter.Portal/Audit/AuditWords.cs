namespace OpsCenter.Portal.Audit;

/// <summary>Texts of the audit trail in words.</summary>
public static class AuditWords
{
    /// <summary>An action: <c>rate_card.published</c> is "Rate card published".</summary>
    public static string Action(string action) => Sentence(action.Replace('.', ' '));

    /// <summary>A kind of thing, or a field of one: <c>machine_credential</c> is "Machine credential".</summary>
    public static string Sentence(string name)
    {
        var words = name.Replace('_', ' ');

        return words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>A name; of the portal itself with what it was doing: "Ops-Center (seed)".</summary>
    public static string Actor(string subject, string name) => Guid.TryParse(subject, out _) ? name : $"{name} ({subject})";
}
