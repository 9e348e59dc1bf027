using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Usage.Notices;

/// <summary>Something an operator should look at. It goes away by itself when its cause does.</summary>
/// <param name="Title">What is the matter, in a sentence.</param>
/// <param name="Text">What it means and what helps.</param>
/// <param name="Href">Where to do something about it.</param>
/// <param name="Needs">Who may open that place.</param>
public sealed record Notice(string Title, string Text, string Href, Permission Needs);
