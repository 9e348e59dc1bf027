using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Organizations;

namespace OpsCenter.Portal.Security.Credentials;

/// <summary>What can be entered about a machine credential.</summary>
public static class MachineCredentialRules
{
    /// <summary>Longest name, and longest source, in characters.</summary>
    public const int MaxLength = 100;

    /// <summary>Furthest end of a credential.</summary>
    public const int MaxYears = 10;

    private const string LimitSentence = "Enter a whole number from 1 to 1,000,000.";

    internal static readonly MachineCredentialProblem NameIsTaken =
        new(MachineCredentialField.Name, "Another usable credential has this name.");

    /// <summary>What is wrong with settings by themselves; empty when nothing is.</summary>
    internal static IEnumerable<MachineCredentialProblem> ProblemsWith(MachineCredentialSettings settings)
    {
        if (ProblemWithName(settings.Name) is { } problem)
            yield return new MachineCredentialProblem(MachineCredentialField.Name, problem);

        if (settings.Scopes is MachineScopes.None)
            yield return new MachineCredentialProblem(MachineCredentialField.Scopes, "Choose at least one scope.");

        if (!IsLimit(settings.PermitsPerSecond))
            yield return new MachineCredentialProblem(MachineCredentialField.PermitsPerSecond, LimitSentence);

        if (!IsLimit(settings.Burst))
            yield return new MachineCredentialProblem(MachineCredentialField.Burst, LimitSentence);
        else if (settings is { Burst: not null, PermitsPerSecond: null })
            yield return new MachineCredentialProblem(MachineCredentialField.PermitsPerSecond, "Enter calls per second, too, or neither.");
    }

    /// <summary>The same for a new credential.</summary>
    internal static IEnumerable<MachineCredentialProblem> ProblemsWith(CreateMachineCredentialInput input, DateTimeOffset now)
    {
        if (ProblemWithSource(input.Source.Trim()) is { } problem)
            yield return new MachineCredentialProblem(MachineCredentialField.Source, problem);

        if (input.ExpiresAt <= now)
            yield return new MachineCredentialProblem(MachineCredentialField.ExpiresAt, "Choose a day that is not over.");
        else if (input.ExpiresAt > now.AddYears(MaxYears))
            yield return new MachineCredentialProblem(MachineCredentialField.ExpiresAt, $"Choose a day within {MaxYears} years, or none.");
    }

    /// <summary>Whether a name can be looked for at all.</summary>
    internal static bool IsNameGood(IEnumerable<MachineCredentialProblem> problems) => problems.All(p => p.Field is not MachineCredentialField.Name);

    /// <summary>Settings as they are stored.</summary>
    internal static MachineCredentialSettings Normalize(MachineCredentialSettings settings) =>
        settings with { Name = settings.Name.Trim(), Burst = settings.Burst ?? settings.PermitsPerSecond };

    // Names of credentials are names like those of customers, only shorter.
    private static string? ProblemWithName(string name) =>
        name.Trim().Length > MaxLength ? $"Use at most {MaxLength} characters." : Organization.ProblemWithName(name);

    /// <summary>Why a source cannot be used, or null when it can.</summary>
    internal static string? ProblemWithSource(string source) => source switch
    {
        "" => "Enter a source.",
        { Length: > MaxLength } => $"Use at most {MaxLength} characters.",
        _ when !source.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '_' or '-') =>
            "Use a–z, 0–9, dot, underscore and hyphen only.",
        _ => null,
    };

    private static bool IsLimit(int? value) => value is null or (>= 1 and <= MachineApiOptions.Max);
}
