namespace OpsCenter.Portal.Hosting.Backup;

/// <summary>What the command line asks of the database instead of running the portal.</summary>
internal sealed record DatabaseCommand(bool IsRestore, string File, bool IsConfirmed)
{
    /// <summary>Reads <c>--backup FILE</c> or <c>--restore FILE [--yes]</c>; null when neither is there.</summary>
    /// <exception cref="CommandLineException">The file is missing, or both are asked for.</exception>
    public static DatabaseCommand? Parse(IReadOnlyList<string> args)
    {
        var backup = FileAfter("--backup", args);
        var restore = FileAfter("--restore", args);
        if (backup is not null && restore is not null)
            throw new CommandLineException("Give --backup or --restore, not both.");
        return (backup ?? restore) is { } file ? new DatabaseCommand(restore is not null, Path.GetFullPath(file), args.Contains("--yes")) : null;
    }

    private static string? FileAfter(string option, IReadOnlyList<string> args)
    {
        var rest = args.SkipWhile(arg => arg != option).ToList();
        return rest switch
        {
            [] => null,
            [_, { Length: > 0 } file, ..] when !file.StartsWith('-') => file,
            _ => throw new CommandLineException($"{option} needs the name of a file."),
        };
    }
}
