using System.Collections.Immutable;
using YamlDotNet.Core;

namespace OpsCenter.Portal.RateCards.Yaml;

/// <summary>Collects what is wrong with a file, up to as much as somebody would read.</summary>
internal sealed class YamlProblems
{
    /// <summary>Reading ends here.</summary>
    public const int Most = 100;

    private readonly ImmutableArray<YamlProblem>.Builder found = ImmutableArray.CreateBuilder<YamlProblem>();

    /// <summary>How many there are.</summary>
    public int Count => found.Count;

    /// <summary>Keeps one.</summary>
    public void Add(Mark place, string where, string message)
    {
        if (found.Count == Most)
        {
            throw new RefusedYamlException(place, $"The file has more than {Most} problems; the rest was not read.");
        }

        found.Add(new YamlProblem(place.Line, place.Column, where, message));
    }

    /// <summary>Keeps what ended the reading.</summary>
    public void Add(YamlException end) => found.Add(new YamlProblem(
        end.Start.Line, end.Start.Column, "", end is RefusedYamlException ? end.Message : $"This is not valid YAML. {end.Message}"));

    /// <summary>All of them, in the order of the file.</summary>
    public ImmutableArray<YamlProblem> ToImmutable() => [.. found.OrderBy(p => p.Line).ThenBy(p => p.Column)];
}
