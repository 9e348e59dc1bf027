namespace OpsCenter.Portal.Shell.Widgets.Charts;

/// <summary>What a series is in the picture; the theme gives it a colour. The legend, the hover and the table name it, too.</summary>
public enum ChartTone
{
    /// <summary>What the chart is about.</summary>
    Main,

    /// <summary>What it is held against.</summary>
    Second,

    /// <summary>Another of its kind.</summary>
    Third,

    /// <summary>And another.</summary>
    Fourth,

    /// <summary>All that are too small to have a tone of their own.</summary>
    Rest,

    /// <summary>What went wrong.</summary>
    Bad,

    /// <summary>The period before.</summary>
    Ghost,
}
