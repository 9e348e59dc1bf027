namespace OpsCenter.Portal.Accounts;

/// <summary>Names of the values that <c>first-run.txt</c> keeps for people and scripts.</summary>
public static class FirstRunNotes
{
    private const string AdminEmail = "admin_email";
    private const string AdminPassword = "admin_password";
    private const string BrigadeKey = "brigade_key";

    /// <summary>The first operator's sign-in.</summary>
    public static IReadOnlyDictionary<string, string> SignIn(string email, string password) =>
        new Dictionary<string, string> { [AdminEmail] = email, [AdminPassword] = password };

    /// <summary>Brigade's first machine credential.</summary>
    public static IReadOnlyDictionary<string, string> Key(string secret) => new Dictionary<string, string> { [BrigadeKey] = secret };

    /// <summary>The same credential, read from the notes; null when they do not have it.</summary>
    public static string? KeyIn(IReadOnlyDictionary<string, string> notes) => notes.GetValueOrDefault(BrigadeKey);
}
