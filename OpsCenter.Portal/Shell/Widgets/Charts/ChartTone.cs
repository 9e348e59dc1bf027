namespace OpsCenter.Portal.Shell.Widgets.Charts;

/// <summary>What a series is in the picture; the theme gives it a colour. The legend, the hover and the table name it, too.</summary>
public enum ChartTone
{
    /// <summary>What the chart is about.</summary>
    Main,

    /// <summary>What it is held against.</summary>
    Second,

    /// <summary>What went wrong.</summary>
    Bad,

    /// <summary>The period before.</summary>
    Ghost,
}
