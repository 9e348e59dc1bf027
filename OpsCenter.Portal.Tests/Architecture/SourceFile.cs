namespace OpsCenter.Portal.Tests.Architecture;

/// <summary>One file of the repository.</summary>
/// <param name="Path">Its path from the root, with forward slashes.</param>
/// <param name="Text">Its content.</param>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>Its lines, without what ends them.</summary>
    public string[] Lines { get; } = Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    /// <summary>The folders it lies in, from the root.</summary>
    public string[] Folders { get; } = Path.Split('/')[..^1];

    /// <summary>What its name ends with: <c>.razor.cs</c> ends with <c>.cs</c>.</summary>
    public bool Is(params string[] endings) => endings.Any(ending => Path.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>Places in the file where a line breaks a rule, as people look them up: <c>file:12</c>.</summary>
    public IEnumerable<string> Places(Func<string, bool> broken) =>
        Lines.Select((line, index) => (line, index)).Where(l => broken(l.line)).Select(l => $"{Path}:{l.index + 1}");
}
