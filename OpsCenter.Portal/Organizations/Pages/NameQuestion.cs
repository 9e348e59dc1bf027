namespace OpsCenter.Portal.Organizations.Pages;

/// <summary>Asks for a name.</summary>
/// <param name="Title">What for.</param>
/// <param name="Name">The name to begin with.</param>
/// <param name="Verb">The button.</param>
/// <param name="BusyVerb">The button while it runs.</param>
/// <param name="Act">Uses the name. Answers null when done, else a sentence for the reader; the dialog then stays open.</param>
public sealed record NameQuestion(string Title, string Name, string Verb, string BusyVerb, Func<string, CancellationToken, Task<string?>> Act);
