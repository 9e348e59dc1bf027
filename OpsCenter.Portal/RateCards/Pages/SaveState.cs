namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>Whether the server has what was typed.</summary>
public enum SaveState
{
    /// <summary>It has.</summary>
    Saved,

    /// <summary>It is about to.</summary>
    Saving,

    /// <summary>It could not be reached; saving is tried again.</summary>
    Failed,
}
