namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>One of a few ways to look at a page.</summary>
/// <param name="Text">Its name.</param>
/// <param name="Href">Its address.</param>
/// <param name="IsCurrent">Whether the page is looked at this way.</param>
public sealed record SegmentLink(string Text, string Href, bool IsCurrent);
