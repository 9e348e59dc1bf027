namespace OpsCenter.Portal.RateCards.Yaml;

/// <summary>Why a file cannot be imported, and where.</summary>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Column">Character in the line, from 1.</param>
/// <param name="Where">Row and field in words: <c>routes, row 2 (openai:gpt-4), markup_percent</c>; empty when the file as a whole is meant.</param>
/// <param name="Message">A sentence that says what is wrong.</param>
public sealed record YamlProblem(long Line, long Column, string Where, string Message);
