using System.Globalization;
using System.Text.RegularExpressions;

namespace OpsCenter.Brigade.Models;

/// <summary>
/// What an input asks of the built-in model, for tests and demonstrations: <c>[[output=300]]</c> makes the answer 300 tokens long,
/// <c>[[fail=120]]</c> makes the job fail after 120 output tokens, <c>[[abort=120]]</c> makes it end as aborted.
/// </summary>
/// <param name="OutputTokens">Length of the answer; null: a third of the input.</param>
/// <param name="FailAfter">Output tokens after which the job fails; null: it does not.</param>
/// <param name="AbortAfter">Output tokens after which the job ends as aborted; null: it does not.</param>
internal sealed partial record BuiltInScript(int? OutputTokens, int? FailAfter, int? AbortAfter)
{
    /// <summary>Reads the words; of two equal ones the first counts.</summary>
    public static BuiltInScript Read(string input) => new(Find(input, "output"), Find(input, "fail"), Find(input, "abort"));

    private static int? Find(string input, string name) => Words().Matches(input)
        .Where(word => word.Groups["name"].Value == name)
        .Select(word => (int?)int.Parse(word.Groups["count"].Value, CultureInfo.InvariantCulture))
        .FirstOrDefault();

    [GeneratedRegex(@"\[\[(?<name>output|fail|abort)=(?<count>[0-9]{1,6})\]\]")]
    private static partial Regex Words();
}
