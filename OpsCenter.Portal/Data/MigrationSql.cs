namespace OpsCenter.Portal.Data;

/// <summary>SQL of migrations that EF Core has no words for, kept as files so that it can be reviewed as SQL.</summary>
internal static class MigrationSql
{
    public static string Read(string file)
    {
        using var stream = typeof(MigrationSql).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The migration script {file} is not part of the assembly.");
        using var reader = new StreamReader(stream);

        return reader.ReadToEnd();
    }
}
