namespace OpsCenter.Portal.Tests.Support;

/// <summary>What is done once to the database from which every test database is cloned.</summary>
internal static class TemplateMigration
{
    /// <summary>Brings the database at a connection string to the state tests start from.</summary>
    public static Func<string, CancellationToken, Task> Apply { get; } = static (_, _) => Task.CompletedTask;
}
