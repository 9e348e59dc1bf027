namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>How much of an instant a reader needs.</summary>
public enum TimePrecision
{
    Minute,
    Second,
    Day,
}
