using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Usage.Own.Home;

/// <summary>Something a customer should look at.</summary>
/// <param name="Meaning">How urgent it is.</param>
/// <param name="Badge">The same in a word.</param>
/// <param name="Text">What it is, in a sentence.</param>
/// <param name="LinkText">What the link does.</param>
/// <param name="Page">The page of the customer's side that helps.</param>
public sealed record AttentionItem(StatusMeaning Meaning, string Badge, string Text, string LinkText, string Page);
