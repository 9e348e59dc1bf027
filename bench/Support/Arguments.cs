using System.Globalization;

namespace OpsCenter.Bench;

/// <summary>A command line of <c>--name value</c> pairs.</summary>
public sealed class Arguments(string[] args)
{
    public int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public string? Text(string name) => Array.IndexOf(args, $"--{name}") is var at and >= 0 ? args[at + 1] : null;

    /// <summary>Whether a part was asked for by <c>--only a,b</c>; without that every part is.</summary>
    public bool Wants(string part) => Text("only") is not { } only || only.Split(',').Contains(part);
}
