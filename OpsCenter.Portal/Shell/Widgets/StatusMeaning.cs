namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>What a status means for the reader, which decides its colour.</summary>
public enum StatusMeaning
{
    Neutral,
    Positive,
    Warning,
    Negative,
    Info,
}
