namespace OpsCenter.Portal.Accounts;

/// <summary>Shows generated passwords to the person at the terminal. They never take the way of the log, which others read and keep.</summary>
/// <param name="output">The terminal.</param>
public sealed class OperatorConsole(TextWriter output)
{
    /// <summary>Shows a generated sign-in once.</summary>
    /// <param name="email">The operator's address.</param>
    /// <param name="password">The new password.</param>
    /// <param name="keptIn">The file that keeps it.</param>
    public Task ShowAsync(string email, string password, string keptIn) => output.WriteLineAsync(
        $"""

        Sign in as   {email}
        Password     {password}
        Kept in      {keptIn}

        """);
}
