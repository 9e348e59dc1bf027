namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>All tools.</summary>
public sealed partial class ToolTable;
